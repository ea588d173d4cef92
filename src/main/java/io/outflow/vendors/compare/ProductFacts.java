package io.outflow.vendors.compare;

import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The facts of one product that count, at one instant: what was rejected is left out. An agreement of the vendor counts for all its products. */
record ProductFacts(Snapshot register, Entry<Product> product, Instant at) {

    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    Optional<Entry<Vendor>> vendor() {
        return register.vendorOf(product);
    }

    String vendorName() {
        return vendor().map(Entry::title).orElse("unknown vendor");
    }

    <C extends Content> List<Entry<C>> list(Class<C> type) {
        return register.counting(product.id(), type);
    }

    <C extends Content> Optional<Entry<C>> first(Class<C> type) {
        return list(type).stream().findFirst();
    }

    Optional<Entry<Training>> training() {
        return first(Training.class);
    }

    Optional<Entry<Residency>> residency() {
        return first(Residency.class);
    }

    Optional<Entry<Control>> control(ControlType type) {
        return list(Control.class).stream()
                .filter(entry -> entry.content().type() == type)
                .findFirst();
    }

    /** The windows for prompts and outputs, the one without a condition first. */
    List<Entry<RetentionWindow>> promptRetention() {
        return retention(DataKind.PROMPTS_AND_OUTPUTS);
    }

    List<Entry<RetentionWindow>> retention(DataKind kind) {
        return list(RetentionWindow.class).stream()
                .filter(entry -> entry.content().data() == kind)
                .sorted(Comparator.comparing(entry -> condition(entry.content())))
                .toList();
    }

    private static String condition(RetentionWindow window) {
        return window.model() + window.region() + window.mode() + window.detail();
    }

    /** The agreement of a type that decides. */
    Optional<Entry<Agreement>> agreement(AgreementType type) {
        return Optional.ofNullable(term(type).agreement());
    }

    /** Whether an agreement of a type is in force and somebody confirmed it; a claim is never in force. */
    boolean inForce(AgreementType type) {
        return term(type).state() == AgreedTerm.State.IN_FORCE;
    }

    private AgreedTerm term(AgreementType type) {
        return AgreedTerm.of(type, register, product, at);
    }

    boolean confirmed(Entry<?> entry) {
        return switch (entry.basis().assurance(today())) {
            case CONFIRMED, STALE -> true;
            case CLAIMED, REJECTED -> false;
        };
    }

    List<Entry<Application>> applications() {
        return register.applicationsOf(product.id());
    }
}
