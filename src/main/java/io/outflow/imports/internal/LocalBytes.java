package io.outflow.imports.internal;

import io.outflow.trail.LogBytes;
import io.outflow.trail.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of this machine, read in place. */
final class LocalBytes implements FileBytes {
    private static final Logger log = LoggerFactory.getLogger(LocalBytes.class);
    private static final int BUFFER = 1 << 16;

    @Override
    public Arrived bring(FileWork file) throws Missing {
        try (var in = Files.newInputStream(file.path)) {
            if (Files.size(file.path) <= IN_HEAP) {
                var all = in.readAllBytes();
                return new Arrived(LogBytes.of(all), Sha256.hex(all), Map.of());
            }
            var digest = Sha256.start();
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return new Arrived(LogBytes.of(file.path), HexFormat.of().formatHex(digest.digest()), Map.of());
        } catch (IOException e) {
            log.info("{} cannot be read: {}", file.path, e.toString());
            throw new Missing(missing(file));
        }
    }

    private static String missing(FileWork file) {
        var rest = file.cursor == 0 ? "Nothing of it was read. " : "What was read of it before is stored and counted. ";
        if (Files.isReadable(file.path)) {
            return "The file could not be read to its end from its disk. " + rest
                    + "Check the disk and import it again.";
        }
        return Files.exists(file.path)
                ? "Outflow may not read this file. " + rest + "Allow it to and import the file again."
                : "There is no file at this place any more. " + rest + "Import it again from where it is now.";
    }

    @Override
    public void release(FileWork file) {
        // It stays where it is.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
