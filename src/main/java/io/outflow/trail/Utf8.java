package io.outflow.trail;

/** Checks UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Length of the sequence of two to four bytes that starts here. */
    static int sequence(byte[] bytes, int at, int end) throws JsonFault {
        int first = bytes[at] & 0xFF;
        int length;
        int low = 0x80;
        int high = 0xBF;
        if (first >= 0xC2 && first <= 0xDF) {
            length = 2;
        } else if (first >= 0xE0 && first <= 0xEF) {
            length = 3;
            low = first == 0xE0 ? 0xA0 : low;
            high = first == 0xED ? 0x9F : high;
        } else if (first >= 0xF0 && first <= 0xF4) {
            length = 4;
            low = first == 0xF0 ? 0x90 : low;
            high = first == 0xF4 ? 0x8F : high;
        } else {
            throw invalid();
        }
        for (int i = 1; i < length; i++) {
            int next = at + i < end ? bytes[at + i] & 0xFF : 0;
            if (next < low || next > high) {
                throw invalid();
            }
            low = 0x80;
            high = 0xBF;
        }
        return length;
    }

    private static JsonFault invalid() {
        return new JsonFault(
                BadRecord.Reason.BAD_TEXT,
                "A text of the record is not valid UTF-8, so it cannot be read for certain.");
    }
}
