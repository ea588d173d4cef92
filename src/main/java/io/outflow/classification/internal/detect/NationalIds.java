package io.outflow.classification.internal.detect;

/**
 * Checks of national ids on their digits, most significant first. The rules are those that the issuing authorities publish;
 * a number that passes can be issued, it need not have been.
 */
final class NationalIds {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String NRIC_ST = "JZIHGFEDCBA";
    private static final String NRIC_FG = "XWUTRQPNMLK";
    private static final String NRIC_M = "XWUTRQPNJLK";
    private static final int[] ODD_VALUES = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private NationalIds() {}

    static boolean luhn(int[] d, int n) {
        int sum = 0;
        boolean twice = false;
        for (int i = n - 1; i >= 0; i--, twice = !twice) {
            int value = twice ? d[i] * 2 : d[i];
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    static boolean weighted(int[] d, int[] weights, int modulus) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += d[i] * weights[i];
        }
        return Math.floorMod(sum, modulus) == 0;
    }

    /** Germany: no leading zero; one digit of the first ten stands twice or three times, the others at most once; ISO 7064 MOD 11, 10. */
    static boolean germanTax(int[] d) {
        if (d[0] == 0) {
            return false;
        }
        int[] times = new int[10];
        int product = 10;
        for (int i = 0; i < 10; i++) {
            times[d[i]]++;
            int sum = (d[i] + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        int repeated = 0;
        for (int count : times) {
            repeated += count > 3 ? 2 : count > 1 ? 1 : 0;
        }
        return repeated == 1 && (11 - product) % 10 == d[10];
    }

    /** France: sex, year, month, department, commune and order, then 97 less the rest by 97. */
    static boolean frenchNir(int[] d) {
        int month = d[3] * 10 + d[4];
        int department = d[5] * 10 + d[6];
        boolean monthKnown = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        if (d[0] == 0 || d[0] == 5 || d[0] == 6 || d[0] == 9 || !monthKnown || department == 0) {
            return false;
        }
        long number = 0;
        for (int i = 0; i < 13; i++) {
            number = number * 10 + d[i];
        }
        return 97 - number % 97 == d[13] * 10 + d[14];
    }

    /** Netherlands: the test of eleven, with the last digit taken off. */
    static boolean dutchBsn(int[] d) {
        return !same(d, 9) && weighted(d, new int[] {9, 8, 7, 6, 5, 4, 3, 2, -1}, 11);
    }

    /** Poland: a date whose month tells the century, and the check digit. */
    static boolean polishPesel(int[] d) {
        int month = (d[2] % 2) * 10 + d[3];
        return date(month, d[4] * 10 + d[5]) && weighted(d, new int[] {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}, 10);
    }

    /** Sweden: year of two digits, month and day (plus 60 for coordination numbers), then Luhn over all ten. */
    static boolean swedishPersonnummer(int[] d, int from) {
        int[] ten = new int[10];
        System.arraycopy(d, from, ten, 0, 10);
        int day = ten[4] * 10 + ten[5];
        return date(ten[2] * 10 + ten[3], day > 60 ? day - 60 : day) && luhn(ten, 10);
    }

    /** United Kingdom: weights ten to two, the check digit makes the sum divisible by eleven. */
    static boolean britishNhs(int[] d) {
        return !same(d, 10) && weighted(d, new int[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 11);
    }

    /** United States: no area 000, 666 or from 900, no group 00, no serial 0000, and none of those that advertisements made known. */
    static boolean americanSsn(int[] d) {
        int area = d[0] * 100 + d[1] * 10 + d[2];
        int group = d[3] * 10 + d[4];
        int serial = d[5] * 1000 + d[6] * 100 + d[7] * 10 + d[8];
        boolean advertised =
                (area == 78 && group == 5 && serial == 1120) || (area == 219 && group == 9 && serial == 9999);
        return area != 0 && area != 666 && area < 900 && group != 0 && serial != 0 && !advertised && !same(d, 9);
    }

    /** Canada: Luhn; no number begins with 0 or 8. */
    static boolean canadianSin(int[] d) {
        return d[0] != 0 && d[0] != 8 && !same(d, 9) && luhn(d, 9);
    }

    static boolean australianTfn(int[] d) {
        return !same(d, 9) && weighted(d, new int[] {1, 4, 3, 7, 5, 8, 6, 9, 10}, 11);
    }

    /** Spain: the letter is the rest of the number by 23. */
    static boolean spanishDni(int number, int letter) {
        return DNI_LETTERS.charAt(number % 23) == letter;
    }

    /** Singapore: seven weighted digits, plus 4 (T, G) or 3 (M), choose the last letter by the first. */
    static boolean singaporeNric(int first, int[] d, int last) {
        int sum = d[0] * 2 + d[1] * 7 + d[2] * 6 + d[3] * 5 + d[4] * 4 + d[5] * 3 + d[6] * 2;
        return switch (first) {
            case 'S' -> NRIC_ST.charAt(sum % 11) == last;
            case 'T' -> NRIC_ST.charAt((sum + 4) % 11) == last;
            case 'F' -> NRIC_FG.charAt(sum % 11) == last;
            case 'G' -> NRIC_FG.charAt((sum + 4) % 11) == last;
            case 'M' -> NRIC_M.charAt((sum + 3) % 11) == last;
            default -> false;
        };
    }

    /**
     * Italy: the sum of fifteen characters, those at odd places by a table, chooses the last letter.
     *
     * @param c sixteen characters in capitals
     */
    static boolean codiceFiscale(int[] c) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = c[i] >= 'A' ? c[i] - 'A' : c[i] - '0';
            sum += i % 2 == 0 ? ODD_VALUES[value] : value;
        }
        return 'A' + sum % 26 == c[15];
    }

    private static boolean date(int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
    }

    private static boolean same(int[] d, int n) {
        for (int i = 1; i < n; i++) {
            if (d[i] != d[0]) {
                return false;
            }
        }
        return true;
    }
}
