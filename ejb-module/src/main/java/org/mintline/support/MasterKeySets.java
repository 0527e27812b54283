package org.mintline.support;

import java.time.Instant;
import java.util.List;
import org.mintline.rsp.scp03.KeySet;

/** The master key sets of the factory, of which each device has its own. What is registered is never shown again. */
public interface MasterKeySets {
    /**
     * What may be told of one.
     *
     * @param version its key version number, 1 to 127
     * @param checkValue 6 hexadecimal digits: a block of 01 bytes under the key ENC begins with them (GlobalPlatform, clause B.6)
     * @param createdAt since when it is here
     */
    record Description(int version, String checkValue, Instant createdAt) {}

    /** All, by version; there are at most 127. */
    List<Description> list();

    /**
     * Registers one.
     *
     * @param requestedBy for the audit line
     * @throws SupportException if its version is taken
     */
    Description register(KeySet keys, String requestedBy);
}
