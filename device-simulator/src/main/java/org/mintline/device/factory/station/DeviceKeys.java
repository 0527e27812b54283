package org.mintline.device.factory.station;

import java.io.IOException;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.KeySet;

/** Gives the key sets of devices: out of a master key set at hand, or from the support server. */
@FunctionalInterface
public interface DeviceKeys {
    /**
     * The key set of one device.
     *
     * @throws DeviceKeysException if there is none for this device
     * @throws IOException if it cannot be told now
     */
    KeySet of(Eid eid) throws IOException, DeviceKeysException;
}
