package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.SccModule;
import io.outflow.vendors.content.SubProcessor;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record of processing activities by GDPR Art. 30(1), as far as the register answers it; what it does not is said. */
@Component
@Order(11)
class ProcessingRecord implements Artefact {

    static final String FILE = "data/art30.pdf";
    private static final String NOTHING = "not recorded in this register";

    @Override
    public Part part() {
        return Part.PROCESSING_RECORD;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        return List.of(new Planned(FILE, "GDPR Art. 30 record, PDF/A-2b", -1, 60_000));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var html =
                new Html("Record of processing activities", "GDPR Art. 30(1), as of " + Formats.second(scope.asOf()));
        html.heading("Record of processing activities");
        html.p("GDPR Art. 30(1), for the use of AI products, as the register read at %s."
                .formatted(Formats.second(scope.asOf())));
        html.note(
                "Only what the register holds is printed. The controller's name and contact, its data protection officer, and"
                        + " processing without AI products stand in the controller's own record.");
        var products = scope.register().products().stream()
                .filter(product -> scope.entries().contains(product))
                .toList();
        if (products.isEmpty()) {
            html.p("The register held no product in scope.");
        }
        for (var product : products) {
            product(scope, product, html);
        }
        try (var file = records.bag().create(FILE)) {
            PdfFile.write(html, file);
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        return List.of(new Missing(
                Missing.Kind.NO_SOURCE,
                "Art. 30(1)(a) and parts of (c)",
                "The register does not hold the controller's contacts and the categories of data subjects."));
    }

    private static void product(Scope scope, Entry<Product> product, Html html) {
        var register = scope.register();
        var vendor = register.vendorOf(product);
        html.section(vendor.map(one -> one.title() + ", ").orElse("") + product.title());
        html.facts(List.of(
                List.of("(b) Purposes", or(String.join("; ", product.content().usedFor()))),
                List.of("(c) Data subjects, data", NOTHING),
                List.of(
                        "(d) Recipients",
                        or(Stream.concat(
                                        vendor.stream()
                                                .flatMap(one -> Stream.concat(
                                                        Stream.of(one.content().legalEntity()),
                                                        one.content().contractingEntities().stream())),
                                        Stream.concat(
                                                list(scope, product, SubProcessor.class, SubProcessor::heading),
                                                vendor.stream()
                                                        .flatMap(
                                                                one -> list(
                                                                        scope,
                                                                        one,
                                                                        SubProcessor.class,
                                                                        SubProcessor::heading))))
                                .filter(name -> !name.isBlank())
                                .distinct()
                                .collect(Collectors.joining("; ")))),
                List.of("(e) Transfers", or(transfers(scope, product))),
                List.of(
                        "(f) Erasure",
                        or(joined(
                                scope,
                                product,
                                RetentionWindow.class,
                                window -> window.heading() + ": " + window.inWords()))),
                List.of(
                        "(g) Security",
                        or(joined(
                                scope,
                                product,
                                Control.class,
                                control -> control.heading() + ": "
                                        + control.state().label())))));
    }

    private static String transfers(Scope scope, Entry<Product> product) {
        var places = list(scope, product, Residency.class, residency -> Stream.of(
                        residency.processingChosen(), residency.storageChosen(), residency.mechanisms())
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", ")));
        var modules = list(
                scope,
                product,
                Agreement.class,
                agreement -> agreement.sccModule() == SccModule.NOT_APPLICABLE
                        ? ""
                        : agreement.sccModule().label());
        return Stream.concat(places, modules)
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static <C extends Content> String joined(
            Scope scope, Entry<?> owner, Class<C> type, Function<C, String> words) {
        return list(scope, owner, type, words).distinct().collect(Collectors.joining("; "));
    }

    private static <C extends Content> Stream<String> list(
            Scope scope, Entry<?> owner, Class<C> type, Function<C, String> words) {
        return scope.register().counting(owner.id(), type).stream().flatMap(entry -> {
            var said = words.apply(entry.content());
            var claimed = entry.basis().confirmedAt() == null ? " (claimed, not confirmed)" : "";
            return said.isBlank() ? Stream.empty() : Stream.of(said + claimed);
        });
    }

    private static String or(String words) {
        return words.isBlank() ? NOTHING : words;
    }
}
