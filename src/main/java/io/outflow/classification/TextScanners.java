package io.outflow.classification;

import io.outflow.trail.TextScanner;

/** Gives imports the detectors that are switched on. */
public interface TextScanners {

    /** A scanner for one file, with the settings of this moment. */
    TextScanner scanner();
}
