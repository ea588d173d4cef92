package io.outflow.gaps;

import io.outflow.mail.MailSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who is told of gaps that open, close or open again.
 *
 * @param mailTo the address that mails go to; empty for none
 * @param webhook the address that signed messages are posted to; empty for none
 * @param hasSecret whether there is a secret to sign with; the secret itself is never given out
 * @param digest once a day instead of at once
 * @param digestHour the hour of the day in UTC, 0 to 23
 * @param least gaps of less severity are not told
 */
public record NoticeSettings(
        String mailTo, String webhook, boolean hasSecret, boolean digest, int digestHour, Severity least) {

    public static final NoticeSettings NONE = new NoticeSettings("", "", false, false, 7, Severity.WATCH);

    private static final int LONGEST_ADDRESS = 500;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What is wrong with one field.
     *
     * @param field the component's name, or {@code secret}
     */
    public record Problem(String field, String sentence) {}

    public NoticeSettings {
        mailTo = mailTo.strip();
        webhook = webhook.strip();
    }

    /** What keeps it from being saved; empty when nothing does. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (!mailTo.isEmpty() && !MailSettings.isAddress(mailTo)) {
            found.add(new Problem("mailTo", "Give one address, such as ciso@example.com, or leave it empty."));
        }
        if (!webhook.isEmpty() && !allowed(webhook)) {
            found.add(new Problem(
                    "webhook", "Give an address that begins with https://, or with http:// on this machine."));
        }
        if (!webhook.isEmpty() && !hasSecret) {
            found.add(new Problem("secret", "Give a secret of at least 16 characters to sign the messages with."));
        }
        if (digestHour < 0 || digestHour > 23) {
            found.add(new Problem("digestHour", "Give an hour from 0 to 23, in UTC."));
        }
        return List.copyOf(found);
    }

    private static boolean allowed(String address) {
        try {
            var uri = URI.create(address);
            return address.length() <= LONGEST_ADDRESS
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
