package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import java.util.Arrays;
import java.util.Locale;

/** Ids of letters and digits in one word, and IBANs, which begin with such a word. */
final class MixedTokens {
    private static final int[] CODICE_FISCALE_DIGITS = {6, 7, 9, 10, 12, 13, 14};
    /** Letters that stand for digits where two people would have the same code. */
    private static final String OMOCODIA = "LMNPQRSTUV";

    private final Slice text;
    private final Finds finds;
    private final Library library;
    private final int[] characters = new int[16];
    private final int[] digits = new int[15];

    MixedTokens(Slice text, Finds finds, Library library) {
        this.text = text;
        this.finds = finds;
        this.library = library;
    }

    /** Overwrites what it read last. */
    void forget() {
        Arrays.fill(characters, 0);
        Arrays.fill(digits, 0);
    }

    void look(int start, int end) {
        int length = end - start;
        if (text.letter(start) && text.letter(start + 1) && text.digit(start + 2) && text.digit(start + 3)) {
            iban(start);
        }
        switch (length) {
            case 9 -> {
                spanish(start, end);
                singaporean(start, end);
            }
            case 15 -> corsican(start, end);
            case 16 -> italian(start, end);
            default -> {}
        }
    }

    private void iban(int start) {
        String country = text.text(start, start + 2).toUpperCase(Locale.ROOT);
        int length = library.ibanLength(country);
        if (length == 0 || !finds.wants(Detector.IBAN)) {
            return;
        }
        var iban = new StringBuilder(length);
        int i = start;
        while (iban.length() < length) {
            if (text.letter(i) || text.digit(i)) {
                iban.append((char) text.at(i++));
            } else if (iban.length() % 4 == 0 && text.noBreakSpace(i)) {
                i += 2;
            } else if (iban.length() % 4 == 0 && (text.at(i) == ' ' || text.at(i) == '-')) {
                i++;
            } else {
                return;
            }
        }
        boolean ends = !text.word(i) || text.noBreakSpace(i);
        if (ends && library.iban(iban.toString().toUpperCase(Locale.ROOT))) {
            finds.add(Detector.IBAN, text, start, i);
        }
    }

    /** 12345678Z, or X, Y, Z and seven digits. */
    private void spanish(int start, int end) {
        int first = text.at(start);
        boolean foreigner = first >= 'X' && first <= 'Z';
        if (!foreigner && !text.digit(start) || !text.upper(end - 1)) {
            return;
        }
        int number = foreigner ? first - 'X' : first - '0';
        for (int i = start + 1; i < end - 1; i++) {
            if (!text.digit(i)) {
                return;
            }
            number = number * 10 + text.at(i) - '0';
        }
        if (NationalIds.spanishDni(number, text.at(end - 1))) {
            finds.add(Detector.ES_DNI, text, start, end);
        }
    }

    private void singaporean(int start, int end) {
        for (int i = 0; i < 7; i++) {
            if (!text.digit(start + 1 + i)) {
                return;
            }
            digits[i] = text.at(start + 1 + i) - '0';
        }
        if (NationalIds.singaporeNric(text.at(start), digits, text.at(end - 1))) {
            finds.add(Detector.SG_NRIC, text, start, end);
        }
    }

    /** The departments 2A and 2B count as 19 and 18. */
    private void corsican(int start, int end) {
        if (text.at(start + 5) != '2' || (text.at(start + 6) != 'A' && text.at(start + 6) != 'B')) {
            return;
        }
        for (int i = 0; i < 15; i++) {
            if (i != 6 && !text.digit(start + i)) {
                return;
            }
            digits[i] = text.at(start + i) - '0';
        }
        digits[5] = 1;
        digits[6] = text.at(start + 6) == 'A' ? 9 : 8;
        if (NationalIds.frenchNir(digits)) {
            finds.add(Detector.FR_NIR, text, start, end);
        }
    }

    private void italian(int start, int end) {
        for (int i = 0; i < 16; i++) {
            int c = text.at(start + i);
            characters[i] = c >= 'a' && c <= 'z' ? c - 0x20 : c;
        }
        int digitsLeft = CODICE_FISCALE_DIGITS.length;
        for (int i = 0, next = 0; i < 16; i++) {
            boolean digitPlace = next < digitsLeft && CODICE_FISCALE_DIGITS[next] == i;
            int c = characters[i];
            boolean digit = c >= '0' && c <= '9';
            if (digitPlace ? !digit && OMOCODIA.indexOf(c) < 0 : c < 'A' || c > 'Z') {
                return;
            }
            next += digitPlace ? 1 : 0;
        }
        if ("ABCDEHLMPRST".indexOf(characters[8]) >= 0 && NationalIds.codiceFiscale(characters)) {
            finds.add(Detector.IT_CODICE_FISCALE, text, start, end);
        }
    }
}
