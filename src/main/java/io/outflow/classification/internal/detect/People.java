package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of people where the words around say that they are, and dates of birth with the month in letters. */
final class People {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 3;
    private static final int NEAR = 60;

    /** Words with a capital letter that follow a form of address or a label and are no names. */
    private static final Set<String> NO_NAMES = Set.of(
            "sir",
            "madam",
            "president",
            "speaker",
            "chairman",
            "chair",
            "minister",
            "secretary",
            "judge",
            "universe",
            "and",
            "the",
            "id",
            "number",
            "name",
            "team",
            "all",
            "data",
            "record",
            "records",
            "file",
            "none",
            "unknown",
            "null",
            "yes",
            "no",
            "doktor",
            "professor",
            "dr",
            "prof",
            "kollege",
            "kollegin",
            "präsident",
            "bundeskanzler",
            "der",
            "die",
            "das",
            "le",
            "la",
            "feedback",
            "service",
            "support",
            "satisfaction",
            "portal",
            "journey",
            "care",
            "history",
            "information");

    private static final List<String> PARTICLES = List.of(
            "de ", "la ", "van ", "von ", "der ", "den ", "da ", "di ", "del ", "dos ", "el ", "al-", "bin ", "zu ");

    private final Slice text;
    private final Finds finds;
    private final Spoken spoken;
    private int from;
    private int names;
    private int end;

    People(Slice text, Finds finds, Spoken spoken) {
        this.text = text;
        this.finds = finds;
        this.spoken = spoken;
    }

    void word(int cues, int start, int wordEnd) {
        if (Cue.TITLE.in(cues) && capital(start)) {
            title(wordEnd);
        }
        if (Cue.PERSON_LABEL.in(cues)) {
            label(wordEnd, false);
        } else if (Cue.NAME_LABEL.in(cues)) {
            label(wordEnd, true);
            if (text.starts(wordEnd, " is ")) {
                names(wordEnd + 4);
                report(1, false);
            }
        }
        if (Cue.GREETING.in(cues) && text.at(wordEnd) == ' ') {
            names(wordEnd + 1);
            report(1, true);
        }
        if (Cue.CALLED.in(cues) && text.at(wordEnd) == ' ') {
            names(wordEnd + 1);
            report(1, false);
        }
        if (Cue.MONTH.in(cues) && spoken.before(Cue.BIRTH, start, NEAR)) {
            birth(start, wordEnd);
        }
    }

    private void title(int wordEnd) {
        int at = text.at(wordEnd) == '.' ? wordEnd + 1 : wordEnd;
        if (text.at(at) == ' ' || text.noBreakSpace(at)) {
            names(text.noBreakSpace(at) ? at + 2 : at + 1);
            report(1, false);
        }
    }

    private void label(int wordEnd, boolean givenNameOnly) {
        int at = wordEnd;
        while (at < wordEnd + 8 && (text.starts(at, " name") || text.starts(at, "'s name"))) {
            at += text.at(at) == ' ' ? 5 : 7;
        }
        if (text.at(at) == '"') {
            at++;
        }
        if (text.at(at) != ':' && text.at(at) != '=') {
            return;
        }
        at++;
        while (text.at(at) == ' ' || text.at(at) == '"' || text.at(at) == '*') {
            at++;
            if (at > wordEnd + 16) {
                return;
            }
        }
        names(at);
        report(2, givenNameOnly);
    }

    /** Takes up to three words that begin with a capital letter, as names do. */
    private void names(int at) {
        from = at;
        names = 0;
        end = at;
        int i = at;
        while (names < MOST_NAMES) {
            i = afterParticles(i);
            int wordEnd = name(i);
            if (wordEnd == i) {
                return;
            }
            names++;
            end = wordEnd;
            boolean initial = text.at(wordEnd) == '.' && wordEnd - i == 1;
            int next = initial ? wordEnd + 1 : wordEnd;
            if (text.at(next) == ' ') {
                i = next + 1;
            } else {
                return;
            }
        }
    }

    /** Goes over particles such as in de la Cruz, where a name follows. */
    private int afterParticles(int at) {
        int i = at;
        for (int n = 0; n < 2; n++) {
            for (var particle : PARTICLES) {
                if (text.has(i, particle)) {
                    i += particle.length();
                    break;
                }
            }
        }
        return capital(i) ? i : at;
    }

    /** End of a word that begins with a capital and goes on in small letters; its beginning where it is none. */
    private int name(int at) {
        if (!capital(at)) {
            return at;
        }
        int i = at + 1;
        boolean small = false;
        while (i - at < LONGEST_NAME && (letter(i) || ((text.at(i) == '-' || text.at(i) == '\'') && letter(i + 1)))) {
            small |= !text.upper(i);
            i++;
        }
        boolean whole = i - at == 1 ? text.at(i) == '.' : small && !text.digit(i) && text.at(i) != '_';
        return whole && !NO_NAMES.contains(text.text(at, i).toLowerCase(Locale.ROOT)) ? i : at;
    }

    private boolean letter(int at) {
        return (text.letter(at) || text.at(at) >= 0x80) && !text.noBreakSpace(at);
    }

    /** A capital of ASCII, of Latin with accents, or of Greek and Cyrillic. */
    private boolean capital(int at) {
        if (text.upper(at)) {
            return true;
        }
        int lead = text.at(at);
        return lead >= 0xC3 && lead <= 0xD3 && Character.isUpperCase((lead & 0x1F) << 6 | text.at(at + 1) & 0x3F);
    }

    private void report(int fewest, boolean givenNameOnly) {
        if (names >= fewest && (!givenNameOnly || given())) {
            finds.add(Detector.PERSON_NAME, text, from, end);
        }
    }

    private boolean given() {
        int hash = 0;
        int i = from;
        while (letter(i)) {
            hash = Words.hash(hash, text.at(i++));
        }
        return Cue.GIVEN_NAME.in(Words.cues(text, from, i, hash));
    }

    /** A month in letters: the year stands after it, the day before or after it. */
    private void birth(int start, int wordEnd) {
        for (int i = wordEnd; i < wordEnd + 8; i++) {
            boolean year = (text.has(i, "19") || text.has(i, "20")) && text.digit(i + 2) && text.digit(i + 3);
            if (year && !text.word(i - 1) && !text.word(i + 4)) {
                finds.add(Detector.BIRTH_DATE, text, Math.max(text.from, start - 3), i + 4);
                return;
            }
        }
    }
}
