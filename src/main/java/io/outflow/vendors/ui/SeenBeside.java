package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was seen of one product, for each kind of what was agreed. What cannot be seen is said to be so. */
final class SeenBeside {
    private static final int MOST = 4;

    private final UUID product;
    private final Picture picture;
    private final List<DataClass> classes;

    SeenBeside(UUID product, Picture picture, List<DataClass> classes) {
        this.product = product;
        this.picture = picture;
        this.classes = classes;
    }

    /** Whether the logs speak of such things at all. */
    boolean tells(Kind kind) {
        return kind != Kind.TRAINING && kind != Kind.SUBPROCESSOR && kind != Kind.RETENTION;
    }

    Component of(Kind kind) {
        var cell = new Div();
        cell.addClassName("sw");
        var use = picture.products().get(product);
        if (use == null) {
            unseen(cell);
            return cell;
        }
        switch (kind) {
            case AGREEMENT -> say(cell, calls(use.calls()), people(use), use);
            case APPROVAL -> say(cell, parts(named(use.classes())), "By data class.", use);
            case RESIDENCY -> say(cell, regions(use), unknownRegion(use), use);
            case CONTROL -> say(cell, parts(use.channels()), "Callers: " + parts(use.grades()) + ".", use);
            case CERTIFICATION -> say(cell, calls(use.calls()), "Last " + Formats.minute(use.last()) + ".", use);
            case USAGE_LINK -> say(cell, parts(use.models()), unlinked(use), use);
            case RETENTION ->
                cannot(cell, "No call tells how long it is kept. Settings of the account do; see the gaps.");
            case TRAINING -> cannot(cell, "No AWS record tells what a vendor trains on.");
            default -> cannot(cell, "Nothing to compare with.");
        }
        return cell;
    }

    private void unseen(Div cell) {
        var visible = picture.visible().contains(product);
        cell.addClassName("blind");
        cell.add(value(!picture.evidence() ? "Unknown" : visible ? "No call seen" : "Cannot be seen"));
        cell.add(line(
                !picture.evidence()
                        ? "No logs are stored yet."
                        : visible
                                ? "In what is logged from %s. Days without logs are not in this."
                                        .formatted(Formats.period(picture.first(), picture.last()))
                                : "No log source tells of this product: use is unknown."));
    }

    private static void say(Div cell, String value, String source, Use use) {
        var proof = new Mark(
                use.verified() == 0
                        ? Glyph.NO_DIGEST
                        : use.verified() == use.calls() ? Glyph.VERIFIED : Glyph.PARTLY_VERIFIED,
                use.proof());
        var line = line(source + " ");
        line.add(proof);
        cell.add(value(value), line);
    }

    private static void cannot(Div cell, String why) {
        cell.add(value("Cannot be seen in logs"), line(why));
    }

    private static Span value(String text) {
        var value = new Span(text);
        value.addClassName("v");
        return value;
    }

    private static Div line(String text) {
        var line = new Div(new Span(text));
        line.addClassName("src");
        return line;
    }

    private static String calls(long calls) {
        return Formats.count(calls, "call", "calls");
    }

    private static String people(Use use) {
        return "%s, %s of them people."
                .formatted(Formats.count(use.callers(), "caller", "callers"), Formats.count(use.people()));
    }

    private static String regions(Use use) {
        return use.regions().isEmpty() ? "Not evidenced" : parts(use.regions());
    }

    private static String unknownRegion(Use use) {
        return use.regionUnknown() == 0
                ? "Every call names where it ran."
                : "For %s the Region is not evidenced.".formatted(calls(use.regionUnknown()));
    }

    private static String unlinked(Use use) {
        return use.unlinked() == 0
                ? "All of registered applications."
                : "%s by callers of no application.".formatted(calls(use.unlinked()));
    }

    private Map<String, Long> named(Map<String, Long> byCode) {
        return byCode.entrySet().stream()
                .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue, Long::sum));
    }

    private String name(String code) {
        return classes.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(DataClass::name)
                .orElse(code.equals("UNKNOWN") ? "Unknown" : code);
    }

    /** {@code 1,204 Personal, 12 Unknown}, largest first. */
    static String parts(Map<String, Long> calls) {
        var sorted = new ArrayList<>(calls.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        var told = sorted.stream()
                .limit(MOST)
                .map(entry -> Formats.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return sorted.size() > MOST ? told + " and %d more".formatted(sorted.size() - MOST) : told;
    }
}
