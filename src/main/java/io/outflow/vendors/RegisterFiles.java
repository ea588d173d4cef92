package io.outflow.vendors;

import io.outflow.access.AccessRefused;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.AsOf;
import io.outflow.history.ChangeLog;
import io.outflow.vendors.ImportPreview.Addition;
import io.outflow.vendors.ImportPreview.Place;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.internal.files.Reading;
import io.outflow.vendors.internal.files.Writing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register as files, for people who work in spreadsheets: exported with all fields, and imported field by field. An
 * export that is imported again changes nothing.
 */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class RegisterFiles {

    /** Between the names of an entry and of what it hangs on. */
    public static final String UNDER = " / ";

    /** The largest file that is taken, in bytes. */
    public static final long LARGEST = 20L * 1024 * 1024;

    private final Register register;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final EntryJson json;
    private final Clock clock;

    RegisterFiles(Register register, ChangeLog log, TransactionTemplate transaction, EntryJson json, Clock clock) {
        this.register = register;
        this.log = log;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** How the register is written. */
    public enum Format {
        /** One sheet a kind. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** One file a kind, in a ZIP archive. */
        CSV("zip", "application/zip"),
        /** All entries, exact. For programs; it cannot be imported. */
        JSON("json", "application/json");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** A name for the file that says of which day it is. */
    public String fileName(Format format, Optional<AsOf> asOf) {
        var at = asOf.map(AsOf::valid).orElseGet(clock::instant);
        return "outflow-register-%s%s.%s"
                .formatted(
                        LocalDate.ofInstant(at, ZoneOffset.UTC),
                        format == Format.CSV ? "-csv" : "",
                        format.ending.toLowerCase(Locale.ROOT));
    }

    /**
     * Writes the register to the end and leaves the stream open. The export is an entry of the change log; where that cannot
     * be written nothing is exported.
     *
     * @param asOf where to read; nothing for the register as it stands
     */
    public void write(Format format, Optional<AsOf> asOf, OutputStream out) throws IOException {
        var entries = asOf.map(register::asOf).orElseGet(register::now);
        var words = asOf.map(at -> "%s, as known at %s".formatted(at.valid(), at.known()))
                .orElseGet(() -> clock.instant().toString());
        transaction.executeWithoutResult(_ -> log.append(
                "register exported",
                "as " + format,
                "As of %s. %d entries.".formatted(words, entries.all().size())));
        new Writing(entries, words, clock.instant().toString(), json).write(format, out);
    }

    /**
     * Says what importing a file would do. An XLSX workbook, a ZIP archive of CSV files, or one CSV file named after its kind.
     *
     * @throws FileRefused when the file cannot be taken as a whole
     */
    @Requires(Action.REGISTER)
    public ImportPreview read(String fileName, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new FileRefused(
                    "This file is larger than %d MiB. Nothing was read of it. Split it and import the parts."
                            .formatted(LARGEST / (1024 * 1024)));
        }
        return Reading.preview(fileName, file, register.now());
    }

    /**
     * Does what the preview says, each row for itself: what somebody changed since is refused, the rest goes in.
     *
     * @param reason why, for all rows
     * @throws EntryRefused when no reason is given
     */
    @Requires(Action.REGISTER)
    public ImportResult save(ImportPreview preview, String reason) {
        if (reason.isBlank()) {
            throw new EntryRefused("reason", "Say why. The history keeps it with every row.");
        }
        var refused = new ArrayList<>(preview.refused());
        var ids = new HashMap<String, UUID>();
        var added = 0;
        for (var addition : preview.added()) {
            added += attempt(addition.place(), addition.content().heading(), refused, () -> add(addition, ids, reason));
        }
        var changed = 0;
        for (var change : preview.changed()) {
            changed += attempt(
                    change.place(),
                    change.before().title(),
                    refused,
                    () -> register.change(
                            change.before().id(),
                            change.before().version(),
                            change.content(),
                            change.basis(),
                            reason,
                            null));
        }
        var result = new ImportResult(added, changed, preview.unchanged(), refused);
        transaction.executeWithoutResult(_ -> log.append(
                "register imported",
                preview.fileName(),
                "%d added, %d changed, %d unchanged, %d refused. %s"
                        .formatted(
                                result.added(),
                                result.changed(),
                                result.unchanged(),
                                result.refused().size(),
                                reason)));
        return result;
    }

    /** Writes refused rows as CSV with their places and reasons, and leaves the stream open. */
    @Requires(Action.REGISTER)
    public void writeRefused(List<Refusal> refused, OutputStream out) throws IOException {
        Writing.refused(refused, out);
    }

    private void add(Addition addition, Map<String, UUID> ids, String reason) {
        var owner = addition.owner();
        if (owner == null && !addition.ownerName().isEmpty()) {
            owner = ids.get(addition.ownerName().toLowerCase(Locale.ROOT));
            if (owner == null) {
                throw new EntryRefused("owner", "What this hangs on did not go in, so neither did this.");
            }
        }
        var entry = register.add(new Draft(owner, addition.content(), addition.basis()), reason);
        ids.put(addition.name().toLowerCase(Locale.ROOT), entry.id());
    }

    private static int attempt(Place place, String title, List<Refusal> refused, Runnable change) {
        try {
            change.run();
            return 1;
        } catch (EntryRefused | EntryChangedMeanwhile | AccessRefused e) {
            refused.add(new Refusal(place, title, String.valueOf(e.getMessage())));
            return 0;
        }
    }
}
