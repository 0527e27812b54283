package org.mintline.rsp.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.crypto.Hpke;

/** The fixed numbers of the format, and the bytes that are derived and not written. */
final class ImageFormat {
    /** M with its upper bit set, the letters MLPI, and line ends of both kinds: what a transfer as text would change. */
    private static final byte[] MAGIC = {(byte) 0xCD, 'M', 'L', 'P', 'I', '\r', '\n', 0x1A, '\n'};

    static final int MAGIC_LENGTH = MAGIC.length;
    static final int MAJOR_VERSION = 1;
    static final int MINOR_VERSION = 0;

    /** Magic, two bytes of version, two bytes of the header's length. */
    static final int PREAMBLE_LENGTH = MAGIC_LENGTH + 4;

    /** Type and length. */
    static final int RECORD_HEADER_LENGTH = 3;

    static final int SIGNATURE_LENGTH = EcdsaSignature.LENGTH;
    static final int MAXIMUM_HEADER = 1024;
    static final int MAXIMUM_METADATA = 1024;

    /** Number of packets, 4 bytes, and SHA-256. */
    static final int END_LENGTH = 36;

    private static final byte[] SIGNATURE_CONTEXT = "Mintline profile image 1\0".getBytes(StandardCharsets.US_ASCII);

    private ImageFormat() {}

    static byte[] magic() {
        return MAGIC.clone();
    }

    static byte[] preamble(int headerLength) {
        return ByteBuffer.allocate(PREAMBLE_LENGTH)
                .put(MAGIC)
                .put((byte) MAJOR_VERSION)
                .put((byte) MINOR_VERSION)
                .putShort((short) headerLength)
                .array();
    }

    static byte[] recordHeader(RecordType type, int ciphertextLength) {
        return ByteBuffer.allocate(RECORD_HEADER_LENGTH)
                .put((byte) type.number())
                .putShort((short) ciphertextLength)
                .array();
    }

    /** What is authenticated along with a record: its type, and its place among the records from 0. */
    static byte[] associatedData(RecordType type, int sequence) {
        return ByteBuffer.allocate(5).put((byte) type.number()).putInt(sequence).array();
    }

    /** What is hashed before a packet in the digest of the end record: its length. */
    static byte[] packetLength(byte[] packet) {
        return ByteBuffer.allocate(4).putInt(packet.length).array();
    }

    static byte[] end(int packets, byte[] digest) {
        return ByteBuffer.allocate(END_LENGTH).putInt(packets).put(digest).array();
    }

    /**
     * What is signed. The digest stands for the bytes, so that a key in a token signs an image that was never in memory as a
     * whole; the context keeps the signature from being taken for one over anything else.
     */
    static byte[][] signed(byte[] digestOfImage) {
        return new byte[][] {SIGNATURE_CONTEXT, digestOfImage};
    }

    static int ciphertextLength(int plainLength) {
        return plainLength + Hpke.TAG_LENGTH;
    }
}
