package io.outflow.gaps.internal;

import io.outflow.classification.DataClass;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Spell;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.UsageTallies.Moment;
import io.outflow.vendors.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that checks look at, of one moment.
 *
 * @param from first instant of the calls
 * @param to end, exclusive
 * @param terms by product
 * @param cells all uses and attempts of the period
 * @param changes changes of settings until {@code to}, earliest first, also those before {@code from}
 * @param spells what AWS answered that it is set to, and for how long, by beginning
 * @param coverage which days logs can tell of, from an instant to the end
 * @param classes classes of data by code
 * @param joined how far invocation logs and records of the period found each other
 */
record Scene(
        Snapshot register,
        Instant from,
        Instant to,
        Moment usage,
        Links links,
        Map<UUID, Terms> terms,
        List<Cell> cells,
        List<SettingChange> changes,
        List<Spell> spells,
        Function<Instant, CoverageMap> coverage,
        Map<String, DataClass> classes,
        JoinedCalls joined) {

    /** The day on which it is looked at, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(to, ZoneOffset.UTC);
    }

    /** Uses that pass. */
    Stream<Cell> uses(Predicate<Cell> wanted) {
        return cells.stream().filter(cell -> cell.use() && wanted.test(cell));
    }

    /** Uses by product, without what belongs to none. */
    Map<UUID, List<Cell>> usesByProduct() {
        var byProduct = new HashMap<UUID, List<Cell>>();
        for (var cell : cells) {
            if (cell.use() && cell.product() != null) {
                byProduct
                        .computeIfAbsent(cell.product(), _ -> new java.util.ArrayList<>())
                        .add(cell);
            }
        }
        return byProduct;
    }

    String className(String code) {
        var known = classes.get(code);
        return known == null ? code : known.name();
    }

    String productName(@Nullable UUID product) {
        var known = product == null ? null : terms.get(product);
        return known == null ? "" : known.name();
    }

    static long calls(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::calls).sum();
    }
}
