package org.mintline.rsp.apdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Joins the blocks of STORE DATA on the side of the card (SGP.22 v2.5, clause 5.7.2). Not for several threads at once. */
public final class StoreDataReassembly {
    private final int maximum;
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private int expected;

    /**
     * @param maximum the longest data that is taken in, in bytes
     */
    public StoreDataReassembly(int maximum) {
        this.maximum = maximum;
    }

    /**
     * Takes a block. Block 0 begins anew, whatever was there before.
     *
     * @return the whole data if this was the last block
     * @throws ApduException if the block is out of turn, P1 is neither '11' nor '91', or the whole gets too long; what was
     *     there is gone then
     */
    public Optional<byte[]> accept(CommandApdu storeData) {
        if (storeData.p2() == 0) {
            reset();
        }
        boolean last = storeData.p1() == Commands.LAST_BLOCK;
        if (storeData.p2() != expected || !last && storeData.p1() != Commands.MORE_BLOCKS) {
            reset();
            throw new ApduException(StatusWord.INCORRECT_P1_P2, "block " + storeData.p2() + " is out of turn");
        }
        if (blocks.size() + storeData.data().length > maximum) {
            reset();
            throw new ApduException(StatusWord.NOT_ENOUGH_MEMORY, "the data are longer than " + maximum + " bytes");
        }
        blocks.writeBytes(storeData.data());
        expected++;
        if (!last) {
            return Optional.empty();
        }
        byte[] whole = blocks.toByteArray();
        reset();
        return Optional.of(whole);
    }

    /** Forgets what was taken so far, as when the application is selected anew. */
    public void reset() {
        blocks.reset();
        expected = 0;
    }
}
