package io.outflow.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A bucket that speaks the protocol of S3 on the loopback, with faults on demand down to the byte at which a connection is
 * reset. It checks that requests are signed, not with what.
 */
public final class LocalAws implements AutoCloseable {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HTTP = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** Answers a request in another way than the bucket; null to let the bucket answer. */
    public interface Fault extends Function<Request, Reply> {}

    /** @param headers names in small letters */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        public String key() {
            var slash = path.indexOf('/', 1);
            return slash < 0 ? "" : path.substring(slash + 1);
        }

        public boolean get() {
            return method.equals("GET") && !key().isEmpty();
        }

        public boolean list() {
            return query.containsKey("list-type");
        }

        /** The id of the key it is signed with. */
        public String signedBy() {
            return headers.getOrDefault("authorization", "").replaceAll(".*Credential=([^/]*)/.*", "$1");
        }

        public String signedFor() {
            return headers.getOrDefault("authorization", "").replaceAll(".*Credential=[^/]*/[^/]*/([^/]*)/.*", "$1");
        }
    }

    /**
     * @param sent how many bytes of the body are sent before the connection ends; -1 for all
     * @param reset whether it ends by a reset
     */
    public record Reply(int status, Map<String, String> headers, byte[] body, int sent, boolean reset) {
        public static Reply of(int status, byte[] body, String... headers) {
            var map = new LinkedHashMap<String, String>();
            for (int i = 0; i < headers.length; i += 2) {
                map.put(headers[i], headers[i + 1]);
            }
            return new Reply(status, map, body, -1, false);
        }

        public static Reply error(int status, String code, String... headers) {
            return of(
                    status,
                    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                                    + " for a test</Message><RequestId>1</RequestId></Error>")
                            .getBytes(StandardCharsets.UTF_8),
                    headers);
        }

        public Reply cutAt(int bytes, boolean byReset) {
            return new Reply(status, headers, body, bytes, byReset);
        }
    }

    private record Stored(byte[] bytes, String etag, Instant modified, Map<String, String> metadata) {}

    public final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile Fault fault = request -> null;
    private volatile Clock clock = Clock.systemUTC();

    public LocalAws() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public void fault(Fault next) {
        fault = next;
    }

    public void clock(Clock next) {
        clock = next;
    }

    public void put(String key, byte[] bytes) {
        put(key, bytes, clock.instant(), Map.of());
    }

    public void put(String key, byte[] bytes, Instant modified, Map<String, String> metadata) {
        objects.put(key, new Stored(bytes, '"' + md5(bytes) + '"', modified, metadata));
    }

    /** A key that ListPublicKeys gives. */
    public void publicKey(KeyPair pair, Instant from, Instant to) {
        publicKey(SignedTrail.pkcs1(pair), from, to);
    }

    /** @param der in the form of PKCS #1 */
    public void publicKey(byte[] der, Instant from, Instant to) {
        keys.add("{\"Value\":\"%s\",\"ValidityStartTime\":%d,\"ValidityEndTime\":%d,\"Fingerprint\":\"%s\"}"
                .formatted(
                        Base64.getEncoder().encodeToString(der),
                        from.getEpochSecond(),
                        to.getEpochSecond(),
                        SignedTrail.fingerprint(der)));
    }

    /** Puts a folder of files into the bucket, each with the metadata that lies beside it. */
    public void putAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var beside = SignedTrail.beside(file);
                if (!file.toString().endsWith(".meta.json")) {
                    put(
                            folder.relativize(file).toString(),
                            Files.readAllBytes(file),
                            clock.instant(),
                            Files.exists(beside) ? SignedTrail.metadataIn(beside) : Map.of());
                }
            }
        }
    }

    public void remove(String key) {
        objects.remove(key);
    }

    public List<Request> gets() {
        return requests.stream().filter(Request::get).toList();
    }

    public List<Request> lists() {
        return requests.stream().filter(Request::list).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        connections.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            var out = connection.getOutputStream();
            for (var request = read(in); request != null; request = read(in)) {
                requests.add(request);
                var wrong = fault.apply(request);
                var reply = wrong != null ? wrong : answer(request);
                send(request, reply, out);
                if (reply.sent() >= 0) {
                    if (reply.reset()) {
                        connection.setSoLinger(true, 0);
                    }
                    return;
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    private static Request read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new String(
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), StandardCharsets.UTF_8);
        var parts = first.split(" ");
        var mark = parts[1].indexOf('?');
        var query = new TreeMap<String, String>();
        if (mark >= 0) {
            for (var pair : parts[1].substring(mark + 1).split("&")) {
                var equals = pair.indexOf('=');
                query.put(
                        equals < 0 ? pair : pair.substring(0, equals),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        var path = mark < 0 ? parts[1] : parts[1].substring(0, mark);
        return new Request(
                parts[0], URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8), query, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void send(Request request, Reply reply, OutputStream out) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " X\r\n");
        head.append("Date: ").append(HTTP.format(clock.instant())).append("\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("x-amz-request-id: 1\r\nContent-Length: ")
                .append(reply.body().length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        if (!request.method().equals("HEAD")) {
            int length = reply.sent() < 0 ? reply.body().length : Math.min(reply.sent(), reply.body().length);
            out.write(reply.body(), 0, length);
        }
        out.flush();
    }

    private Reply answer(Request request) {
        if (!request.headers().getOrDefault("authorization", "").startsWith("AWS4-HMAC-SHA256 ")) {
            return Reply.error(403, "AccessDenied");
        }
        if (request.headers().getOrDefault("x-amz-target", "").endsWith(".ListPublicKeys")) {
            return Reply.of(
                    200,
                    ("{\"PublicKeyList\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/x-amz-json-1.1");
        }
        return request.list() ? list(request.query()) : object(request);
    }

    private Reply object(Request request) {
        var stored = objects.get(request.key());
        if (stored == null) {
            return Reply.error(404, "NoSuchKey");
        }
        var match = request.headers().get("if-match");
        if (match != null && !match.equals(stored.etag())) {
            return Reply.error(412, "PreconditionFailed");
        }
        var part = request.headers().containsKey("range");
        var headers = new TreeMap<String, String>(
                Map.of("ETag", stored.etag(), "Last-Modified", HTTP.format(stored.modified())));
        stored.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        return new Reply(
                part ? 206 : 200, headers, part ? Arrays.copyOf(stored.bytes(), 1) : stored.bytes(), -1, false);
    }

    private Reply list(Map<String, String> query) {
        var prefix = query.getOrDefault("prefix", "");
        var delimiter = query.getOrDefault("delimiter", "");
        var after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        var keys = new TreeSet<String>();
        var folders = new TreeSet<String>();
        var last = "";
        for (var key : objects.tailMap(after, false).keySet()) {
            if (!key.startsWith(prefix)) {
                continue;
            }
            if (keys.size() + folders.size() >= most) {
                return xml(prefix, keys, folders, last);
            }
            int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (cut < 0) {
                keys.add(key);
            } else {
                folders.add(key.substring(0, cut + 1));
            }
            last = key;
        }
        return xml(prefix, keys, folders, null);
    }

    private Reply xml(String prefix, TreeSet<String> keys, TreeSet<String> folders, String next) {
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><EncodingType>url</EncodingType>");
        xml.append("<Prefix>")
                .append(url(prefix))
                .append("</Prefix><IsTruncated>")
                .append(next != null);
        xml.append("</IsTruncated>");
        if (next != null) {
            xml.append("<NextContinuationToken>").append(next).append("</NextContinuationToken>");
        }
        keys.forEach(key -> {
            var stored = objects.get(key);
            if (stored != null) {
                xml.append("<Contents><Key>").append(url(key)).append("</Key><LastModified>");
                xml.append(ISO.format(stored.modified())).append("</LastModified><ETag>");
                xml.append(stored.etag().replace("\"", "&quot;")).append("</ETag><Size>");
                xml.append(stored.bytes().length).append("</Size></Contents>");
            }
        });
        folders.forEach(folder ->
                xml.append("<CommonPrefixes><Prefix>").append(url(folder)).append("</Prefix></CommonPrefixes>"));
        return Reply.of(
                200,
                xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/xml");
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
