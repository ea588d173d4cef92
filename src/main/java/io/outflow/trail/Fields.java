package io.outflow.trail;

import java.util.Arrays;

/** Where the few fields stand in a buffer by which a CloudTrail record can be told without being parsed. */
final class Fields {
    static final int SOURCE = 0;

    static final int NAME = 1;
    static final int READ_ONLY = 2;
    static final int REGION = 3;
    static final int TIME = 4;
    static final int RECIPIENT = 5;
    static final int MANAGEMENT = 6;
    static final int CATEGORY = 7;
    static final int ACCOUNT = 8;
    static final int IDENTITY = 9;
    private static final int FIELDS = 10;
    static final int NONE = -1;

    private static final long EVENT_SOURCE = Words.of("eventSource");
    private static final long EVENT_SOURCE_END = Words.of("ntSource");
    private static final long EVENT_NAME = Words.of("eventName");
    private static final long EVENT_TIME = Words.of("eventTime");
    private static final long READ_ONLY_KEY = Words.of("readOnly");
    private static final long AWS_REGION = Words.of("awsRegion");
    private static final long ACCOUNT_ID = Words.of("accountId");
    private static final long RECIPIENT_1 = Words.of("recipientAccountId");
    private static final long RECIPIENT_2 = Words.of("tAccountId");
    private static final long RECIPIENT_3 = Words.of("ccountId");
    private static final long MANAGEMENT_1 = Words.of("managementEvent");
    private static final long MANAGEMENT_2 = Words.of("entEvent");
    private static final long CATEGORY_1 = Words.of("eventCategory");
    private static final long CATEGORY_2 = Words.of("Category");
    private static final long IDENTITY_1 = Words.of("userIdentity");
    private static final long IDENTITY_2 = Words.of("Identity");
    private static final long DIGEST_1 = Words.of("digestStartTime");
    private static final long DIGEST_2 = Words.of("tartTime");

    static final long RECORDS = Words.of("Records\"");
    private static final long EVENTS = Words.of("Events\"\0");
    private static final long SEVEN_BYTES = 0x00ff_ffff_ffff_ffffL;

    private final int[] starts = new int[FIELDS];
    private final int[] ends = new int[FIELDS];
    private boolean odd;
    private boolean digest;
    private boolean records;

    void clear() {
        Arrays.fill(starts, NONE);
        odd = false;
        digest = false;
    }

    /** Index of a field's value, or -1 where the object has none or it is no scalar. Strings keep their quotes. */
    int start(int field) {
        return starts[field];
    }

    /** Index after a field's value. */
    int end(int field) {
        return ends[field];
    }

    /** Whether the object hides a key behind escapes or holds one twice, so that the fields do not tell it. */
    boolean odd() {
        return odd;
    }

    /** Whether the object looks like a digest. */
    boolean digest() {
        return digest;
    }

    /** Whether the key that names a list is {@code Records}; else it is {@code Events}. */
    boolean records() {
        return records;
    }

    void hidden() {
        odd = true;
    }

    void found(int field, int start, int end) {
        starts[field] = start;
        ends[field] = end;
    }

    /** Which remembered field a key of the record is, or {@link #NONE}. */
    int inRecord(byte[] b, int k, int length) {
        int field =
                switch (length) {
                    case 8 -> Words.at(b, k) == READ_ONLY_KEY ? READ_ONLY : NONE;
                    case 9 -> nineLong(b, k);
                    case 11 -> Words.at(b, k) == EVENT_SOURCE && Words.at(b, k + 3) == EVENT_SOURCE_END ? SOURCE : NONE;
                    case 12 -> Words.at(b, k) == IDENTITY_1 && Words.at(b, k + 4) == IDENTITY_2 ? IDENTITY : NONE;
                    case 13 -> Words.at(b, k) == CATEGORY_1 && Words.at(b, k + 5) == CATEGORY_2 ? CATEGORY : NONE;
                    case 15 -> {
                        digest |= Words.at(b, k) == DIGEST_1 && Words.at(b, k + 7) == DIGEST_2;
                        yield Words.at(b, k) == MANAGEMENT_1 && Words.at(b, k + 7) == MANAGEMENT_2 ? MANAGEMENT : NONE;
                    }
                    case 18 ->
                        Words.at(b, k) == RECIPIENT_1
                                        && Words.at(b, k + 8) == RECIPIENT_2
                                        && Words.at(b, k + 10) == RECIPIENT_3
                                ? RECIPIENT
                                : NONE;
                    default -> NONE;
                };
        return once(field);
    }

    private static int nineLong(byte[] b, int k) {
        long word = Words.at(b, k);
        int last = b[k + 8];
        if (word == EVENT_NAME) {
            return last == 'e' ? NAME : NONE;
        }
        if (word == EVENT_TIME) {
            return last == 'e' ? TIME : NONE;
        }
        return word == AWS_REGION && last == 'n' ? REGION : NONE;
    }

    /** Which remembered field a key of the caller's identity is. */
    int inIdentity(byte[] b, int k, int length) {
        return once(length == 9 && Words.at(b, k) == ACCOUNT_ID && b[k + 8] == 'd' ? ACCOUNT : NONE);
    }

    private int once(int field) {
        odd |= field >= 0 && starts[field] >= 0;
        return field;
    }

    /** Whether a key is one of the two under which lists of records stand. The quote after it must be readable. */
    boolean namesList(byte[] b, int k, int length) {
        records = length == 7 && Words.at(b, k) == RECORDS;
        return records || (length == 6 && (Words.at(b, k) & SEVEN_BYTES) == EVENTS);
    }
}
