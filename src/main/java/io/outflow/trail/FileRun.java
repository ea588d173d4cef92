package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.FileReading.End;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The reading of one file. */
final class FileRun {
    private static final int HEAD = 4;

    /**
     * Why a stream of bytes could not be used, or not to its end.
     *
     * @param damaged whether it is a log that breaks; else it is no log
     * @param why the end of a sentence
     */
    private record Fault(boolean damaged, String why) {}

    private final Limits limits;
    private final boolean inOneStep;
    private final RawFile raw;
    private final Tally tally;
    private final Budget budget;
    private final RecordReader records;
    private final OtherServices others;
    private final TrailSink sink;

    FileRun(
            Limits limits,
            boolean inOneStep,
            RawFile raw,
            TrailSink sink,
            KnownCalls known,
            TextScanner scanner,
            BodyObjects bodies) {
        this.limits = limits;
        this.inOneStep = inOneStep;
        this.raw = raw;
        this.sink = sink;
        tally = new Tally(sink);
        budget = new Budget(limits, raw, sink);
        records = new RecordReader(tally, limits, known, scanner, bodies);
        others = new OtherServices(tally);
    }

    FileReading read() {
        try {
            byte[] head = new byte[HEAD];
            int length = raw.readAt(0, head);
            if (Content.isZip(head, length)) {
                return archive();
            }
            if (inOneStep && GzipSource.starts(head, length)) {
                try (var whole = WholeGzip.of(raw, limits)) {
                    if (whole != null) {
                        return ended(whole(whole));
                    }
                }
            }
            return ended(unpacked(raw.slice(0, raw.size()), ""));
        } catch (Ended e) {
            return new FileReading(e.end(), e.failure(), budget.raw());
        } catch (ByteSource.Damaged e) {
            return ended(new Fault(true, e.why()));
        } catch (IOException e) {
            return new FileReading(End.FAILED, Sentences.notReadable(e), budget.raw());
        }
    }

    private @Nullable Fault whole(WholeGzip whole) throws Ended {
        // Hashed first, because reading moves the bytes.
        LogContent content = sink.wantsContent("") ? whole.content() : null;
        var fault = window(new Window(whole, budget, limits.recordBytes() + 1), "");
        if (content != null) {
            sink.content("", content);
        }
        return fault;
    }

    private FileReading ended(@Nullable Fault fault) {
        if (fault == null) {
            return new FileReading(End.COMPLETE, null, budget.raw());
        }
        String sentence = fault.damaged()
                ? Sentences.damaged(fault.why(), tally.records() - tally.rejected(), tally.rejected())
                : Sentences.noLog(fault.why());
        return new FileReading(End.FAILED, sentence, budget.raw());
    }

    private @Nullable Fault unpacked(ByteSource source, String entry) throws Ended, IOException {
        var peeked = new Peeked(source);
        boolean wanted = sink.wantsContent(entry);
        if (!peeked.isGzip()) {
            var fault = stream(peeked, entry);
            if (wanted) {
                sink.content(entry, LogContent.damaged("it is not compressed, as each log file of AWS is"));
            }
            return fault;
        }
        try (var gzip = new GzipSource(peeked)) {
            if (!wanted) {
                return stream(gzip, entry);
            }
            var hashed = new Hashed(gzip);
            var fault = stream(hashed, entry);
            var content = hashed.content();
            if (content != null) {
                sink.content(entry, content);
            }
            return fault;
        }
    }

    private @Nullable Fault stream(ByteSource source, String entry) throws Ended {
        var window = new Window(source, budget, limits.recordBytes() + 1);
        window.more(0);
        return window(window, entry);
    }

    private @Nullable Fault window(Window window, String entry) throws Ended {
        byte[] b = window.bytes();
        String foreign = Content.foreign(b, window.limit());
        if (foreign != null) {
            return new Fault(false, foreign);
        }
        int start = Content.markLength(b, window.limit());
        int before = tally.records();
        int knownBefore = tally.known();
        int unknownBefore = tally.unknown();
        var framer = new Framer(window, start, limits, tally, records, others, entry);
        framer.run();
        if (window.damage() != null) {
            return new Fault(true, window.damage());
        }
        if (framer.failure() != null) {
            return new Fault(true, framer.failure());
        }
        if (tally.known() > knownBefore) {
            return null;
        }
        if (tally.unknown() > unknownBefore) {
            return new Fault(false, "this is JSON but neither a CloudTrail file nor an invocation log");
        }
        if (framer.first() < 0) {
            return new Fault(false, "it is empty");
        }
        // A list that says what it is may hold nothing, or nothing that is sound.
        if (framer.named() || (framer.lists() && tally.records() == before)) {
            return null;
        }
        return new Fault(
                false,
                framer.first() == '{' || framer.first() == '[' ? "it is broken JSON" : Content.text(framer.first()));
    }

    private FileReading archive() throws IOException, Ended {
        var archive = new ZipArchive(raw);
        if (archive.entries() > limits.zipEntries()) {
            throw tooManyEntries();
        }
        int entries = 0;
        int files = 0;
        boolean sound = false;
        for (ZipArchive.Entry entry = archive.next(); entry != null; entry = archive.next()) {
            if (++entries > limits.zipEntries()) {
                throw tooManyEntries();
            }
            if (!entry.ignored()) {
                files++;
                sound |= entry(archive, entry);
            }
        }
        if (files == 0) {
            return ended(new Fault(false, "it is a zip archive without files"));
        }
        return ended(sound || tally.known() > 0 ? null : new Fault(false, "no file in this archive is a log"));
    }

    /** Reads one entry; returns whether it was read to its end. What cannot be read of it is one record aside. */
    private boolean entry(ZipArchive archive, ZipArchive.Entry entry) throws Ended {
        int before = tally.records();
        Fault fault;
        try (var source = new ZipEntrySource(archive, entry)) {
            fault = unpacked(source, entry.name());
        } catch (ByteSource.Damaged e) {
            fault = new Fault(true, e.why());
        } catch (IOException e) {
            fault = new Fault(true, "the disk gave an error");
        }
        if (fault != null && (fault.damaged() || tally.records() == before)) {
            tally.rejected(new BadRecord(
                    new Place(entry.name(), tally.next(), 0, entry.size()),
                    Reason.UNREADABLE_ENTRY,
                    "This entry of the archive could not be read to its end: " + fault.why() + ".",
                    null));
        }
        return fault == null;
    }

    private Ended tooManyEntries() {
        return Ended.failed(
                "This zip archive has more than " + limits.zipEntries()
                        + " entries, the cap for one archive, so it was stopped there. Records read before are safe. Split the archive.");
    }
}
