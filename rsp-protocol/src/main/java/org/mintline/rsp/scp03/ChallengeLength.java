package org.mintline.rsp.scp03;

/** How long challenges, cryptograms and MACs are (GlobalPlatform Card Specification, Amendment D v1.2, clause 5.1). */
public enum ChallengeLength {
    /** S8: 8 bytes each. */
    S8(8, 0x00),
    /** S16: 16 bytes each. */
    S16(16, 0x01);

    private final int octets;
    private final int option;

    ChallengeLength(int octets, int option) {
        this.octets = octets;
        this.option = option;
    }

    /** In bytes. */
    public int octets() {
        return octets;
    }

    /** The bit of "i", the SCP03 options, that says so. */
    int option() {
        return option;
    }
}
