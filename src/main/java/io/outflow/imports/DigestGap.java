package io.outflow.imports;

import java.time.Instant;

/**
 * A time for which the digests of a trail prove nothing: neither that its log files are whole nor that there were none.
 *
 * @param account twelve digits
 * @param region where the events were recorded
 * @param trail name of the trail
 * @param from the gap begins here
 * @param to and ends here; {@link io.outflow.imports.Proofs#gaps} gives the part of the period that was asked for
 * @param hours digests that are missing, one for each hour begun
 * @param reason a sentence
 */
public record DigestGap(
        String account, String region, String trail, Instant from, Instant to, long hours, String reason) {}
