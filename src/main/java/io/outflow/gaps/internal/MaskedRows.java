package io.outflow.gaps.internal;

import io.outflow.access.Names;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Row;
import io.outflow.gaps.Gap;
import org.springframework.stereotype.Component;

/** How callers leave this module: with their names where whoever asks may see them, else with their marks. */
@Component
class MaskedRows {
    private final Names names;

    MaskedRows(Names names) {
        this.names = names;
    }

    Gap of(Gap gap) {
        return new Gap(
                gap.number(),
                of(gap.finding()),
                gap.state(),
                gap.owner(),
                gap.due(),
                gap.acceptedUntil(),
                gap.why(),
                gap.openedAt(),
                gap.changedAt(),
                gap.version());
    }

    Finding of(Finding finding) {
        return new Finding(
                finding.key(),
                finding.severity(),
                finding.certainty(),
                finding.productName(),
                finding.number(),
                finding.sentence(),
                finding.detail(),
                finding.periods(),
                finding.figures(),
                finding.rests(),
                finding.rules(),
                finding.rows().stream().map(this::of).toList(),
                finding.moreRows());
    }

    private Row of(Row row) {
        return new Row(
                row.callerKind(),
                names.shown(row.callerKind(), row.callerId(), row.callerId()),
                names.shown(row.callerKind(), row.callerId(), row.caller()),
                row.grade(),
                row.account(),
                row.channel(),
                row.model(),
                row.modelId(),
                row.region(),
                row.inferenceRegion(),
                row.dataClass(),
                row.provenance(),
                row.application(),
                row.calls(),
                row.first(),
                row.last());
    }
}
