package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import io.outflow.trail.Detection;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Lets all detectors look at texts. */
final class Looking {
    private Looking() {}

    static TextScan everything() {
        var classes = new EnumMap<Detector, String>(Detector.class);
        for (var detector : Detector.values()) {
            classes.put(detector, detector.dataClass());
        }
        return new TextScan(classes);
    }

    /** What is found in the texts of one call. */
    static Map<Detector, Integer> at(String... texts) {
        return at(everything(), texts);
    }

    static Map<Detector, Integer> at(TextScan scan, String... texts) {
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            scan.text(bytes, 0, bytes.length);
        }
        var found = new TreeMap<Detector, Integer>();
        for (Detection one : scan.found()) {
            found.put(Detector.valueOf(one.detector()), one.count());
        }
        return found;
    }
}
