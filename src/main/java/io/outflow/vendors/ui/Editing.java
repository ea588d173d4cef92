package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.base.ui.ReasonDialog;
import io.outflow.base.ui.Toast;
import io.outflow.base.ui.Unsaved;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done on a page of the register: opens the dialogs, makes the changes, and has the page shown anew after each. */
final class Editing {

    private static final int MONTHS = 12;

    private final Register register;
    private final Unsaved unsaved;
    private final Supplier<LocalDate> today;
    private final Consumer<UUID> reload;

    /** @param reload shows the page anew and leads the reader to an entry */
    Editing(Register register, Unsaved unsaved, Supplier<LocalDate> today, Consumer<UUID> reload) {
        this.register = register;
        this.unsaved = unsaved;
        this.today = today;
        this.reload = reload;
    }

    void add(@Nullable UUID owner, Content start) {
        add(owner, start, this::saved);
    }

    void add(@Nullable UUID owner, Content start, Consumer<Entry<?>> onSaved) {
        EntryDialog.adding(register, unsaved, onSaved, owner, start).open();
    }

    void edit(Entry<?> entry) {
        EntryDialog.changing(register, unsaved, this::saved, this::remove, entry)
                .open();
    }

    /** Confirms with one click; asks for the source when the fact names none. */
    void confirm(Entry<?> entry) {
        if (entry.basis().source().isEmpty()) {
            walk(List.of(entry));
            return;
        }
        attempt(() -> {
                    var check = nextCheck(entry);
                    register.confirm(entry.id(), entry.version(), "", check, ConfirmWalk.READ);
                    Toast.done("Confirmed. To be checked again by %s.".formatted(Formats.day(check)));
                    reload.accept(entry.id());
                })
                .ifPresent(Toast::failed);
    }

    /** Leads through facts that nobody confirmed, one by one. */
    void walk(List<Entry<?>> entries) {
        new ConfirmWalk(register, entries, this::nextCheck, today.get(), this::edit, reload).open();
    }

    void reject(Entry<?> entry) {
        new ReasonDialog(
                        "Reject: " + entry.title(),
                        "It stays to be seen, marked as rejected, and counts for nothing.",
                        "Reject",
                        reason -> change(entry.id(), () -> register.reject(entry.id(), entry.version(), reason)))
                .open();
    }

    void remove(Entry<?> entry) {
        new ReasonDialog(
                        "Remove: " + entry.title(),
                        "It goes out of the register with all that hangs on it. The history keeps both.",
                        "Remove",
                        reason -> change(entry.id(), () -> register.remove(entry.id(), entry.version(), reason)))
                .open();
    }

    void decide(Entry<?> proposal, boolean accepted) {
        new ReasonDialog(
                        (accepted ? "Accept: " : "Decline: ") + proposal.title(),
                        accepted ? "The product takes this status." : "The product keeps its status.",
                        accepted ? "Accept" : "Decline",
                        reason -> change(
                                proposal.id(),
                                () -> register.decide(proposal.id(), proposal.version(), accepted, reason)))
                .open();
    }

    void propose(Entry<?> product) {
        new ProposalDialog((status, why) -> change(product.id(), () -> register.propose(product.id(), status, why)))
                .open();
    }

    Optional<String> comment(UUID owner, String text) {
        return change(owner, () -> register.comment(owner, text));
    }

    /** Makes a change and shows the page anew; gives the sentence of a refusal. */
    Optional<String> change(UUID id, Runnable change) {
        return attempt(() -> {
            change.run();
            reload.accept(id);
        });
    }

    Register register() {
        return register;
    }

    /** The day set for the next look when it is still to come, else after the product's review cycle, else after a year. */
    LocalDate nextCheck(Entry<?> entry) {
        var set = entry.basis().nextCheck();
        if (set != null && set.isAfter(today.get())) {
            return set;
        }
        return today.get().plusMonths(cycle(entry, register.now()));
    }

    /** The facts that wait for somebody to look, in the order of the page. */
    static List<Entry<?>> toConfirm(UUID owner, PageState state) {
        return state.register().of(owner).stream()
                .filter(entry -> entry.kind().isFact())
                .filter(entry -> waits(entry, state.today()))
                .sorted(Comparator.comparing(Entry::kind))
                .toList();
    }

    static boolean waits(Entry<?> entry, LocalDate today) {
        var assurance = entry.basis().assurance(today);
        return assurance == Assurance.CLAIMED || assurance == Assurance.STALE;
    }

    private static int cycle(Entry<?> entry, Snapshot register) {
        return register.owner(entry)
                .flatMap(owner -> owner.as(Product.class))
                .map(product -> product.content().reviewMonths())
                .orElse(MONTHS);
    }

    private void saved(Entry<?> entry) {
        Toast.done("Saved. The history keeps what it said before.");
        reload.accept(entry.id());
    }

    private static Optional<String> attempt(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (EntryRefused e) {
            return Optional.of(e.sentence());
        } catch (EntryChangedMeanwhile e) {
            return Optional.of(e.sentence() + " Reload the page to see it.");
        }
    }
}
