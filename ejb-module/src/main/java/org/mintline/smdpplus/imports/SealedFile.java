package org.mintline.smdpplus.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file that is kept in parts, read from its beginning, one part in memory at a time. */
final class SealedFile extends InputStream {
    private final IntFunction<Optional<byte[]>> parts;
    private int next;
    private InputStream current = new ByteArrayInputStream(new byte[0]);

    /** @param parts the opened parts by number, from 0; empty behind the last */
    SealedFile(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        int octet = current.read();
        while (octet < 0) {
            Optional<byte[]> part = parts.apply(next);
            if (part.isEmpty()) {
                return -1;
            }
            next++;
            current = new ByteArrayInputStream(part.get());
            octet = current.read();
        }
        return octet;
    }
}
