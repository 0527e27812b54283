package org.mintline.rsp.apdu;

/** Logical channels in the class byte (ISO/IEC 7816-4, clause 5.4.1; ETSI TS 102 221, clause 10.1.1). */
public final class LogicalChannel {
    /** The highest number of a channel. */
    public static final int MAXIMUM = 19;

    private static final int LAST_IN_TWO_BITS = 3;
    private static final int FURTHER = 0x40;

    private LogicalChannel() {}

    /**
     * The class byte for a channel.
     *
     * @param cla that of channel 0: '00' for interindustry commands, '80' for those of GlobalPlatform
     * @param channel 0 to 19
     */
    public static int in(int cla, int channel) {
        if (channel < 0 || channel > MAXIMUM) {
            throw new IllegalArgumentException("a logical channel is 0 to 19");
        }
        return channel <= LAST_IN_TWO_BITS ? cla | channel : cla | FURTHER | channel - LAST_IN_TWO_BITS - 1;
    }

    /** The channel, 0 to 19, that a class byte names. */
    public static int of(int cla) {
        return (cla & FURTHER) == 0 ? cla & 0x03 : (cla & 0x0F) + LAST_IN_TWO_BITS + 1;
    }

    /** The class byte of channel 0 for that of any channel, without bits of chaining and secure messaging. */
    public static int base(int cla) {
        return cla & 0x80;
    }
}
