package org.mintline.device.factory.link;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.mintline.device.factory.link.FrameException.Reason;

/**
 * A frame: type, sequence number, length, payload, CRC-32, between two flags, with flags and escapes among the bytes escaped as in
 * HDLC-like framing (RFC 1662, clause 4).
 *
 * @param type what it carries
 * @param sequence number of the request, 0 to 255; its answer bears the same
 * @param payload at most 261 bytes
 */
public record Frame(FrameType type, int sequence, byte[] payload) {
    /** The longest payload, in bytes: that of the longest command APDU. */
    public static final int MAXIMUM_PAYLOAD = 261;

    static final int FLAG = 0x7E;
    static final int ESCAPE = 0x7D;
    private static final int ESCAPED = 0x20;
    private static final int HEADER = 4;
    private static final int CHECK_SUM = 4;

    /** The longest content of a frame between its flags, as it is escaped, in bytes. */
    static final int MAXIMUM_CONTENT = 2 * (HEADER + MAXIMUM_PAYLOAD + CHECK_SUM);

    /** Refuses what has no encoding. */
    public Frame {
        if (sequence < 0 || sequence > 0xFF || payload.length > MAXIMUM_PAYLOAD) {
            throw new IllegalArgumentException("a frame has a number of 0 to 255 and at most 261 bytes");
        }
    }

    /** The bytes on the wire, both flags included. */
    public byte[] encoded() {
        byte[] head = ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) type.number())
                .put((byte) sequence)
                .putShort((short) payload.length)
                .put(payload)
                .array();
        byte[] whole = ByteBuffer.allocate(head.length + CHECK_SUM)
                .put(head)
                .putInt(checkSum(head, head.length))
                .array();
        ByteArrayOutputStream wire = new ByteArrayOutputStream(whole.length + 8);
        wire.write(FLAG);
        for (byte octet : whole) {
            if (octet == FLAG || octet == ESCAPE) {
                wire.write(ESCAPE);
                wire.write(octet ^ ESCAPED);
            } else {
                wire.write(octet);
            }
        }
        wire.write(FLAG);
        return wire.toByteArray();
    }

    /**
     * Reads what stood between two flags.
     *
     * @throws FrameException if it is no frame
     */
    static Frame decode(byte[] content) throws FrameException {
        byte[] whole = unescaped(content);
        if (whole.length < HEADER + CHECK_SUM) {
            throw new FrameException(Reason.WRONG_LENGTH);
        }
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        int end = whole.length - CHECK_SUM;
        if (buffer.getInt(end) != checkSum(whole, end)) {
            throw new FrameException(Reason.WRONG_CHECK_SUM);
        }
        FrameType type = FrameType.find(buffer.get()).orElseThrow(() -> new FrameException(Reason.UNKNOWN_TYPE));
        int sequence = buffer.get() & 0xFF;
        if ((buffer.getShort() & 0xFFFF) != end - HEADER || end - HEADER > MAXIMUM_PAYLOAD) {
            throw new FrameException(Reason.WRONG_LENGTH);
        }
        return new Frame(type, sequence, Arrays.copyOfRange(whole, HEADER, end));
    }

    private static byte[] unescaped(byte[] content) throws FrameException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < content.length; i++) {
            if (content[i] != ESCAPE) {
                plain.write(content[i]);
            } else if (++i < content.length) {
                plain.write(content[i] ^ ESCAPED);
            } else {
                throw new FrameException(Reason.WRONG_ESCAPE);
            }
        }
        return plain.toByteArray();
    }

    private static int checkSum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** Says nothing of the payload, which may be secret. */
    @Override
    public String toString() {
        return type + " " + sequence + ", " + payload.length + " bytes";
    }
}
