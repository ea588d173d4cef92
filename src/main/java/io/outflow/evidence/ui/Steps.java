package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import io.outflow.access.Names;
import io.outflow.base.Formats;
import io.outflow.evidence.Framework;
import io.outflow.evidence.Invitations;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.usage.Usage;
import io.outflow.vendors.Register;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four steps: the fields of each, and each in a few words. */
final class Steps {

    private final ScopeStep scope;
    private final PeriodStep period;
    private final FrameworkStep frameworks;
    private final PrivacyStep privacy;

    Steps(Register register, Usage usage, Invitations invitations, Names names, Clock clock, Runnable changed) {
        this.scope = new ScopeStep(register, usage, invitations, changed);
        this.period = new PeriodStep(clock, changed);
        this.frameworks = new FrameworkStep(changed);
        this.privacy = new PrivacyStep(names, changed);
    }

    Component of(Draft draft) {
        return switch (draft.step) {
            case 1 -> scope.of(draft);
            case 2 -> period.of(draft);
            case 3 -> frameworks.of(draft);
            default -> privacy.of(draft);
        };
    }

    /** A step as it was answered. */
    static String summary(Draft draft, int step) {
        return switch (step) {
            case 1 ->
                (draft.products.isEmpty()
                                ? "the whole register"
                                : Formats.count(draft.products.size(), "product", "products"))
                        + ", "
                        + (draft.accounts.isEmpty()
                                ? "all accounts"
                                : Formats.count(draft.accounts.size(), "account", "accounts"));
            case 2 ->
                (draft.period == Period.FIXED ? "" : draft.period.label().toLowerCase(Locale.ROOT) + ", ")
                        + Formats.period(draft.from, draft.to.isBefore(draft.from) ? draft.from : draft.to)
                        + (draft.asOf == null ? ", as known now" : ", as known " + Formats.minute(draft.asOf));
            case 3 ->
                draft.frameworks.isEmpty()
                        ? "which controls the files answer"
                        : draft.frameworks.stream().map(Framework::label).collect(Collectors.joining(", "));
            default -> draft.named ? "callers named, with a reason" : "pseudonyms unless you give a reason";
        };
    }
}
