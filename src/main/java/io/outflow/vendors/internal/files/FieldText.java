package io.outflow.vendors.internal.files;

import io.outflow.vendors.Field;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Review.Answer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of fields as texts that people can read and change, and back without loss. */
final class FieldText {

    private static final Pattern DAY_AND_ZONE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(\\S+)");
    private static final int MOST_PLACES = 40;
    private static final String QUESTION = "Q:";
    private static final String ANSWER = "A:";

    private FieldText() {}

    static String write(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, LINES -> CellText.escaped((String) value);
            case TEXTS -> lines((List<?>) value, line -> CellText.escapedLine((String) line));
            case NUMBER, DATE, MOMENT, ENTRY -> value.toString();
            case AMOUNT -> ((BigDecimal) value).toPlainString();
            case NUMBERS, ENTRIES -> lines((List<?>) value, Object::toString);
            case CHOICE -> ((Choice) value).label();
            case ANSWERS -> lines((List<?>) value, answer -> write((Answer) answer));
        };
    }

    /**
     * The value that a cell gives; nothing for an empty one.
     *
     * @throws CellRefused when it gives none
     */
    static @Nullable Object read(Field field, RawCell cell) {
        if (cell.blank()) {
            return null;
        }
        var text = cell.text().replace("\r\n", "\n").strip();
        return switch (field.type()) {
            case TEXT, LINES -> CellText.unescaped(text);
            case TEXTS -> lines(text).map(CellText::unescaped).toList();
            case NUMBER -> number(text);
            case AMOUNT -> amount(text);
            case NUMBERS -> lines(text).map(FieldText::number).toList();
            case DATE -> day(text);
            case MOMENT -> moment(text);
            case ENTRY -> id(text);
            case ENTRIES -> lines(text).map(FieldText::id).toList();
            case CHOICE -> choice(field, text);
            case ANSWERS -> answers(text);
        };
    }

    static LocalDate day(String text) {
        return read(text, LocalDate::parse, "Write the day as in 2026-11-24.");
    }

    static UUID id(String text) {
        return read(
                text,
                id -> {
                    var parsed = UUID.fromString(id);
                    if (!parsed.toString().equalsIgnoreCase(id)) {
                        throw new IllegalArgumentException(id);
                    }
                    return parsed;
                },
                "This is not the id of an entry. Copy it from an export.");
    }

    private static Integer number(String text) {
        return read(text, one -> new BigDecimal(one).intValueExact(), "Write a whole number.");
    }

    private static BigDecimal amount(String text) {
        var amount = read(text, BigDecimal::new, "Write an amount as in 1250.50.");
        if (Math.abs((long) amount.scale()) > MOST_PLACES || amount.precision() > MOST_PLACES) {
            throw new CellRefused("Write an amount as in 1250.50.");
        }
        return amount;
    }

    /** A moment with its zone. A bare day is refused, because it would be a guess in which zone it begins. */
    private static ZonedDateTime moment(String text) {
        var dayAndZone = DAY_AND_ZONE.matcher(text);
        return read(
                text,
                one -> dayAndZone.matches()
                        ? LocalDate.parse(dayAndZone.group(1)).atStartOfDay(ZoneId.of(dayAndZone.group(2)))
                        : ZonedDateTime.parse(one),
                "Write the moment with its zone, as in 2026-11-24 Europe/Berlin for 00:00 there,"
                        + " or 2026-11-24T09:30+01:00[Europe/Berlin].");
    }

    private static Choice choice(Field field, String text) {
        return field.choices().stream()
                .map(Choice.class::cast)
                .filter(one ->
                        one.label().equalsIgnoreCase(text) || one.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new CellRefused("\"%s\" is not one of: %s."
                        .formatted(
                                text,
                                field.choices().stream().map(Choice::label).collect(Collectors.joining(", ")))));
    }

    private static List<Answer> answers(String text) {
        var lines = text.split("\n", -1);
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < lines.length; i += 2) {
            if (i + 1 == lines.length || !lines[i].startsWith(QUESTION) || !lines[i + 1].startsWith(ANSWER)) {
                throw new CellRefused(
                        "Write each question on a line that begins with Q: and its answer on the next one,"
                                + " beginning with A:.");
            }
            answers.add(new Answer(after(QUESTION, lines[i]), after(ANSWER, lines[i + 1])));
        }
        return answers;
    }

    private static String write(Answer answer) {
        return QUESTION + " " + CellText.escapedLine(answer.question()) + "\n" + ANSWER + " "
                + CellText.escapedLine(answer.answer());
    }

    private static String after(String lead, String line) {
        return CellText.unescaped(line.substring(lead.length()).strip());
    }

    private static String lines(List<?> values, Function<Object, String> written) {
        return values.stream().map(written).collect(Collectors.joining("\n"));
    }

    private static java.util.stream.Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static <T> T read(String text, Function<String, T> reading, String otherwise) {
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new CellRefused(otherwise);
        }
    }
}
