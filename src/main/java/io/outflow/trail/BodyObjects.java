package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Prompts and answers that are too large for a line of an invocation log. Bedrock puts each into an object of its own in S3, and
 * the line says where in {@code inputBodyS3Path} or {@code outputBodyS3Path}.
 */
public interface BodyObjects {

    /** None can be had, so what they hold is not seen. */
    BodyObjects NONE = address -> null;

    /**
     * The bytes of an object as they are stored. Whoever asks closes the stream and keeps nothing of it.
     *
     * @param address as the line gives it, such as {@code s3://bucket/key}
     * @return null where it cannot be had
     * @throws IOException where it breaks off
     */
    @Nullable
    InputStream open(String address) throws IOException;
}
