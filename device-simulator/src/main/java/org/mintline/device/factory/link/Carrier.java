package org.mintline.device.factory.link;

import java.io.Closeable;
import java.io.IOException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;

/**
 * The station's way to a device, whatever it is made of: carries a command and brings its answer, and sees to it that the device carries
 * it out once at most. For one thread.
 */
public interface Carrier extends Closeable {
    /**
     * Sends a command.
     *
     * @return its answer
     * @throws LinkException if none came, or none that could be read
     * @throws IOException if the device is gone
     */
    ResponseApdu exchange(CommandApdu command) throws IOException;

    @Override
    void close();
}
