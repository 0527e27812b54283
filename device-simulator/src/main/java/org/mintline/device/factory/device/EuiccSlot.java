package org.mintline.device.factory.device;

import org.mintline.device.euicc.Euicc;

/** Where the eUICC of a device sits. */
public interface EuiccSlot {
    /** Switches the eUICC off and on. */
    void reset();

    /**
     * Sends a command.
     *
     * @param command its bytes
     * @return the bytes of the response
     */
    byte[] transmit(byte[] command);

    /** The slot with a software eUICC in it. */
    static EuiccSlot of(Euicc euicc) {
        return new EuiccSlot() {
            @Override
            public void reset() {
                euicc.reset();
            }

            @Override
            public byte[] transmit(byte[] command) {
                return euicc.transmit(command);
            }
        };
    }
}
