package io.outflow.evidence.internal;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Comment;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random edits of a register, and what a package must hold of it, answered from the rows of the database alone. */
final class RegisterModel {

    static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private RegisterModel() {}

    record Row(
            long seq,
            Kind kind,
            UUID object,
            @Nullable UUID owner,
            Instant from,
            @Nullable Instant to,
            Instant recorded,
            boolean removed) {}

    /** Adds, changes and removes, and gives moments before, between and after. */
    static List<Instant> edit(Register register, Random random) {
        var moments = new ArrayList<Instant>();
        moments.add(Instant.parse("2020-01-01T00:00:00Z"));
        var alive = new ArrayList<Entry<?>>();
        for (var i = 0; i < 40; i++) {
            moments.add(Instant.now());
            var vendor = register.add(
                    new Draft(null, Vendor.named("V" + UUID.randomUUID()), Basis.ours("s", DAY, null)), "t");
            var product = register.add(new Draft(vendor.id(), Product.named("P" + i), Basis.ours("s", DAY, null)), "t");
            register.add(
                    new Draft(
                            random.nextBoolean() ? product.id() : vendor.id(),
                            new SubProcessor("S" + i, "DE", "x", null, null, null, YesNo.UNKNOWN, ""),
                            Basis.ours("s", DAY, null)),
                    "t");
            register.add(new Draft(product.id(), new Comment("c", List.of()), Basis.ours("s", DAY, null)), "t");
            if (i % 2 == 0) {
                register.add(
                        new Draft(product.id(), approval(ApprovalDecision.ALLOWED), Basis.ours("s", DAY, null)), "t");
            }
            alive.add(product);
            if (i % 3 == 2) {
                var gone = alive.remove(random.nextInt(alive.size()));
                register.remove(gone.id(), gone.version(), "t");
            }
            if (i % 4 == 3) {
                var changed = alive.remove(random.nextInt(alive.size()));
                var content = (Product) changed.content();
                register.change(
                        changed.id(),
                        changed.version(),
                        content.in(ProductStatus.APPROVED),
                        changed.basis(),
                        "t",
                        null);
            }
        }
        moments.add(Instant.now());
        return moments;
    }

    private static Approval approval(ApprovalDecision decision) {
        return new Approval(
                List.of("PERSONAL"),
                decision,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "",
                "Board",
                "Tested");
    }

    static List<Row> rows(JdbcClient jdbc) {
        // Other tests of the same database record kinds of their own.
        return jdbc.sql("SELECT seq, kind, object, owner, valid_from, valid_to, recorded_at, json FROM revision"
                        + " WHERE kind IN (:kinds)")
                .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toList())
                .query((row, n) -> {
                    var to = row.getObject("valid_to", OffsetDateTime.class);
                    return new Row(
                            row.getLong("seq"),
                            Kind.valueOf(row.getString("kind")),
                            row.getObject("object", UUID.class),
                            row.getObject("owner", UUID.class),
                            row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                            to == null ? null : to.toInstant(),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getString("json") == null);
                })
                .list();
    }

    /** The same question, answered from the rows alone. */
    static Map<String, Long> expected(List<Row> rows, Set<UUID> chosen, Instant at) {
        var asOf = at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var states = new HashMap<UUID, Row>();
        rows.stream()
                .filter(row -> !row.recorded().isAfter(asOf)
                        && !row.from().isAfter(asOf)
                        && (row.to() == null || row.to().isAfter(asOf)))
                .forEach(row -> states.merge(row.object(), row, (a, b) -> a.seq() > b.seq() ? a : b));
        states.values().removeIf(Row::removed);
        var inside = new HashSet<>(chosen.isEmpty() ? states.keySet() : chosen);
        inside.retainAll(states.keySet());
        if (!chosen.isEmpty()) {
            for (var product : Set.copyOf(inside)) {
                inside.add(states.get(product).owner());
            }
            for (var round = 0; round < 5; round++) {
                states.values().stream()
                        .filter(row ->
                                row.owner() != null && inside.contains(row.owner()) && row.kind() != Kind.PRODUCT)
                        .map(Row::object)
                        .toList()
                        .forEach(inside::add);
            }
        }
        var counts = new HashMap<String, Long>();
        for (var file : List.of(
                "vendors",
                "products",
                "applications",
                "agreements",
                "certifications",
                "reviews",
                "approvals",
                "documents",
                "facts",
                "comments-and-proposals")) {
            counts.put(file, 0L);
        }
        states.values().stream()
                .filter(row -> inside.contains(row.object()))
                .forEach(row -> counts.merge(file(row.kind()), 1L, Long::sum));
        return counts;
    }

    private static String file(Kind kind) {
        return switch (kind) {
            case VENDOR, PRODUCT, APPLICATION, AGREEMENT, CERTIFICATION, REVIEW, DOCUMENT, APPROVAL -> kind.path();
            case COMMENT, PROPOSAL -> "comments-and-proposals";
            default -> "facts";
        };
    }
}
