package org.mintline.device.factory.jig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mintline.device.factory.link.Wire;
import org.mintline.rsp.station.JigReading;

/**
 * A measuring adapter on a serial line: asked by the line {@code READ}, it answers with one line such as {@code V=3.312 I=0.118}. Lines
 * end with a line feed; a carriage return before it is passed over.
 */
public final class SerialJig implements Jig {
    private static final byte[] QUERY = "READ\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAXIMUM_LINE = 64;

    private final Wire wire;
    private final int milliseconds;

    /**
     * @param milliseconds how long the adapter may take for each byte
     */
    public SerialJig(Wire wire, int milliseconds) {
        this.wire = wire;
        this.milliseconds = milliseconds;
    }

    @Override
    public synchronized JigReading read() throws IOException {
        wire.write(QUERY);
        String line = line();
        return JigReading.parse(line)
                .orElseThrow(() -> new IOException("the jig answers with what is no reading of volt and ampere"));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] octet = new byte[1];
        while (line.length() <= MAXIMUM_LINE) {
            if (wire.read(octet, milliseconds) == 0) {
                throw new IOException("the jig does not answer");
            }
            if (octet[0] == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) (octet[0] & 0x7F));
        }
        throw new IOException("the jig answers with a line that does not end");
    }
}
