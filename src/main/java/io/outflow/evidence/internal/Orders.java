package io.outflow.evidence.internal;

import io.outflow.access.Acting;
import io.outflow.evidence.PackageRequest;
import io.outflow.history.ChangeLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders for packages, has them made one after the other, and writes down what came of each. */
@Component
public class Orders {

    private static final String UNEXPECTED =
            "Something failed on our side. No package was handed over. Tell your admin; the server's log says more.";

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Making making;
    private final Workshop workshop;
    private final PackageRows rows;
    private final Readers readers;
    private final HandedOut handedOut;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Orders(
            Making making,
            Workshop workshop,
            PackageRows rows,
            Readers readers,
            HandedOut handedOut,
            ChangeLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.making = making;
        this.workshop = workshop;
        this.rows = rows;
        this.readers = readers;
        this.handedOut = handedOut;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who orders a package, and why.
     *
     * @param by printed in the report
     * @param byId the person who sees it as their own
     * @param roles of that person, in words
     * @param template the template that is run by itself; nothing when somebody pressed a button
     * @param due when that run was due
     */
    public record Orderer(
            String by,
            @Nullable UUID byId,
            String roles,
            @Nullable String template,
            @Nullable UUID templateId,
            @Nullable Instant due) {

        /** Somebody at a screen. */
        public static Orderer person(String name, @Nullable UUID id, String roles) {
            return new Orderer(name, id, roles, null, null, null);
        }
    }

    /** An order that was taken: the number of the package, and its end. */
    public record Taken(long number, Future<?> end) {}

    /**
     * Writes an order down and begins to make the package, with the rights of whoever asks when callers are named.
     *
     * @throws IllegalArgumentException with a sentence when it is for somebody from outside and reaches beyond what they may see
     */
    public Taken take(PackageRequest asked, Orderer orderer) {
        var request = asked.asOf() == null ? asked.at(now()) : asked;
        var guest = readers.guest(request).orElse(null);
        var number = Objects.requireNonNull(transaction.execute(_ -> begin(request, orderer, guest)));
        return new Taken(
                number, workshop.start(number, request.named(), progress -> finish(number, orderer.roles(), progress)));
    }

    private long begin(PackageRequest request, Orderer orderer, @Nullable UUID guest) {
        // The entry is first: it holds the head of the log, so that no two packages take one number.
        log.append(
                "evidence requested",
                "evidence package",
                "%s. Period %s to %s. %s. For %s.%s"
                        .formatted(
                                request.title(),
                                request.from(),
                                request.to(),
                                request.callers(),
                                request.whom(),
                                orderer.template() == null ? "" : " By " + orderer.by() + "."));
        var seq = Acting.asOutflow(() -> log.newest().orElseThrow().seq());
        return rows.add(request, orderer, guest, now(), seq);
    }

    private void finish(long number, String roles, Consumer<String> progress) {
        var asked = rows.find(number).orElseThrow();
        try {
            var previous =
                    asked.previous() == 0 ? null : rows.find(asked.previous()).orElse(null);
            var made = making.make(asked, roles, rows.logSeq(number), previous, progress);
            transaction.executeWithoutResult(_ -> {
                rows.made(number, made.request(), made.at(), made.fileName(), made.signer(), made.sealed());
                log.append(
                        asked.madeBy(),
                        "evidence made",
                        "evidence package " + number,
                        "%s, SHA-256 %s, tag manifest %s, signed with %s"
                                .formatted(
                                        made.fileName(),
                                        made.sealed().sha256(),
                                        made.sealed().tagManifest(),
                                        made.signer()));
            });
            Acting.asOutflow(() -> log.newest().ifPresent(entry -> handedOut.remember(entry, clock.instant())));
        } catch (IOException e) {
            // Its message is a sentence that says what to do.
            LOG.warn("Evidence package {} was not made. {}", number, e.getMessage());
            rows.failed(number, Objects.requireNonNullElse(e.getMessage(), UNEXPECTED));
        } catch (RuntimeException e) {
            LOG.error("Evidence package {} could not be made", number, e);
            rows.failed(number, UNEXPECTED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
