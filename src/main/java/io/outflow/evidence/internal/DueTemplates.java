package io.outflow.evidence.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.outflow.access.AccessRefused;
import io.outflow.access.Acting;
import io.outflow.access.Names;
import io.outflow.access.OnBehalf;
import io.outflow.base.Formats;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Outcome;
import io.outflow.evidence.PackageTemplate.Plan;
import io.outflow.evidence.internal.Orders.Orderer;
import io.outflow.evidence.internal.Orders.Taken;
import io.outflow.evidence.internal.TemplateRows.Stored;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the packages of templates that are due. db-scheduler lets one server do it. A run that was missed is made up for once, for the
 * newest time at which it was due; one that a server died in is begun anew, unless its package was made.
 */
@Component
class DueTemplates {

    static final String TASK = "evidence.monthly";

    private static final Logger LOG = LoggerFactory.getLogger(DueTemplates.class);

    private final TemplateRows templates;
    private final PackageRows packages;
    private final Orders orders;
    private final OnBehalf behalf;
    private final Names names;
    private final Mail mail;
    private final Clock clock;

    DueTemplates(
            TemplateRows templates,
            PackageRows packages,
            Orders orders,
            OnBehalf behalf,
            Names names,
            Mail mail,
            Clock clock) {
        this.templates = templates;
        this.packages = packages;
        this.orders = orders;
        this.behalf = behalf;
        this.names = names;
        this.mail = mail;
        this.clock = clock;
    }

    static RecurringTask<Void> task(Runnable run) {
        return Tasks.recurring(TASK, Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> Acting.asOutflow(run));
    }

    /** Makes what is due, one after the other, and ends when all is made. */
    void run() {
        for (var stored : templates.due(clock.instant())) {
            run(stored, Objects.requireNonNull(stored.template().plan()));
        }
    }

    private void run(Stored stored, Plan plan) {
        var template = stored.template();
        var times = plan.monthly().from(plan.next(), clock.instant());
        var due = times.getLast();
        Outcome outcome;
        try {
            var number = packages.madeOf(template.id(), due).orElse(0L);
            outcome = outcome(
                    number == 0
                            ? make(stored, plan, due)
                            : packages.find(number).orElseThrow(),
                    times);
        } catch (AccessRefused | IllegalArgumentException e) {
            outcome = new Outcome(now(), 0, Objects.requireNonNullElse(e.getMessage(), ""), true);
        } catch (InterruptedException e) {
            // Outflow stops; the next server begins anew.
            Thread.currentThread().interrupt();
            return;
        }
        templates.ran(template, outcome, plan.monthly().after(due));
        if (outcome.failed()) {
            LOG.warn("The monthly package {} was not made. {}", template.name(), outcome.words());
            tell(template, plan, due, outcome);
        }
    }

    private EvidencePackage make(Stored stored, Plan plan, Instant due) throws InterruptedException {
        var template = stored.template();
        var request = template.request(LocalDate.ofInstant(due, ZoneOffset.UTC));
        var problems = request.problems(now());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        var orderer = new Orderer(
                "Outflow, by the template %s that %s set up".formatted(template.name(), plan.setUpBy()),
                stored.setUpById(),
                "Outflow itself",
                template.name(),
                template.id(),
                due);
        var taken = request.named() ? named(stored, request, orderer) : orders.take(request, orderer);
        try {
            taken.end().get();
        } catch (ExecutionException e) {
            LOG.error("Evidence package {} ended badly", taken.number(), e);
        }
        return packages.find(taken.number()).orElseThrow();
    }

    /** With the rights that whoever set it up has now. */
    private Taken named(Stored stored, PackageRequest request, Orderer orderer) {
        var person = stored.setUpById();
        if (person == null) {
            throw new IllegalArgumentException("Callers are to be named, and nobody who may see names set that up.");
        }
        return behalf.of(person, () -> {
            names.reveal(request.reason());
            return orders.take(request, orderer);
        });
    }

    private Outcome outcome(EvidencePackage made, List<Instant> times) {
        if (made.state() != State.MADE) {
            return new Outcome(now(), made.number(), made.message(), true);
        }
        var missed = times.subList(0, times.size() - 1);
        return new Outcome(
                now(),
                made.number(),
                missed.isEmpty()
                        ? ""
                        : "No server ran at %s, so no package was made then."
                                .formatted(missed.stream().map(Formats::minute).collect(Collectors.joining("; "))),
                false);
    }

    private void tell(PackageTemplate template, Plan plan, Instant due, Outcome outcome) {
        var recipient = mail.recipient(plan.owner());
        if (recipient.isEmpty()) {
            return;
        }
        var address = mail.address();
        try {
            mail.send(
                    recipient.get(),
                    "Outflow: the monthly package %s was not made".formatted(template.name()),
                    """
                    The evidence package of the template %s, due %s, was not made.

                    %s

                    Nothing half was handed over, and earlier packages are as they were. Mend the cause, then open the template and
                    make the package by hand. The next one is due %s.
                    %s
                    """.formatted(
                                    template.name(),
                                    Formats.minute(due),
                                    outcome.words(),
                                    Formats.minute(plan.monthly().after(due)),
                                    address.isEmpty()
                                            ? "Owner: " + plan.owner()
                                            : "%s/evidence/new?template=%s".formatted(address, template.id())));
        } catch (MailRefused e) {
            LOG.warn("Nobody was told of that by mail: {}", e.sentence());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
