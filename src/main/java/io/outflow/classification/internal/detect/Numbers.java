package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import java.util.Arrays;

/** Numbers of cards, national ids and dates of birth: digits in one run, or in the groups in which people write them. */
final class Numbers {
    private static final int MOST_DIGITS = 19;
    private static final int MOST_GROUPS = 8;
    private static final int NEAR = 48;

    private final Slice text;
    private final Finds finds;
    private final Spoken spoken;

    private final int[] digits = new int[MOST_DIGITS + 1];
    private final int[] lengths = new int[MOST_GROUPS];
    private final int[] groupEnds = new int[MOST_GROUPS];
    private final int[] separators = new int[MOST_GROUPS];

    Numbers(Slice text, Finds finds, Spoken spoken) {
        this.text = text;
        this.finds = finds;
        this.spoken = spoken;
    }

    /** Overwrites what it read last. */
    void forget() {
        Arrays.fill(digits, 0);
    }

    /** A run of digits alone. */
    void look(int start, int end) {
        if (end - start > MOST_DIGITS || !opens(start)) {
            return;
        }
        int groups = read(start);
        if (groups > 0 && closes(groupEnds[0])) {
            compact(start, groupEnds[0]);
        }
        long shape = 0;
        for (int n = 0; n < groups; n++) {
            shape = shape * 100 + lengths[n];
            if (n > 1 && separators[n - 1] != separators[0]) {
                return;
            }
            if (n > 0 && closes(groupEnds[n])) {
                grouped(shape, separators[0], start, groupEnds[n]);
            }
        }
    }

    /** Reads groups of digits with one sign between them. Returns how many are whole. */
    private int read(int start) {
        int groups = 0;
        int total = 0;
        int i = start;
        while (groups < MOST_GROUPS) {
            int from = i;
            while (text.digit(i) && total < MOST_DIGITS) {
                digits[total++] = text.at(i++) - '0';
            }
            if (i == from || text.digit(i)) {
                return groups;
            }
            lengths[groups] = i - from;
            groupEnds[groups] = i;
            if (text.word(i) && !text.noBreakSpace(i)) {
                return groups;
            }
            int next = text.noBreakSpace(i) ? i + 2 : i + 1;
            int sign = text.noBreakSpace(i) ? ' ' : text.at(i);
            separators[groups++] = sign;
            if (!text.digit(next) || (sign != ' ' && sign != '-' && sign != '.' && sign != '/' && sign != '+')) {
                return groups;
            }
            i = next;
        }
        return groups;
    }

    private boolean opens(int start) {
        int before = text.at(start - 1);
        return before == 0
                || !((before == '.' || before == '-' || before == '/' || before == '+') && text.word(start - 2));
    }

    /** Whether a group of digits stands right before, so that this is the rest of a longer number. */
    private boolean goesOn(int start) {
        return text.at(start - 1) == ' ' && text.digit(start - 2);
    }

    private boolean closes(int end) {
        if (text.noBreakSpace(end)) {
            return true;
        }
        int after = text.at(end);
        return !text.word(end) && !((after == '.' || after == '-' || after == '/') && text.word(end + 1));
    }

    private void compact(int start, int end) {
        switch (end - start) {
            case 9 -> nine(start, end, false);
            case 10 -> {
                id(Detector.UK_NHS, near(Cue.NHS, start) && NationalIds.britishNhs(digits), start, end);
                id(
                        Detector.SE_PERSONNUMMER,
                        near(Cue.PERSONNUMMER, start) && NationalIds.swedishPersonnummer(digits, 0),
                        start,
                        end);
            }
            case 11 -> eleven(start, end);
            case 12 ->
                id(
                        Detector.SE_PERSONNUMMER,
                        century() && near(Cue.PERSONNUMMER, start) && NationalIds.swedishPersonnummer(digits, 2),
                        start + 2,
                        end);
            case 15 -> {
                id(Detector.FR_NIR, NationalIds.frenchNir(digits), start, end);
                card(15, start, end);
            }
            case 14, 16, 19 -> card(end - start, start, end);
            default -> {}
        }
    }

