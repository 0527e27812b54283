package org.mintline.rsp.apdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** The commands that an LPA sends to an eUICC. */
public final class Commands {
    /** SELECT. */
    public static final int SELECT = 0xA4;

    /** MANAGE CHANNEL. */
    public static final int MANAGE_CHANNEL = 0x70;

    /** GET RESPONSE. */
    public static final int GET_RESPONSE = 0xC0;

    /** STORE DATA. */
    public static final int STORE_DATA = 0xE2;

    /** P1 of STORE DATA where more blocks follow. */
    public static final int MORE_BLOCKS = 0x11;

    /** P1 of STORE DATA at the last block. */
    public static final int LAST_BLOCK = 0x91;

    private static final int MAXIMUM_BLOCKS = 256;
    private static final int INTERINDUSTRY = 0x00;
    private static final int GLOBALPLATFORM = 0x80;
    private static final byte[] NOTHING = {};
    private static final OptionalInt ALL = OptionalInt.of(256);

    private Commands() {}

    /** The AID of the ISD-R, 16 bytes (SGP.22 v2.5, clause 2.4.3). */
    public static byte[] isdrAid() {
        return HexFormat.of().parseHex("A0000005591010FFFFFFFF8900000100");
    }

    /**
     * SELECT by AID (ETSI TS 102 221, clause 11.1.1).
     *
     * @param channel 0 to 19
     * @param aid 5 to 16 bytes
     */
    public static CommandApdu select(int channel, byte[] aid) {
        return new CommandApdu(LogicalChannel.in(INTERINDUSTRY, channel), SELECT, 0x04, 0x00, aid, ALL);
    }

    /** MANAGE CHANNEL, open: the card answers the number of the channel, one byte (ETSI TS 102 221, clause 11.1.17). */
    public static CommandApdu openChannel() {
        return new CommandApdu(INTERINDUSTRY, MANAGE_CHANNEL, 0x00, 0x00, NOTHING, OptionalInt.of(1));
    }

    /**
     * MANAGE CHANNEL, close.
     *
     * @param channel 1 to 19
     */
    public static CommandApdu closeChannel(int channel) {
        return new CommandApdu(INTERINDUSTRY, MANAGE_CHANNEL, 0x80, channel, NOTHING, OptionalInt.empty());
    }

    /**
     * GET RESPONSE (ETSI TS 102 221, clause 11.1.20).
     *
     * @param channel 0 to 19
     * @param length how many bytes, 1 to 256
     */
    public static CommandApdu getResponse(int channel, int length) {
        return new CommandApdu(
                LogicalChannel.in(INTERINDUSTRY, channel), GET_RESPONSE, 0x00, 0x00, NOTHING, OptionalInt.of(length));
    }

    /**
     * STORE DATA in blocks (SGP.22 v2.5, clause 5.7.2): all but the last with P1 '11', the last with '91', P2 counting them.
     *
     * @param channel 0 to 19
     * @param data one request, or one segment of a Bound Profile Package; 1 to 65,280 bytes
     * @param blockSize the longest block, 1 to 255 bytes
     * @throws IllegalArgumentException if it makes no block, or more than 256
     */
    public static List<CommandApdu> storeData(int channel, byte[] data, int blockSize) {
        if (blockSize < 1 || blockSize > CommandApdu.MAXIMUM_DATA) {
            throw new IllegalArgumentException("a block has 1 to 255 bytes");
        }
        int blocks = (data.length + blockSize - 1) / blockSize;
        if (blocks < 1 || blocks > MAXIMUM_BLOCKS) {
            throw new IllegalArgumentException("STORE DATA takes 1 to 256 blocks");
        }
        int cla = LogicalChannel.in(GLOBALPLATFORM, channel);
        List<CommandApdu> commands = new ArrayList<>(blocks);
        for (int block = 0; block < blocks; block++) {
            byte[] part = Arrays.copyOfRange(data, block * blockSize, Math.min(data.length, (block + 1) * blockSize));
            int p1 = block == blocks - 1 ? LAST_BLOCK : MORE_BLOCKS;
            commands.add(new CommandApdu(cla, STORE_DATA, p1, block, part, OptionalInt.empty()));
        }
        return List.copyOf(commands);
    }
}
