package io.outflow.usage;

import io.outflow.usage.Usage.CallId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Addresses of the usage screens, for links from other screens to the calls behind their numbers. */
public final class UsageAddress {

    private UsageAddress() {}

    /** The list of exactly the calls of a filter, to the instant where it begins or ends within a day. */
    public static String calls(UsageFilter filter) {
        return "usage/calls?" + query(filter);
    }

    /** The usage screen with a filter; it counts whole days. */
    public static String usage(UsageFilter filter) {
        return "usage?" + query(filter);
    }

    /** One call with its records. */
    public static String call(CallId id) {
        return "usage/call/" + encoded(id);
    }

    /** What names a call as one step of a path: event ids may hold anything, a slash as well. */
    public static String encoded(CallId id) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, id.time());
        var text = micros + "\n" + id.account() + "\n" + id.eventId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(UsageFilter filter) {
        var parts = new ArrayList<String>();
        var days = isDay(filter.from()) && isDay(filter.to());
        parts.add("from=" + (days ? day(filter.from()) : filter.from()));
        parts.add("to=" + (days ? day(filter.to()).minusDays(1) : filter.to()));
        texts(parts, "account", filter.accounts());
        texts(parts, "region", filter.regions());
        constants(parts, "channel", filter.channels());
        constants(parts, "claude", filter.claude());
        texts(parts, "model", filter.models());
        texts(parts, "class", filter.dataClasses());
        texts(parts, "caller", filter.callers());
        constants(parts, "grade", filter.grades());
        constants(parts, "outcome", filter.outcomes());
        constants(parts, "provenance", filter.provenances());
        constants(parts, "proof", filter.proofs());
        return String.join("&", parts);
    }

    private static boolean isDay(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void texts(List<String> parts, String name, Collection<String> values) {
        values.stream()
                .sorted()
                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .forEach(parts::add);
    }

    private static void constants(List<String> parts, String name, Collection<? extends Enum<?>> values) {
        texts(
                parts,
                name,
                values.stream()
                        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }
}
