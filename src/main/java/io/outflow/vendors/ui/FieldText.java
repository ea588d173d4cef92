package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Review;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a field in words. Nothing known is said so, never a blank. */
final class FieldText {

    /** Stands where no value is. */
    static final String NOTHING = "nothing";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private FieldText() {}

    static String of(@Nullable Object value, Snapshot snapshot) {
        var text = words(value, snapshot);
        return text.isEmpty() ? NOTHING : text;
    }

    /** {@code 14 Oct 2026, 09:30 Europe/Berlin}: as it was agreed, in its own zone. */
    static String moment(ZonedDateTime moment) {
        var zone = moment.getZone().getId();
        return TIME.format(moment) + " " + (zone.equals("Z") ? "UTC" : zone);
    }

    private static String words(@Nullable Object value, Snapshot snapshot) {
        return switch (value) {
            case null -> "";
            case Choice choice -> choice.label();
            case LocalDate day -> Formats.day(day);
            case ZonedDateTime moment -> moment(moment);
            case BigDecimal amount -> amount.toPlainString();
            case UUID id -> snapshot.find(id).map(Entry::title).orElse("an entry that is no more");
            case Review.Answer answer ->
                answer.question() + " " + (answer.answer().isEmpty() ? "Not answered." : answer.answer());
            case Collection<?> list ->
                list.stream().map(part -> words(part, snapshot)).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }
}
