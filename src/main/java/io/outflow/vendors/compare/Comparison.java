package io.outflow.vendors.compare;

import io.outflow.base.Formats;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Commercials;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Products side by side, fact by fact. A fact that nobody recorded is "not recorded", which differs from every value. */
public record Comparison(List<Row> rows) {

    /** One fact of all products. */
    public record Row(String fact, List<Cell> cells) {

        public boolean differs() {
            return cells.stream().map(Cell::text).distinct().count() > 1;
        }
    }

    /**
     * One fact of one product.
     *
     * @param basis what it rests on; nothing where nothing is recorded
     * @param conflict what other sources say; empty when they agree
     */
    public record Cell(String text, @Nullable Basis basis, String conflict) {

        static final Cell NONE = new Cell("not recorded", null, "");

        public boolean recorded() {
            return basis != null;
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(Snapshot register, List<Entry<Product>> products, Instant at) {
        var facts = products.stream()
                .map(product -> new ProductFacts(register, product, at))
                .toList();
        var rows = new ArrayList<Row>();
        for (var line : LINES) {
            rows.add(new Row(line.fact(), facts.stream().map(line.cell()).toList()));
        }
        return new Comparison(rows);
    }

    public List<Row> different() {
        return rows.stream().filter(Row::differs).toList();
    }

    private record Line(String fact, Function<ProductFacts, Cell> cell) {}

    private static final List<Line> LINES = List.of(
            new Line("Contracting entity", Comparison::entity),
            new Line("Role under the agreement", facts -> own(facts, Product::contractualRole)),
            new Line("DPA", facts -> agreement(facts, AgreementType.DPA)),
            new Line("BAA", facts -> agreement(facts, AgreementType.BAA)),
            new Line("Breach notification", Comparison::breach),
            new Line("Retention of prompts", facts -> retention(facts, DataKind.PROMPTS_AND_OUTPUTS)),
            new Line("Retention of flagged content", facts -> retention(facts, DataKind.FLAGGED_CONTENT)),
            new Line("Retention of metadata and logs", facts -> retention(facts, DataKind.METADATA_AND_LOGS)),
            new Line("Training", facts -> one(facts.training(), Comparison::training)),
            new Line(
                    "Storage Regions",
                    facts -> one(
                            facts.residency(),
                            residency -> places(residency.storageChosen(), residency.storageOffered()))),
            new Line(
                    "Processing Regions",
                    facts -> one(
                            facts.residency(),
                            residency -> places(residency.processingChosen(), residency.processingOffered()))),
            new Line(
                    "Cross-border mechanism",
                    facts -> one(facts.residency(), residency -> String.join(", ", residency.mechanisms()))),
            new Line("New sub-processor", Comparison::subProcessors),
            new Line("Certificates", Comparison::certificates),
            new Line("Deletion at the end", Comparison::deletion),
            new Line("Human access", facts -> control(facts, ControlType.HUMAN_ACCESS)),
            new Line("Government requests", facts -> control(facts, ControlType.GOVERNMENT_REQUESTS)),
            new Line("Encryption and keys", facts -> control(facts, ControlType.ENCRYPTION)),
            new Line("Private networking", facts -> control(facts, ControlType.PRIVATE_NETWORKING)),
            new Line("Audit logging", facts -> control(facts, ControlType.AUDIT_LOGGING)),
            new Line("Access control", facts -> control(facts, ControlType.ACCESS_CONTROL)),
            new Line("Incidents", Comparison::incidents),
            new Line("Price", Comparison::price));

    private static Cell entity(ProductFacts facts) {
        return facts.vendor()
                .map(entry -> cell(entity(entry.content()), entry.basis(), ""))
                .orElse(Cell.NONE);
    }

    private static String entity(Vendor vendor) {
        return vendor.contractingEntities().isEmpty()
                ? vendor.legalEntity()
                : String.join("; ", vendor.contractingEntities());
    }

    private static Cell own(ProductFacts facts, Function<Product, String> text) {
        return cell(text.apply(facts.product().content()), facts.product().basis(), "");
    }

    private static Cell agreement(ProductFacts facts, AgreementType type) {
        return one(facts.agreement(type), agreement -> {
            var standing = agreement.standingAt(facts.at()).label();
            var until = agreement.inForceUntil();
            return until == null ? standing : standing + ", until " + Formats.day(until.toLocalDate());
        });
    }

    private static Cell breach(ProductFacts facts) {
        return one(
                facts.agreement(AgreementType.DPA),
                agreement ->
                        agreement.breachHours() == null ? "" : "within %d hours".formatted(agreement.breachHours()));
    }

    private static Cell deletion(ProductFacts facts) {
        return one(facts.agreement(AgreementType.DPA), Agreement::deletionOnExit);
    }

    private static Cell retention(ProductFacts facts, DataKind kind) {
        var windows = facts.retention(kind);
        if (windows.isEmpty()) {
            return Cell.NONE;
        }
        var text = windows.stream()
                .map(entry -> window(entry.content()))
                .distinct()
                .collect(Collectors.joining("; "));
        var others = windows.stream()
                .flatMap(entry -> entry.content().otherDays().stream())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return cell(
                text,
                windows.getFirst().basis(),
                others.isEmpty() ? "" : "other sources say %s days".formatted(others));
    }

    private static String window(RetentionWindow window) {
        var conditions = java.util.stream.Stream.of(window.detail(), window.model(), window.region(), window.mode())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return conditions.isEmpty() ? window.inWords() : window.inWords() + " (" + conditions + ")";
    }

    private static String training(Training training) {
        return switch (training.choice()) {
            case NOT_DECIDED, NOT_APPLICABLE -> training.byDefault().label();
            case OPTED_IN -> "%s; we opted in".formatted(training.byDefault().label());
            case OPTED_OUT ->
                training.optOutProved()
                        ? "%s; we opted out, proved"
                                .formatted(training.byDefault().label())
                        : "%s; we opted out, without proof"
                                .formatted(training.byDefault().label());
        };
    }

    private static String places(List<String> chosen, List<String> offered) {
        if (!chosen.isEmpty()) {
            return String.join(", ", chosen);
        }
        return offered.isEmpty() ? "" : "offered: " + String.join(", ", offered);
    }

    private static Cell subProcessors(ProductFacts facts) {
        var days = facts.list(SubProcessor.class).stream()
                .filter(entry -> entry.content().objectionDays() != null)
                .findFirst();
        return days.map(entry ->
                        cell("%d days to object".formatted(entry.content().objectionDays()), entry.basis(), ""))
                .or(() -> facts.first(SubProcessor.class)
                        .map(entry -> cell("time to object not known", entry.basis(), "")))
                .orElse(Cell.NONE);
    }

    private static Cell certificates(ProductFacts facts) {
        var held = facts.list(Certification.class).stream()
                .filter(entry -> entry.content().held() == YesNo.YES)
                .toList();
        return held.isEmpty()
                ? Cell.NONE
                : cell(
                        held.stream().map(Entry::title).sorted().collect(Collectors.joining(", ")),
                        held.getFirst().basis(),
                        "");
    }

    private static Cell control(ProductFacts facts, ControlType type) {
        return one(
                facts.control(type),
                control -> control.detail().isEmpty()
                        ? control.state().label()
                        : control.state().label() + ": " + control.detail());
    }

    private static Cell incidents(ProductFacts facts) {
        var all = new ArrayList<>(facts.list(Incident.class));
        facts.vendor().ifPresent(vendor -> all.addAll(facts.register().counting(vendor.id(), Incident.class)));
        if (all.isEmpty()) {
            return Cell.NONE;
        }
        var late = all.stream()
                .filter(entry -> entry.content().noticeTook().isPresent())
                .count();
        return cell(
                "%s, notice dated for %d".formatted(Formats.count(all.size(), "incident", "incidents"), late),
                all.getFirst().basis(),
                "");
    }

    private static Cell price(ProductFacts facts) {
        return one(
                facts.list(Commercials.class).stream()
                        .filter(entry -> entry.content().inputPrice() != null)
                        .findFirst(),
                price -> "%s %s in, %s out, a million tokens"
                        .formatted(
                                price.currency(),
                                price.inputPrice(),
                                price.outputPrice() == null ? "unknown" : price.outputPrice()));
    }

    private static <C extends Content> Cell one(Optional<Entry<C>> entry, Function<C, String> text) {
        return entry.map(found -> cell(text.apply(found.content()), found.basis(), ""))
                .orElse(Cell.NONE);
    }

    private static Cell cell(String text, Basis basis, String conflict) {
        return text.isBlank() ? Cell.NONE : new Cell(text, basis, conflict);
    }
}
