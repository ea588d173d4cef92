package io.outflow.imports.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.imports.DigestGap;
import io.outflow.imports.Proofs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The door to what digests leave open. */
@Service
@Requires(Action.READ_USAGE)
class ProofService implements Proofs {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final GapRows rows;

    ProofService(JdbcTemplate jdbc) {
        this.rows = new GapRows(jdbc);
    }

    @Override
    public List<DigestGap> gaps(Instant from, Instant to) {
        return rows.between(from, to).stream().map(gap -> cut(gap, from, to)).toList();
    }

    private static DigestGap cut(DigestGap gap, Instant from, Instant to) {
        var start = gap.from().isBefore(from) ? from : gap.from();
        var end = gap.to().isAfter(to) ? to : gap.to();
        long hours = Math.ceilDiv(Duration.between(start, end).toSeconds(), HOUR);
        return new DigestGap(gap.account(), gap.region(), gap.trail(), start, end, hours, gap.reason());
    }
}
