package org.mintline.device.factory.jig;

import java.io.IOException;
import org.mintline.rsp.station.JigReading;

/** Measures what a device takes while it sits in the jig. */
@FunctionalInterface
public interface Jig {
    /**
     * Measures once.
     *
     * @throws IOException if the adapter does not answer, or with what is no reading
     */
    JigReading read() throws IOException;
}
