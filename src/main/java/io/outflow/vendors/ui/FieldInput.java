package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import io.outflow.vendors.Field;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The input of one field: shows a value, gives it back, and says what is wrong with it.
 *
 * @param <V> what the component holds
 */
final class FieldInput<V> {

    private final Field field;
    private final Component component;
    private final HasValue<?, V> holder;
    private final HasValidation marks;
    private final Function<V, @Nullable Object> read;

    /**
     * @param read gives the field's value; throws an IllegalArgumentException for what cannot be read
     */
    <C extends Component & HasValue<?, V> & HasValidation> FieldInput(
            Field field, C component, Function<V, @Nullable Object> read) {
        this.field = field;
        this.component = component;
        this.holder = component;
        this.marks = component;
        this.read = read;
    }

    Field field() {
        return field;
    }

    Component component() {
        return component;
    }

    @Nullable
    Object value() {
        return read.apply(holder.getValue());
    }

    void onChange(Runnable changed) {
        holder.addValueChangeListener(e -> changed.run());
    }

    void clearProblem() {
        marks.setInvalid(false);
        marks.setErrorMessage("");
    }

    void showProblem(String sentence) {
        marks.setErrorMessage(sentence);
        marks.setInvalid(true);
    }

    void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Whether something stands there that cannot be read, which would be lost in silence. */
    boolean isUnreadable() {
        if (component instanceof MomentField moment) {
            return moment.isUnreadable();
        }
        try {
            value();
        } catch (IllegalArgumentException e) {
            return true;
        }
        return isUnreadable(component);
    }

    static boolean isUnreadable(Component component) {
        return component instanceof HasValidator<?> validator
                && component instanceof HasValue<?, ?> value
                && refuses(validator, component, value);
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean refuses(HasValidator<T> validator, Component component, HasValue<?, ?> value) {
        return validator
                .getDefaultValidator()
                .apply((T) value.getValue(), new ValueContext(new Binder<>(), component))
                .isError();
    }
}
