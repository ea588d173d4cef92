package io.outflow.vendors.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.Days;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Field;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Review;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the input for a field, by what it takes, with the value that it has. */
final class FieldInputs {

    private FieldInputs() {}

    /** @param candidates the entries that a field of entries may name */
    static FieldInput<?> of(Field field, @Nullable Object value, List<Entry<?>> candidates) {
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case LINES -> lines(field, value);
            case TEXTS -> texts(field, value);
            case NUMBER -> number(field, value);
            case NUMBERS -> numbers(field, value);
            case AMOUNT -> amount(field, value);
            case DATE -> date(field, value);
            case MOMENT -> moment(field, value);
            case CHOICE -> choice(field, value);
            case ENTRY -> entry(field, value, candidates);
            case ENTRIES -> entries(field, value, candidates);
            case ANSWERS -> answers(field, value);
        };
    }

    private static FieldInput<?> text(Field field, @Nullable Object value) {
        var input = new TextField(field.label());
        input.setHelperText(field.help());
        input.setValue(value instanceof String text ? text : "");
        input.setValueChangeMode(ValueChangeMode.EAGER);
        return new FieldInput<String>(field, input, String::strip);
    }

    private static FieldInput<?> lines(Field field, @Nullable Object value) {
        return new FieldInput<String>(field, area(field, value instanceof String text ? text : ""), String::strip);
    }

    private static FieldInput<?> texts(Field field, @Nullable Object value) {
        var joined = list(value).stream().map(String::valueOf).collect(Collectors.joining("\n"));
        return new FieldInput<String>(
                field, area(field, joined), text -> text.lines().toList());
    }

    private static TextArea area(Field field, String value) {
        var input = new TextArea(field.label());
        input.setHelperText(field.help());
        input.setValue(value);
        input.setValueChangeMode(ValueChangeMode.EAGER);
        input.addClassName("wide");
        return input;
    }

    private static FieldInput<?> number(Field field, @Nullable Object value) {
        var input = new IntegerField(field.label());
        input.setHelperText(field.help());
        input.setValue(value instanceof Number number ? Integer.valueOf(number.intValue()) : null);
        input.setValueChangeMode(ValueChangeMode.EAGER);
        return new FieldInput<Integer>(field, input, number -> number);
    }

    private static FieldInput<?> numbers(Field field, @Nullable Object value) {
        var input = new TextField(field.label());
        input.setHelperText(field.help() + ", separated by commas");
        input.setValue(list(value).stream().map(String::valueOf).collect(Collectors.joining(", ")));
        input.setValueChangeMode(ValueChangeMode.EAGER);
        return new FieldInput<String>(field, input, text -> Stream.of(text.split("[,;\\s]+"))
                .filter(part -> !part.isBlank())
                .map(Integer::valueOf)
                .toList());
    }

    private static FieldInput<?> amount(Field field, @Nullable Object value) {
        var input = new BigDecimalField(field.label());
        input.setHelperText(field.help());
        input.setLocale(java.util.Locale.UK);
        input.setValue(value instanceof BigDecimal amount ? amount : null);
        input.setValueChangeMode(ValueChangeMode.EAGER);
        return new FieldInput<BigDecimal>(field, input, amount -> amount);
    }

    private static FieldInput<?> date(Field field, @Nullable Object value) {
        var input = Days.optional(field.label());
        input.setHelperText(field.help());
        input.setValue(value instanceof LocalDate day ? day : null);
        return new FieldInput<LocalDate>(field, input, day -> day);
    }

    private static FieldInput<?> moment(Field field, @Nullable Object value) {
        var input = new MomentField(field.label(), field.help());
        input.setValue(value instanceof ZonedDateTime moment ? moment : null);
        input.addClassName("wide");
        return new FieldInput<ZonedDateTime>(field, input, moment -> moment);
    }

    private static FieldInput<?> choice(Field field, @Nullable Object value) {
        var input = new Select<Choice>();
        input.setLabel(field.label());
        input.setHelperText(field.help());
        input.setItems(field.choices().stream().map(Choice.class::cast).toList());
        input.setItemLabelGenerator(Choice::label);
        input.setValue(value instanceof Choice choice ? choice : null);
        return new FieldInput<Choice>(field, input, choice -> choice);
    }

    private static FieldInput<?> entry(Field field, @Nullable Object value, List<Entry<?>> candidates) {
        var input = new ComboBox<Entry<?>>(field.label());
        input.setHelperText(candidates.isEmpty() ? "There is none to choose yet." : field.help());
        input.setItems(candidates);
        input.setItemLabelGenerator(Entry::title);
        input.setClearButtonVisible(true);
        chosen(candidates, value instanceof UUID id ? List.of(id) : List.of()).forEach(input::setValue);
        return new FieldInput<Entry<?>>(field, input, chosen -> chosen == null ? null : chosen.id());
    }

    private static FieldInput<?> entries(Field field, @Nullable Object value, List<Entry<?>> candidates) {
        var input = new MultiSelectComboBox<Entry<?>>(field.label());
        input.setHelperText(candidates.isEmpty() ? "There is none to choose yet." : field.help());
        input.setItems(candidates);
        input.setItemLabelGenerator(Entry::title);
        input.setValue(chosen(candidates, list(value)));
        input.addClassName("wide");
        return new FieldInput<java.util.Set<Entry<?>>>(
                field, input, chosen -> chosen.stream().map(Entry::id).toList());
    }

    private static List<Entry<?>> chosen(List<Entry<?>> candidates, Collection<?> ids) {
        return candidates.stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    private static FieldInput<?> answers(Field field, @Nullable Object value) {
        var input = new AnswersField(field.label());
        input.setValue(list(value).stream().map(Review.Answer.class::cast).toList());
        input.addClassName("wide");
        return new FieldInput<List<Review.Answer>>(field, input, answers -> answers);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
