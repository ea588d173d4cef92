package io.outflow.usage.ui;

import com.vaadin.flow.component.html.Span;
import io.outflow.classification.DataClass;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and colours of the data classes, in the order of rank; Unknown comes last and is always hatched. */
final class ClassPalette {
    static final String UNKNOWN = "UNKNOWN";
    private static final Shade UNKNOWN_SHADE = new Shade(UNKNOWN, "Unknown", 0);

    private final Map<String, Shade> shades = new LinkedHashMap<>();

    ClassPalette(List<DataClass> classes) {
        classes.stream()
                .sorted(Comparator.comparingInt(DataClass::rank).thenComparing(DataClass::code))
                .forEach(one -> shades.put(one.code(), new Shade(one.code(), one.name(), one.colour())));
        shades.put(UNKNOWN, UNKNOWN_SHADE);
    }

    /** @param colour number of the token {@code --of-c1} to {@code --of-c8}, 0 for Unknown */
    record Shade(String code, String name, int colour) {}

    List<Shade> inOrder() {
        return List.copyOf(shades.values());
    }

    /** A class that is not there any more keeps its code as name. */
    Shade shade(@Nullable String code) {
        return code == null ? UNKNOWN_SHADE : shades.getOrDefault(code, new Shade(code, code, 0));
    }

    /** A chip of the class colour beside its name. */
    Span chip(@Nullable String code) {
        var shade = shade(code);
        var chip = new Span(shade.name());
        chip.addClassName("cls");
        chip.setClassName("u", shade.colour() == 0);
        chip.getStyle().set("--c", "var(--of-c%d)".formatted(shade.colour()));
        return chip;
    }
}
