package io.outflow.evidence.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as it was read: hashes by name, and what is wrong with its form.
 *
 * @param hashes SHA-256 in hexadecimal by name, of the lines that can be read
 */
public record ManifestCheck(Map<String, String> hashes, List<String> findings) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,200})");
    private static final Pattern PAYLOAD = Pattern.compile("data(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]+)+");
    private static final int LONGEST_LINE = 300;
    private static final int SHOWN = 10;

    public static ManifestCheck tagManifest(byte[] bytes) throws IOException {
        var read = read(BagNames.TAG_MANIFEST, new ByteArrayInputStream(bytes), "\\S+");
        var missing = new TreeSet<>(BagNames.TAG_FILES);
        missing.removeAll(read.hashes().keySet());
        var extra = new TreeSet<>(read.hashes().keySet());
        extra.removeAll(BagNames.TAG_FILES);
        missing.forEach(name -> read.findings().add(BagNames.TAG_MANIFEST + " does not name " + name + "."));
        extra.forEach(name -> read.findings().add(BagNames.TAG_MANIFEST + " names " + name + ", which is no seal."));
        return read;
    }

    public static ManifestCheck manifest(InputStream bytes) throws IOException {
        var read = read(BagNames.MANIFEST, bytes, PAYLOAD.pattern());
        if (read.hashes().isEmpty()) {
            read.findings().add(BagNames.MANIFEST + " is missing or empty.");
        }
        return read;
    }

    private static ManifestCheck read(String file, InputStream stream, String name) throws IOException {
        var hashes = new LinkedHashMap<String, String>();
        var findings = new ArrayList<String>();
        var names = Pattern.compile(name);
        var bytes = new BufferedInputStream(stream);
        var number = 0;
        var last = "";
        for (var line = line(bytes); line != null; line = line(bytes)) {
            number++;
            var found = LINE.matcher(line.text());
            if (!line.ended()
                    || !found.matches()
                    || !names.matcher(found.group(2)).matches()) {
                if (findings.size() < SHOWN) {
                    findings.add("Line %d of %s is not one that Outflow writes.".formatted(number, file));
                }
                continue;
            }
            if (hashes.putIfAbsent(found.group(2), found.group(1)) != null) {
                findings.add("%s names %s twice.".formatted(file, found.group(2)));
            } else if (found.group(2).compareTo(last) < 0) {
                findings.add("%s is not sorted at line %d.".formatted(file, number));
            }
            last = found.group(2);
        }
        return new ManifestCheck(hashes, findings);
    }

    /** Lines end with LF alone, so that a CR stays to be seen. */
    private static @Nullable Line line(InputStream bytes) throws IOException {
        var text = new ByteArrayOutputStream();
        for (var read = bytes.read(); read >= 0; read = bytes.read()) {
            if (read == '\n') {
                return new Line(text.toString(StandardCharsets.ISO_8859_1), true);
            }
            if (text.size() <= LONGEST_LINE) {
                text.write(read);
            }
        }
        return text.size() == 0 ? null : new Line(text.toString(StandardCharsets.ISO_8859_1), false);
    }

    private record Line(String text, boolean ended) {}
}
