package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;

/** Illnesses and treatments, where a word nearby says that somebody has them: a question about an illness tells of nobody. */
final class Health {
    private static final int NEVER = Integer.MIN_VALUE / 2;
    private static final int NEAR = 90;
    private static final int BESIDE = 32;

    private final Slice text;
    private final Finds finds;
    private int term;
    private int termEnd;
    private int suffers;
    private int whose;

    Health(Slice text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    void start() {
        term = NEVER;
        termEnd = NEVER;
        suffers = NEVER;
        whose = NEVER;
    }

    void word(int cues, int start, int end) {
        if (Cue.SUFFERS.in(cues)) {
            suffers = end;
            if (start - termEnd <= NEAR) {
                report();
            }
        }
        if (Cue.WHOSE.in(cues)) {
            whose = end;
            if (start - termEnd <= BESIDE) {
                report();
            }
        }
        if (Cue.HEALTH.in(cues)) {
            term = start;
            termEnd = end;
            if (start - suffers <= NEAR || start - whose <= BESIDE) {
                report();
            }
        }
    }

    private void report() {
        finds.add(Detector.HEALTH, text, term, termEnd);
        term = NEVER;
        termEnd = NEVER;
    }
}
