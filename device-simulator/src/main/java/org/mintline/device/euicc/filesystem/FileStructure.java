package org.mintline.device.euicc.filesystem;

/** How an elementary file is built, by its bits in the file descriptor byte (ETSI TS 102 221, clause 11.1.1.4.3). */
public enum FileStructure {
    /** A string of bytes. */
    TRANSPARENT(1),
    /** Records of one length, by number. */
    LINEAR_FIXED(2),
    /** Records of one length in a ring; record 1 is the latest. */
    CYCLIC(6),
    /** Data objects, by tag. */
    BER_TLV(0x39);

    private final int bits;

    FileStructure(int bits) {
        this.bits = bits;
    }

    /** The structure of a file descriptor byte of an EF. */
    public static FileStructure of(int fileDescriptorByte) {
        if ((fileDescriptorByte & 0x3F) == BER_TLV.bits) {
            return BER_TLV;
        }
        return switch (fileDescriptorByte & 7) {
            case 2 -> LINEAR_FIXED;
            case 6 -> CYCLIC;
            default -> TRANSPARENT;
        };
    }

    /** Whether it consists of records. */
    public boolean hasRecords() {
        return this == LINEAR_FIXED || this == CYCLIC;
    }

    /** The file descriptor byte of a shareable working EF. */
    int descriptorByte() {
        return 0x40 | bits;
    }
}
