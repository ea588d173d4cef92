package io.outflow.vendors;

import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Label;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a content, read off its record: forms, tables, files and the API are made from these, so that a new
 * component appears everywhere at once.
 *
 * @param name the component's name, as in JSON and files
 * @param type what it takes
 * @param choices the values of a {@link Type#CHOICE}
 */
public record Field(
        String name, String label, String help, Type type, List<? extends Choice> choices, RecordComponent component) {

    /** What a field takes. */
    public enum Type {
        TEXT,
        LINES,
        TEXTS,
        NUMBER,
        NUMBERS,
        AMOUNT,
        DATE,
        MOMENT,
        CHOICE,
        ENTRY,
        ENTRIES,
        ANSWERS
    }

    static List<Field> of(Class<? extends Content> content) {
        return Arrays.stream(content.getRecordComponents()).map(Field::of).toList();
    }

    /** Its value in a content; nothing where nothing is known. */
    public @Nullable Object in(Content content) {
        try {
            return component.getAccessor().invoke(content);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    /**
     * Makes a content out of values of its fields, the opposite of {@link #in}.
     *
     * @param values gives nothing for a field where nothing is known
     */
    static Content make(Class<? extends Content> content, Function<Field, @Nullable Object> values) {
        var fields = of(content);
        var types = fields.stream().map(field -> field.component().getType()).toArray(Class<?>[]::new);
        var arguments = fields.stream()
                .map(field -> orZero(field.component().getType(), values.apply(field)))
                .toArray();
        try {
            return content.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + content, e);
        }
    }

    private static @Nullable Object orZero(Class<?> type, @Nullable Object value) {
        if (value != null || !type.isPrimitive()) {
            return value;
        }
        return type == long.class ? (Object) 0L : 0;
    }

    private static Field of(RecordComponent component) {
        var label = component.getAnnotation(Label.class);
        var type = type(component, label);
        return new Field(
                component.getName(),
                label.value(),
                label.help(),
                type,
                type == Type.CHOICE ? choices(component.getType()) : List.of(),
                component);
    }

    private static Type type(RecordComponent component, Label label) {
        var type = component.getType();
        if (type == String.class) {
            return label.lines() ? Type.LINES : Type.TEXT;
        }
        if (type == Integer.class || type == int.class || type == long.class) {
            return Type.NUMBER;
        }
        if (type == BigDecimal.class) {
            return Type.AMOUNT;
        }
        if (type == LocalDate.class) {
            return Type.DATE;
        }
        if (type == ZonedDateTime.class) {
            return Type.MOMENT;
        }
        if (type == UUID.class) {
            return Type.ENTRY;
        }
        if (Choice.class.isAssignableFrom(type)) {
            return Type.CHOICE;
        }
        if (type == List.class && component.getGenericType() instanceof ParameterizedType list) {
            var element = list.getActualTypeArguments()[0];
            if (element == String.class) {
                return Type.TEXTS;
            }
            if (element == UUID.class) {
                return Type.ENTRIES;
            }
            return element == Integer.class ? Type.NUMBERS : Type.ANSWERS;
        }
        throw new IllegalArgumentException("No field is made for " + component);
    }

    private static List<? extends Choice> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choice.class::cast).toList();
    }
}
