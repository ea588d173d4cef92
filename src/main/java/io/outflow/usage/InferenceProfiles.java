package io.outflow.usage;

import java.util.List;

/** Application inference profiles; given by whoever asks AWS, so that calls by them are shown under their models. */
public interface InferenceProfiles {

    /** All that were ever seen. */
    List<InferenceProfile> all();

    /** An event: AWS was asked, so there may be more. */
    record Asked() {}
}
