package io.outflow.vendors.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies at most a number of bytes; what a browser says of a size is not proof. */
record LimitedCopy(long most) {

    void of(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[64 * 1024];
        var left = most;
        for (int n; left > 0 && (n = in.read(buffer, 0, (int) Math.min(buffer.length, left))) >= 0; left -= n) {
            out.write(buffer, 0, n);
        }
    }
}
