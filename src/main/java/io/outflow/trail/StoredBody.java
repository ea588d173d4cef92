package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one body after the other out of objects of their own, into a buffer that is wiped after each. */
final class StoredBody {
    /** Most bytes of one body, unpacked: Bedrock takes requests of up to 25 MB (Amazon Bedrock API, InvokeModel). */
    private static final int MOST_BYTES = 32 << 20;

    private static final int FIRST_BYTES = 1 << 16;

    private final BodyObjects objects;
    private final JsonParser parser;
    private byte[] bytes = {};
    private int length;

    StoredBody(BodyObjects objects, int depth) {
        this.objects = objects;
        parser = new JsonParser(depth);
    }

    /** The body; null where it cannot be had, is too large or is no JSON, so that nothing of it was seen. Forget it after use. */
    @Nullable
    Json read(String address) {
        try (InputStream in = objects.open(address)) {
            return in == null ? null : parsed(in);
        } catch (IOException | JsonFault e) {
            return null;
        } catch (RuntimeException e) {
            // By exceptions of its own a client of AWS tells of a connection that broke off, or of changed bytes.
            return null;
        }
    }

    private @Nullable Json parsed(InputStream in) throws IOException, JsonFault {
        var peeked = new Peeked(in::read);
        if (peeked.isGzip()) {
            try (var gzip = new GzipSource(peeked)) {
                return fill(gzip) ? parser.parse(bytes, 0, length) : null;
            }
        }
        return fill(peeked) ? parser.parse(bytes, 0, length) : null;
    }

    /** Whether all of it found room. */
    private boolean fill(ByteSource source) throws IOException {
        length = 0;
        if (bytes.length == 0) {
            bytes = new byte[FIRST_BYTES];
        }
        while (true) {
            int n = source.read(bytes, length, bytes.length - length);
            if (n < 0) {
                return true;
            }
            length += n;
            if (length == bytes.length) {
                if (length >= MOST_BYTES) {
                    return false;
                }
                byte[] larger = Arrays.copyOf(bytes, 2 * length);
                forget();
                length = bytes.length;
                bytes = larger;
            }
        }
    }

    /** Nothing of the last body stays. */
    void forget() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
    }
}
