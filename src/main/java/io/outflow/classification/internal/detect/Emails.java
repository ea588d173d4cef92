package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import java.util.Locale;
import java.util.Set;

/** E-mail addresses, from the sign in their middle outward. */
final class Emails {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int URL_BEFORE = 64;

    /** Addresses of functions and programs, which tell of nobody. */
    private static final Set<String> FUNCTIONS = Set.of(
            "git",
            "info",
            "noreply",
            "no-reply",
            "donotreply",
            "support",
            "sales",
            "contact",
            "hello",
            "admin",
            "office",
            "team",
            "service",
            "postmaster",
            "webmaster",
            "abuse",
            "security",
            "billing",
            "jobs",
            "press",
            "privacy",
            "newsletter");

    private final Slice text;
    private final Finds finds;
    private final Library library;

    Emails(Slice text, Finds finds, Library library) {
        this.text = text;
        this.finds = finds;
        this.library = library;
    }

    void look(int at) {
        if (!finds.wants(Detector.EMAIL) || !text.word(at + 1)) {
            return;
        }
        int start = at;
        while (start > text.from && at - start < LONGEST_LOCAL && local(start - 1)) {
            start--;
        }
        while (start < at && (text.at(start) == '.' || text.at(start) == '-' || text.at(start) == '\'')) {
            start++;
        }
        int end = at + 1;
        boolean dot = false;
        while (end < text.to && end - at <= LONGEST_DOMAIN && domain(end)) {
            dot |= text.at(end) == '.';
            end++;
        }
        while (end > at && (text.at(end - 1) == '.' || text.at(end - 1) == '-')) {
            end--;
        }
        if (start == at || !dot || local(start - 1) || inUrl(start)) {
            return;
        }
        String local = text.text(start, at).toLowerCase(Locale.ROOT);
        if (!FUNCTIONS.contains(local) && library.email(text.text(start, end))) {
            finds.add(Detector.EMAIL, local + "@" + text.text(at + 1, end).toLowerCase(Locale.ROOT));
        }
    }

    private boolean local(int index) {
        int c = text.at(index);
        return text.word(index) || c == '.' || c == '-' || c == '+' || c == '%' || c == '\'' || c == '&';
    }

    private boolean domain(int index) {
        int c = text.at(index);
        return c == '.' || c == '-' || (text.word(index) && c != '_');
    }

    /** The part before the sign is then a user and password of a server, not an address. */
    private boolean inUrl(int start) {
        for (int i = start - 1; i > start - URL_BEFORE && i >= text.from && text.at(i) > ' '; i--) {
            if (text.at(i) == '/' && text.at(i - 1) == '/' && text.at(i - 2) == ':') {
                return true;
            }
        }
        return false;
    }
}
