package io.outflow.evidence;

import io.outflow.access.Acting;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.internal.HandedOut;
import io.outflow.evidence.internal.KeyFolder;
import io.outflow.evidence.internal.Making;
import io.outflow.evidence.internal.Orders;
import io.outflow.evidence.internal.Orders.Orderer;
import io.outflow.evidence.internal.PackageFolder;
import io.outflow.evidence.internal.PackageRows;
import io.outflow.evidence.internal.Readers;
import io.outflow.evidence.internal.TimeStamps;
import io.outflow.evidence.internal.Workshop;
import io.outflow.history.ChangeLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evidence packages: made, kept, handed out byte for byte, and checked. Asking for one and handing one out are entries of the
 * change log. Whoever may export within a scope sees the packages they made and those that name them as recipient; who was invited from
 * outside sees those made for them, as far as their scope goes.
 */
@Service
@Requires(value = Action.EVIDENCE, level = Permission.READ)
public class EvidencePackages {

    /** The largest archive that is taken for a check, in bytes: 2 GiB. */
    public static final long LARGEST = 2L << 30;

    private static final long LARGEST_UNPACKED = 64L << 30;

    private final Making making;
    private final Orders orders;
    private final Workshop workshop;
    private final PackageRows rows;
    private final Readers readers;
    private final PackageFolder folder;
    private final KeyFolder keys;
    private final TimeStamps stamps;
    private final HandedOut handedOut;
    private final ChangeLog log;
    private final Names names;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidencePackages(
            Making making,
            Orders orders,
            Workshop workshop,
            PackageRows rows,
            Readers readers,
            PackageFolder folder,
            KeyFolder keys,
            TimeStamps stamps,
            HandedOut handedOut,
            ChangeLog log,
            Names names,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.making = making;
        this.orders = orders;
        this.workshop = workshop;
        this.rows = rows;
        this.readers = readers;
        this.folder = folder;
        this.keys = keys;
        this.stamps = stamps;
        this.handedOut = handedOut;
        this.log = log;
        this.names = names;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a package would hold, counted now. */
    @Requires(Action.EVIDENCE)
    public Preview preview(PackageRequest request) {
        return Acting.asOutflow(() -> making.preview(request));
    }

    /**
     * Begins to make a package, which goes on when the page is closed.
     *
     * @return its number
     * @throws IllegalArgumentException with a sentence when the request has a problem
     */
    @Requires(Action.EVIDENCE)
    public long make(PackageRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var problems = request.problems(now);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        if (request.named()) {
            names.reveal(request.reason());
        }
        var roles = person.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
        return orders.take(
                        request,
                        Orderer.person(
                                person.name(), person.id().orElse(null), roles.isEmpty() ? "Outflow itself" : roles))
                .number();
    }

    /** Those that the person may see, newest first. */
    public List<EvidencePackage> list() {
        return rows.list().stream().filter(readers::mayOpen).toList();
    }

    public Optional<EvidencePackage> find(long number) {
        var found = rows.find(number).filter(readers::mayOpen);
        found.ifPresent(readers::looked);
        return found;
    }

    public List<EvidencePackage.File> files(long number) {
        return find(number).map(one -> rows.files(one.number())).orElse(List.of());
    }

    /** What is done now for a package that is being made; empty otherwise. */
    public Optional<String> doing(long number) {
        return find(number).flatMap(one -> workshop.doing(one.number()));
    }

    /** Tells of what is done, at most three times a second, and once at the end. Closing the handle ends it. */
    public AutoCloseable watch(long number, Runnable listener) {
        return workshop.watch(number, listener);
    }

    /** The bytes of a package, the same each time. Handing them out is an entry of the change log. */
    public InputStream open(long number) throws IOException {
        return Files.newInputStream(handOut(number, ""));
    }

    /**
     * The archive of a package, whose bytes are the same each time, to be handed out now, which is an entry of the change log.
     *
     * @param piece which of its bytes; empty for all
     * @throws IOException with a sentence when it is not as it was made
     */
    public Path handOut(long number, String piece) throws IOException {
        var made = made(number);
        var archive = folder.archive(made);
        if (!Files.isRegularFile(archive) || Files.size(archive) != made.bytes()) {
            throw new IOException("The archive of package %d is not as it was made. Put %s back from a backup."
                    .formatted(number, made.fileName()));
        }
        transaction.executeWithoutResult(_ -> log.append(
                "evidence downloaded",
                "evidence package " + number,
                "SHA-256 %s%s".formatted(made.sha256(), piece.isEmpty() ? "" : ", a piece: " + piece)));
        return archive;
    }

    /** The stamp that came after a package was made; empty when there is none. */
    public Optional<byte[]> laterStamp(long number) throws IOException {
        var file = folder.laterStamp(made(number));
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Checks the archive that is kept, as anybody would. */
    public Verification verify(long number) throws IOException {
        try (var bag = Bag.open(folder.archive(made(number)))) {
            return verifier().verify(bag);
        }
    }

    /** One of the JSON files of a package, such as {@code data/missing.json}. */
    public JsonNode read(long number, String name) {
        try (var bag = Bag.open(folder.archive(made(number)));
                var bytes = bag.open(name)) {
            return JsonMapper.shared().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a package that somebody brings, against the keys of this installation.
     *
     * @throws IOException with a sentence when it is no package, or larger than {@link #LARGEST}
     */
    @Requires(Action.VERIFY_EVIDENCE)
    public Verification verify(InputStream archive) throws IOException {
        var file = folder.incoming();
        try {
            try (var out = Files.newOutputStream(file)) {
                var buffer = new byte[1 << 16];
                var size = 0L;
                for (var read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                    size += read;
                    if (size > LARGEST) {
                        throw new IOException(
                                "This archive is larger than 2 GiB. Check it with ./outflow verify on your own machine.");
                    }
                    out.write(buffer, 0, read);
                }
            }
            try (var bag = Bag.open(file)) {
                if (bag.size() > LARGEST_UNPACKED) {
                    throw new IOException(
                            "This archive unpacks to more than 64 GiB. Check it with ./outflow verify on your own machine.");
                }
                return verifier().verify(bag);
            } catch (ZipException e) {
                throw new IOException(
                        "This is not an archive that can be read, so it is not a package as it was made.", e);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What is wrong with the database, when it no longer holds what was handed out. */
    public Optional<String> alarm() {
        return Acting.asOutflow(handedOut::alarm);
    }

    private PackageVerifier verifier() {
        return new PackageVerifier(
                keys.all().stream().map(KeyFolder.Known::certificate).toList(), stamps.authorities());
    }

    private EvidencePackage made(long number) {
        return find(number)
                .filter(one -> one.state() == State.MADE)
                .orElseThrow(() -> new IllegalArgumentException("There is no package " + number + "."));
    }
}