    private void grouped(long shape, int sign, int start, int end) {
        if (shape == 4_04_04_04) {
            card(16, start, end);
        } else if (shape == 4_06_05) {
            card(15, start, end);
        } else if (shape == 4_06_04) {
            card(14, start, end);
        } else if (shape == 3_03_03 && sign != '.' && !goesOn(start)) {
            nine(start, end, true);
        } else if (shape == 4_02_03) {
            id(Detector.NL_BSN, near(Cue.BSN, start) && NationalIds.dutchBsn(digits), start, end);
        } else if (shape == 3_02_04 && (sign == '-' || near(Cue.SSN, start))) {
            id(Detector.US_SSN, sign != '/' && NationalIds.americanSsn(digits), start, end);
        } else if (shape == 2_03_03_03) {
            id(Detector.DE_TAX_ID, NationalIds.germanTax(digits), start, end);
        } else if (shape == 3_03_04) {
            id(Detector.UK_NHS, near(Cue.NHS, start) && NationalIds.britishNhs(digits), start, end);
        } else if (shape == 6_04 && (sign == '-' || sign == '+')) {
            id(Detector.SE_PERSONNUMMER, NationalIds.swedishPersonnummer(digits, 0), start, end);
        } else if (shape == 8_04 && (sign == '-' || sign == '+')) {
            id(Detector.SE_PERSONNUMMER, century() && NationalIds.swedishPersonnummer(digits, 2), start + 2, end);
        } else if (shape == 1_02_02_02_03_03_02L || shape == 13_02) {
            id(Detector.FR_NIR, NationalIds.frenchNir(digits), start, end);
        } else {
            birth(shape, sign, start, end);
        }
    }

    private void nine(int start, int end, boolean grouped) {
        id(Detector.NL_BSN, near(Cue.BSN, start) && NationalIds.dutchBsn(digits), start, end);
        id(Detector.CA_SIN, near(Cue.SIN, start) && NationalIds.canadianSin(digits), start, end);
        id(Detector.AU_TFN, near(Cue.TFN, start) && NationalIds.australianTfn(digits), start, end);
        id(Detector.US_SSN, !grouped && near(Cue.SSN, start) && NationalIds.americanSsn(digits), start, end);
    }

    private void eleven(int start, int end) {
        id(Detector.DE_TAX_ID, NationalIds.germanTax(digits), start, end);
        id(Detector.PL_PESEL, NationalIds.polishPesel(digits), start, end);
    }

    /** Number ranges of Visa, Mastercard, American Express, Discover, Diners Club, JCB and UnionPay. */
    private void card(int n, int start, int end) {
        int two = digits[0] * 10 + digits[1];
        int four = two * 100 + digits[2] * 10 + digits[3];
        boolean known =
                switch (n) {
                    case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
                    case 15 -> two == 34 || two == 37;
                    case 16, 19 ->
                        digits[0] == 4
                                || (two >= 51 && two <= 55)
                                || (four >= 2221 && four <= 2720)
                                || four == 6011
                                || two == 65
                                || (four >= 6440 && four <= 6499)
                                || (four >= 3528 && four <= 3589)
                                || two == 62;
                    default -> false;
                };
        id(Detector.CARD, known && NationalIds.luhn(digits, n), start, end);
    }

    private void birth(long shape, int sign, int start, int end) {
        if (sign == ' ' || !spoken.before(Cue.BIRTH, start, NEAR)) {
            return;
        }
        boolean yearFirst = shape == 4_02_02;
        boolean yearLast = shape == 2_02_04 || shape == 1_01_04 || shape == 1_02_04 || shape == 2_01_04;
        int last = lengths[0] + lengths[1];
        int century = yearFirst ? digits[0] * 10 + digits[1] : digits[last] * 10 + digits[last + 1];
        id(Detector.BIRTH_DATE, (yearFirst || yearLast) && (century == 19 || century == 20), start, end);
    }

    private boolean century() {
        return (digits[0] == 1 && digits[1] == 9) || (digits[0] == 2 && digits[1] == 0);
    }

    private boolean near(Cue cue, int at) {
        return spoken.before(cue, at, NEAR);
    }

    private void id(Detector detector, boolean found, int start, int end) {
        if (found) {
            finds.add(detector, text, start, end);
        }
    }
}
