package org.mintline.device.factory.link;

import java.io.Closeable;
import java.io.IOException;

/** Carries bytes both ways and promises nothing of them: they may get lost, doubled or changed. */
public interface Wire extends Closeable {
    /**
     * Waits for bytes.
     *
     * @param target takes what came
     * @param milliseconds how long at most
     * @return how many came; 0 if none came in time
     * @throws IOException if the wire is closed or gone
     */
    int read(byte[] target, int milliseconds) throws IOException;

    /**
     * Sends bytes.
     *
     * @throws IOException if the wire is closed or gone
     */
    void write(byte[] bytes) throws IOException;

    @Override
    void close();
}
