package io.outflow.gaps.ui;

import io.outflow.classification.DataClasses;
import io.outflow.gaps.LinkedUse;
import io.outflow.posture.Coverage;
import io.outflow.usage.Usage;
import io.outflow.vendors.Register;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the page of a gap asks beside its gap. */
@Component
record GapParts(
        Register register, LinkedUse linked, Usage usage, Coverage coverage, DataClasses classes, Clock clock) {}
