package org.mintline.device.reader;

import org.mintline.device.euicc.Euicc;

/** A card that a virtual reader may hold. */
public interface VirtualCard {
    /**
     * Switches the card off and on.
     *
     * @return its answer to reset
     */
    byte[] reset();

    /**
     * Sends a command.
     *
     * @param command its bytes
     * @return the bytes of the response
     */
    byte[] transmit(byte[] command);

    /** The card that is a software eUICC. */
    static VirtualCard of(Euicc euicc) {
        return new VirtualCard() {
            @Override
            public byte[] reset() {
                return euicc.reset();
            }

            @Override
            public byte[] transmit(byte[] command) {
                return euicc.transmit(command);
            }
        };
    }
}
