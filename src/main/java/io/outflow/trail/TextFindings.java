package io.outflow.trail;

import java.util.List;

/**
 * What detectors saw of the text of a call.
 *
 * @param detections by detector; empty also where nothing was looked at
 */
public record TextFindings(Seen seen, List<Detection> detections) {
    /** No text was looked at. */
    public static final TextFindings NONE = new TextFindings(Seen.NOTHING, List.of());

    /** How much of the text of a call was looked at. */
    public enum Seen {
        /** The record holds no text, or nobody looked. */
        NOTHING,
        /** What the record holds; a part is kept elsewhere, or is an image or a document. */
        PART,
        /** All that the call sent and received. */
        WHOLE
    }
}
