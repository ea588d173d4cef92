package io.outflow.catalogue;

import io.outflow.base.Formats;
import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One field of a fact in words. What is unknown has no line. */
public record FactLine(String field, String label, String text) {

    private static final String UNKNOWN = "UNKNOWN";

    /** The fields of a content that say something. */
    public static List<FactLine> of(Content content) {
        return Kind.of(content).fields().stream()
                .map(field -> new FactLine(field.name(), field.label(), text(field, content)))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    /** A field in words; empty when it says nothing. */
    public static String text(Field field, Content content) {
        return text(field.in(content));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> constant when constant.name().equals(UNKNOWN) -> "";
            case Choice choice -> choice.label();
            case LocalDate day -> Formats.day(day);
            case List<?> list -> list.stream().map(FactLine::text).collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }
}
