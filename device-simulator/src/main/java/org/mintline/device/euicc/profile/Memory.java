package org.mintline.device.euicc.profile;

/** Counts the non-volatile memory that a profile takes. */
public final class Memory {
    private static final int FILE_OVERHEAD = 32;

    private final int available;
    private int used;

    /** @param available how many bytes are free before the installation */
    public Memory(int available) {
        this.available = available;
    }

    /** How many bytes were taken. */
    public int used() {
        return used;
    }

    void takeFile(int size) {
        take(size + FILE_OVERHEAD);
    }

    void take(int bytes) {
        if (bytes > available - used) {
            throw new PeException(PeStatus.Code.NOT_ENOUGH_MEMORY, "the memory is full");
        }
        used += bytes;
    }
}
