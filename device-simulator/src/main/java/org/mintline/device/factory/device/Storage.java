package org.mintline.device.factory.device;

import java.util.Optional;
import java.util.Set;

/** Where a device keeps bytes under names; each write and each removal happens as a whole or not at all, and is durable once it returns. */
public interface Storage {
    /** What is under a name. */
    Optional<byte[]> read(String name);

    /** Puts it under a name, in place of what was there. */
    void write(String name, byte[] content);

    /** Removes what is under a name, if anything is. */
    void remove(String name);

    /** The names under which something is. */
    Set<String> names();
}
