package io.outflow.vendors;

import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Review;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Contents with something in every field, made from the fields themselves. */
final class SampleContents {

    private SampleContents() {}

    static Content filled(Kind kind) {
        try {
            var components = kind.content().getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = kind.fields().stream().map(SampleContents::value).toArray();
            return kind.content().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Field field) {
        return switch (field.type()) {
            case TEXT, LINES -> field.name() + " «ä» = 1\nsecond";
            case TEXTS -> List.of(field.name(), "=2+3");
            case NUMBER -> number(field);
            case NUMBERS -> List.of(0, 7);
            case AMOUNT -> new BigDecimal("12.50");
            case DATE -> LocalDate.of(2026, 2, 28);
            case MOMENT -> ZonedDateTime.parse("2026-03-29T03:00+02:00[Europe/Berlin]");
            case CHOICE -> last(field.choices());
            case ENTRY -> new UUID(1, 2);
            case ENTRIES -> List.of(new UUID(1, 2), new UUID(3, 4));
            case ANSWERS -> List.of(new Review.Answer("What?", "That."));
        };
    }

    private static Object number(Field field) {
        if (field.component().getType() == long.class) {
            return 12L;
        }
        return 12;
    }

    private static Choice last(List<? extends Choice> choices) {
        return choices.getLast();
    }
}
