package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;

/** Keys and tokens, by the prefixes that their issuers gave them so that they can be found, and secrets after words that name them. */
final class Secrets {
    private static final boolean[] PLAIN = Slice.alphabet("");
    private static final boolean[] URL_SAFE = Slice.alphabet("_-");
    private static final boolean[] BASE64 = Slice.alphabet("+/=");
    private static final boolean[] PASSWORD = Slice.alphabet("!#$%&*+-./:;?@^_~=");
    private static final int SHORTEST = 16;
    private static final int LONGEST = 4_096;

    private final Slice text;
    private final Finds finds;

    Secrets(Slice text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    /** A word of letters, digits and underscores that is long enough for a key. */
    void token(int start, int end) {
        int length = end - start;
        if (length < SHORTEST) {
            return;
        }
        switch (text.at(start)) {
            case 'A' -> amazonOrGoogle(start, length);
            case 'g' -> github(start, end);
            case 's', 'r' -> stripe(start);
            case 'e' -> token(start);
            default -> {}
        }
    }

    /** The word before a hyphen, or a word that names a secret. */
    void word(int cues, int start, int end) {
        if (Cue.KEY_PREFIX.in(cues)) {
            prefix(start, end);
        }
        if (Cue.AWS_SECRET.in(cues)) {
            int from = value(end);
            int to = text.run(from, BASE64, 41);
            if (from > end && to - from == 40 && !text.word(to)) {
                add(Detector.AWS_KEY, from, to);
            }
        }
        if (Cue.PASSWORD.in(cues)) {
            password(end);
        }
    }

    private void amazonOrGoogle(int start, int length) {
        if ((text.has(start, "AKIA") || text.has(start, "ASIA")) && length == 20) {
            for (int i = start + 4; i < start + 20; i++) {
                if (!text.upper(i) && !text.digit(i)) {
                    return;
                }
            }
            add(Detector.AWS_KEY, start, start + 20);
        } else if (text.has(start, "AIza")) {
            int to = text.run(start, URL_SAFE, 40);
            if (to - start == 39) {
                add(Detector.GOOGLE_KEY, start, to);
            }
        } else if (text.has(start, "ABSK")) {
            int to = text.run(start, BASE64, LONGEST);
            if (to - start >= 100) {
                add(Detector.AWS_KEY, start, to);
            }
        }
    }

    private void github(int start, int end) {
        int kind = text.at(start + 2);
        boolean classic = text.at(start + 1) == 'h' && text.at(start + 3) == '_' && "pousr".indexOf(kind) >= 0;
        if (classic && end - start >= 40 || text.has(start, "github_pat_") && end - start >= 60) {
            add(Detector.GITHUB_TOKEN, start, end);
        }
    }

    private void stripe(int start) {
        if (text.at(start + 1) == 'k' && (text.has(start + 2, "_live_") || text.has(start + 2, "_test_"))) {
            int to = text.run(start + 8, PLAIN, 256);
            if (to - start - 8 >= SHORTEST) {
                add(Detector.STRIPE_KEY, start, to);
            }
        }
    }

    /** Three parts in Base64 with dots between; the first begins as an object of JSON does. */
    private void token(int start) {
        if (!text.has(start, "eyJ")) {
            return;
        }
        int to = start;
        for (int part = 0; part < 3; part++) {
            int from = part == 0 ? start : to + 1;
            if (part > 0 && text.at(to) != '.') {
                return;
            }
            to = text.run(from, URL_SAFE, LONGEST);
            if (to - from < 8) {
                return;
            }
        }
        add(Detector.JWT, start, to);
    }

    private void prefix(int start, int end) {
        if (text.has(start, "BEGIN") && text.has(start - 5, "-----")) {
            privateKey(start, end);
        } else if (text.at(end) != '-') {
            return;
        } else if (text.has(start, "sk-")) {
            int to = text.run(end + 1, URL_SAFE, 300);
            int from = end + 1;
            boolean named = text.has(from, "ant-") || text.has(from, "proj-") || text.has(from, "svcacct-");
            boolean plain = text.run(from, PLAIN, 300) == to;
            if (named ? to - from >= 28 : plain && to - from >= 32) {
                add(Detector.MODEL_KEY, start, to);
            }
        } else if (text.has(start, "xox") && end - start == 4) {
            int to = text.run(end + 1, URL_SAFE, 300);
            if (to - end - 1 >= 20) {
                add(Detector.SLACK_TOKEN, start, to);
            }
        } else if (text.has(start, "bedrock-api-key-")) {
            int to = text.run(start + 16, BASE64, LONGEST);
            if (to - start >= 48) {
                add(Detector.AWS_KEY, start, to);
            }
        }
    }

    /** The value is a part of what follows, so that two keys of one text are two. */
    private void privateKey(int start, int end) {
        int i = end;
        while (i < end + 24 && (text.upper(i) || text.at(i) == ' ')) {
            i++;
        }
        if (text.has(i - 11, "PRIVATE KEY") && text.has(i, "-----")) {
            add(Detector.PRIVATE_KEY, start, Math.min(text.to, i + 80));
        }
    }

    private void password(int end) {
        int from = value(end);
        if (from == end) {
            return;
        }
        int to = text.run(from, PASSWORD, 65);
        while (to > from && ".,;:!?".indexOf(text.at(to - 1)) >= 0) {
            to--;
        }
        boolean letters = false;
        boolean others = false;
        for (int i = from; i < to; i++) {
            letters |= text.letter(i);
            others |= text.digit(i);
        }
        if (letters && others && to - from >= 8 && to - from <= 64) {
            add(Detector.PASSWORD, from, to);
        }
    }

    /** Where the value begins behind a name, a colon or equals sign and a quote; the end of the name where there is none. */
    private int value(int end) {
        int i = end;
        while (i < end + 4 && (text.at(i) == '"' || text.at(i) == '\'' || text.at(i) == ' ')) {
            i++;
        }
        boolean is = text.starts(i, "is ") && i > end;
        if (text.at(i) != ':' && text.at(i) != '=' && !is) {
            return end;
        }
        i += is ? 3 : 1;
        int limit = i + 4;
        while (i < limit && (text.at(i) == '"' || text.at(i) == '\'' || text.at(i) == ' ' || text.at(i) == '`')) {
            i++;
        }
        return i;
    }

    private void add(Detector detector, int from, int to) {
        finds.add(detector, text, from, to);
    }
}
