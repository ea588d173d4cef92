package io.outflow.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How mail is sent. The password is no part of it: it comes from the environment and is never stored.
 *
 * @param host the mail server; empty means that no mail is sent
 * @param user the name to sign in with; empty means without signing in
 * @param sender the address that mails come from
 * @param fallback who is told when the register names no address; empty means nobody
 * @param address where people open Outflow, for links in mails, such as {@code https://outflow.example.com}; may be empty
 */
public record MailSettings(
        String host, int port, Security security, String user, String sender, String fallback, String address) {

    public static final MailSettings NONE = new MailSettings("", 587, Security.STARTTLS, "", "", "", "");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]+@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]");
    private static final int LONGEST_ADDRESS = 320;

    /** How the connection is protected. */
    public enum Security {
        STARTTLS("STARTTLS, required"),
        TLS("TLS from the start"),
        NONE("Not encrypted");

        private final String label;

        Security(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field the component's name
     */
    public record Problem(String field, String sentence) {}

    public MailSettings {
        host = host.strip();
        user = user.strip();
        sender = sender.strip();
        fallback = fallback.strip();
        address = address.strip().replaceFirst("/+$", "");
    }

    /** Whether mail can be sent at all. */
    public boolean complete() {
        return !host.isEmpty();
    }

    /** What keeps it from being saved; empty when nothing does. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (!host.isEmpty() && !host.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}.:-]{0,252}")) {
            found.add(new Problem("host", "Give the name of the mail server alone, such as smtp.example.com."));
        }
        if (port < 1 || port > 65_535) {
            found.add(new Problem("port", "Give a port from 1 to 65535, often 587 or 465."));
        }
        if (user.length() > LONGEST_ADDRESS) {
            found.add(new Problem("user", "Give at most 320 characters."));
        }
        if (security == Security.NONE && !user.isEmpty()) {
            found.add(new Problem(
                    "user", "Without encryption the password could be read. Choose one, or leave this empty."));
        }
        if (!host.isEmpty() && !isAddress(sender)) {
            found.add(new Problem("sender", "Give the address that mails come from, such as outflow@example.com."));
        }
        if (!fallback.isEmpty() && !isAddress(fallback)) {
            found.add(new Problem("fallback", "Give one address, such as legal@example.com, or leave it empty."));
        }
        if (!address.isEmpty() && !address.matches("https?://\\S{1,480}")) {
            found.add(
                    new Problem("address", "Give an address that begins with https:// or http://, or leave it empty."));
        }
        return List.copyOf(found);
    }

    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /** The first address in a text such as {@code Ana Perez <ana@example.com>}. */
    public static Optional<String> addressIn(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(MailSettings::isAddress)
                .findFirst();
    }
}
