package org.mintline.device.factory.link;

import java.io.IOException;

/** The device's end of a carrier on which it has to look for commands itself. For one thread. */
@FunctionalInterface
public interface DeviceEnd {
    /**
     * Waits for a command and has it carried out. A command that comes again is not carried out again; its answer is sent again.
     *
     * @param milliseconds how long it waits at most
     * @return whether one came
     * @throws IOException if the other end is gone for good
     */
    boolean answerNext(int milliseconds) throws IOException;
}
