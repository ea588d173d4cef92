package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.aws.AwsTrouble.Extent;
import io.outflow.aws.AwsWords;
import io.outflow.trail.LogBytes;
import io.outflow.trail.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bucket of a source: what it holds, and the bytes of it. For use by several threads. */
public final class Bucket {
    private static final int BUFFER = 1 << 16;
    private static final int TRIES = 3;

    private final AwsDoor door;
    private final String name;

    public Bucket(AwsDoor door, String name) {
        this.door = door;
        this.name = name;
    }

    /** An object as it was listed. */
    public record Item(String key, String etag, long size, Instant modified) {}

    /**
     * An object whose bytes were fetched.
     *
     * @param bytes in the heap or in a file, by their number
     * @param etag of these bytes; another than was listed where it was changed in between
     * @param sha256 of the bytes, in hex
     * @param metadata what its writer put beside it, such as the signature of a digest
     */
    public record Fetched(LogBytes bytes, String etag, String sha256, Map<String, String> metadata) {}

    /** Takes pages of objects; returns false to end the listing. */
    public interface Pages {
        boolean page(List<Item> items);
    }

    /** Lists objects below a prefix in the order of their keys, a page at a time, so that the heap holds one page. */
    public void list(String prefix, @Nullable String after, Pages pages) throws AwsTrouble {
        @Nullable String token = null;
        do {
            var from = token;
            var answer = door.ask(
                    () -> door.s3().listObjectsV2(request -> {
                        request.bucket(name).prefix(prefix);
                        if (from == null) {
                            request.startAfter(after);
                        } else {
                            request.continuationToken(from);
                        }
                    }),
                    "list the bucket " + name,
                    "s3:ListBucket",
                    false);
            var items = answer.contents().stream()
                    .map(o -> new Item(o.key(), o.eTag(), o.size(), o.lastModified()))
                    .toList();
            if (!pages.page(items)) {
                return;
            }
            token = Boolean.TRUE.equals(answer.isTruncated()) ? answer.nextContinuationToken() : null;
        } while (token != null);
    }

    /** The folders right below a prefix, each with a slash at its end. */
    public List<String> folders(String prefix) throws AwsTrouble {
        var folders = new ArrayList<String>();
        @Nullable String token = null;
        do {
            var from = token;
            var answer = door.ask(
                    () -> door.s3().listObjectsV2(request -> request.bucket(name)
                            .prefix(prefix)
                            .delimiter("/")
                            .continuationToken(from)),
                    "list the bucket " + name,
                    "s3:ListBucket",
                    false);
            answer.commonPrefixes().forEach(folder -> folders.add(folder.prefix()));
            token = Boolean.TRUE.equals(answer.isTruncated()) ? answer.nextContinuationToken() : null;
        } while (token != null);
        return folders;
    }

    /**
     * Fetches an object. Where it was changed since it was listed, the new one is fetched, whole.
     *
     * @param etag as it was listed
     * @param inHeap most bytes of an object that is held in the heap
     * @param room gives a path to put a larger one to; the caller removes it
     */
    public Fetched fetch(String key, String etag, int inHeap, Supplier<Path> room) throws AwsTrouble {
        var expected = etag;
        for (int tries = 1; ; tries++) {
            try {
                return fetchAs(key, expected, inHeap, room);
            } catch (AwsTrouble trouble) {
                if (trouble.extent() != Extent.CHANGED || tries == TRIES) {
                    throw trouble;
                }
                expected = door.ask(
                                () -> door.s3().headObject(request -> request.bucket(name)
                                        .key(key)),
                                "read the object " + key,
                                "s3:GetObject",
                                true)
                        .eTag();
            }
        }
    }

    /** The bytes of an object as they come. The caller closes the stream, which breaks off by exceptions of the SDK's own. */
    public InputStream open(String key) throws AwsTrouble {
        return door.ask(
                () -> door.s3().getObject(request -> request.bucket(name).key(key)),
                "read the object " + key,
                "s3:GetObject",
                true);
    }

    private Fetched fetchAs(String key, String etag, int inHeap, Supplier<Path> room) throws AwsTrouble {
        return door.ask(
                () -> door.s3()
                        .getObject(request -> request.bucket(name).key(key).ifMatch(etag), (answer, bytes) -> {
                            var length = answer.contentLength();
                            return length != null && length <= inHeap
                                    ? held(answer, bytes, length.intValue())
                                    : copied(answer, bytes, room.get());
                        }),
                "read the object " + key,
                "s3:GetObject",
                true);
    }

    /** Reads one byte of an object, which shows whether it may be read and decrypted. */
    void touch(String key) throws AwsTrouble {
        door.ask(
                () -> door.s3()
                        .getObjectAsBytes(
                                request -> request.bucket(name).key(key).range("bytes=0-0")),
                "read the object " + key,
                "s3:GetObject",
                true);
    }

    private static Fetched held(GetObjectResponse answer, InputStream bytes, int length) {
        var all = new byte[length];
        try {
            // The end of the stream is where the SDK compares its checksum.
            if (bytes.readNBytes(all, 0, length) < length || bytes.read() >= 0) {
                throw RetryableException.create("The object is not as long as was said.");
            }
        } catch (IOException e) {
            throw brokeOff(e);
        }
        return new Fetched(LogBytes.of(all), answer.eTag(), Sha256.hex(all), answer.metadata());
    }

    /** A stream that breaks or ends early is fetched again from its start. */
    private static Fetched copied(GetObjectResponse answer, InputStream bytes, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            var digest = Sha256.start();
            var buffer = new byte[BUFFER];
            long length = 0;
            for (int n = read(bytes, buffer); n >= 0; n = read(bytes, buffer)) {
                digest.update(buffer, 0, n);
                write(out, buffer, n);
                length += n;
            }
            if (answer.contentLength() != null && answer.contentLength() != length) {
                throw RetryableException.create("The object ended after " + length + " bytes.");
            }
            return new Fetched(
                    LogBytes.of(to), answer.eTag(), HexFormat.of().formatHex(digest.digest()), answer.metadata());
        }
    }

    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw brokeOff(e);
        }
    }

    private static RetryableException brokeOff(IOException e) {
        return RetryableException.create("The object broke off.", e);
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw NonRetryableException.create(AwsWords.DISK, e);
        }
    }
}
