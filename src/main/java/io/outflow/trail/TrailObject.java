package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** One object of a trail, or its copy in a file. */
public interface TrailObject {
    /** Name that people find it by: a path, or an address in S3. Its last part is the name that CloudTrail gave it. */
    String name();

    /** Whether it was found where it says it lies. A copy is compared as far as its path goes. */
    boolean liesAt(ObjectPlace place);

    /** Its bytes as they are stored. */
    InputStream open() throws IOException;

    /** What a log file holds; empty where that is not known yet. */
    default Optional<LogContent> content() throws IOException {
        try (InputStream in = open()) {
            return Optional.of(LogContent.of(in));
        }
    }

    /**
     * The metadata that S3 keeps with it, names in small letters; empty when there is none.
     *
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html">AWS:
     *     digest file structure</a>
     */
    Map<String, String> metadata() throws IOException;

    /** The part of its name behind the last slash. */
    default String fileName() {
        return name().substring(name().lastIndexOf('/') + 1);
    }
}
