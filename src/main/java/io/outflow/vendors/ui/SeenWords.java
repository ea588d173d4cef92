package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Kind;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.SeenUse;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Use;
import io.outflow.vendors.SeenUse.Verdict;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was seen of a product, in the words of the register table. Nothing seen is never said where nothing could be seen. */
final class SeenWords {
    /** How many days are counted. */
    static final int DAYS = 30;

    static final SeenWords NOTHING =
            new SeenWords(Picture.nothing(LocalDate.EPOCH), new Snapshot(List.of()), List.of(), Instant.EPOCH);

    private static final String UNKNOWN = "UNKNOWN";
    private static final int SPARK_HEIGHT = 12;

    private final Picture picture;
    private final List<DataClass> classes;
    private final Map<UUID, Set<String>> approved = new HashMap<>();

    /** @param at when approvals must hold */
    SeenWords(Picture picture, Snapshot register, List<DataClass> classes, Instant at) {
        this.picture = picture;
        this.classes = classes;
        for (var entry : register.list(Approval.class)) {
            var approval = entry.content();
            if (entry.owner() != null && approval.decision().allows() && approval.holdsAt(at)) {
                var codes = approved.computeIfAbsent(entry.owner(), _ -> new HashSet<>());
                classes.stream().map(DataClass::code).filter(approval::concerns).forEach(codes::add);
            }
        }
    }

    /** Of the 30 days that end with the last evidence, or with the point in time that is shown. */
    static SeenWords of(SeenUse seen, Snapshot register, List<DataClass> classes, Instant at) {
        var end = seen.evidenceEnds().filter(at::isAfter).orElse(at);
        return new SeenWords(seen.days(LocalDate.ofInstant(end, ZoneOffset.UTC), DAYS), register, classes, at);
    }

    Picture picture() {
        return picture;
    }

    Cell calls(ProductRow row) {
        var use = use(row);
        if (use != null) {
            return Cell.plain(Formats.count(use.calls()), "");
        }
        if (!picture.evidence()) {
            return Cell.quiet("no logs yet", "use unknown");
        }
        return picture.visible().contains(row.id())
                ? Cell.quiet("none seen", "in what is logged")
                : Cell.quiet("no log source", "use unknown");
    }

    Cell people(ProductRow row) {
        var use = use(row);
        return use == null ? Cell.quiet("–", "") : Cell.plain(Formats.count(use.people()), "");
    }

    Cell lastSeen(ProductRow row) {
        var use = use(row);
        return use == null ? Cell.quiet("–", "") : Cell.plain(Formats.day(use.last()), "");
    }

    Cell proof(ProductRow row) {
        var use = use(row);
        var gaps = gapsOf(row);
        var waiting = gaps == 0 ? "no open gap" : Formats.count(gaps, "open gap", "open gaps");
        if (use == null) {
            return gaps == 0 ? Cell.quiet("–", "") : Cell.plain("–", waiting);
        }
        var glyph = use.verified() == 0
                ? Glyph.NO_DIGEST
                : use.verified() == use.calls() ? Glyph.VERIFIED : Glyph.PARTLY_VERIFIED;
        return Cell.plain(glyph, use.proof(), waiting);
    }

    /** Said where no class is approved; the letters of classes stand apart. */
    Cell classes(ProductRow row) {
        return Cell.quiet("none approved", "");
    }

    /** The letters of each class with the number of its colour, such as {@code Pe:5 Fi:6}; letters are two, without a blank. */
    String approved(ProductRow row) {
        return letters(approved.getOrDefault(row.id(), Set.of()));
    }

    /** Classes that were seen and are not approved; undecided calls as well. */
    String alsoSeen(ProductRow row) {
        var use = use(row);
        if (use == null) {
            return "";
        }
        var also = new HashSet<>(use.classes().keySet());
        also.removeAll(approved.getOrDefault(row.id(), Set.of()));
        return letters(also);
    }

    /** What was seen of Regions, where the logs part from the register. */
    Optional<String> regions(ProductRow row) {
        var gaps = picture.gaps(row.id(), Kind.RESIDENCY);
        if (!gaps.isEmpty()) {
            var sure = gaps.stream().anyMatch(gap -> gap.verdict() == Verdict.CONTRADICTED);
            return Optional.of(sure ? "others seen, " + gaps.getFirst().name() : "not all evidenced");
        }
        var use = use(row);
        return use == null ? Optional.empty() : Optional.of("no contradiction seen");
    }

    /** Bars a day as the path of an svg of 90 by 12; empty where nothing was seen. */
    String spark(ProductRow row) {
        var use = use(row);
        if (use == null || use.days().isEmpty()) {
            return "";
        }
        var most = use.days().values().stream().mapToLong(Long::longValue).max().orElse(1);
        var path = new StringBuilder("M0 12H90");
        var index = 0;
        for (var day : picture.first().datesUntil(picture.last().plusDays(1)).toList()) {
            long calls = use.days().getOrDefault(day, 0L);
            if (calls > 0) {
                var high = Math.max(1, Math.round((float) calls / most * SPARK_HEIGHT));
                path.append("M%d 12v-%dh2v%dz".formatted(index * 3, high, high));
            }
            index++;
        }
        return path.toString();
    }

    long callsOf(ProductRow row) {
        var use = use(row);
        return use == null ? -1 : use.calls();
    }

    long peopleOf(ProductRow row) {
        var use = use(row);
        return use == null ? -1 : use.people();
    }

    Instant lastSeenOf(ProductRow row) {
        var use = use(row);
        return use == null ? Instant.MIN : use.last();
    }

    long gapsOf(ProductRow row) {
        return picture.waiting(row.id()).size();
    }

    private @Nullable Use use(ProductRow row) {
        return picture.products().get(row.id());
    }

    private String letters(Set<String> codes) {
        var known = classes.stream()
                .filter(one -> codes.contains(one.code()))
                .map(one -> one.letters() + ":" + one.colour());
        return Stream.concat(known, codes.contains(UNKNOWN) ? Stream.of("?:0") : Stream.empty())
                .collect(Collectors.joining(" "));
    }
}
