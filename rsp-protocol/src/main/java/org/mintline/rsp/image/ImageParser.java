package org.mintline.rsp.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ProfileImageException.Reason;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Takes an image apart from front to back, with all that can be checked without a key: bounds, order of the records, nothing
 * behind the end. Hashes what it reads.
 */
final class ImageParser {
    /**
     * A record as it stands in the image.
     *
     * @param sequence its place among the records, from 0
     * @param offset where it begins in the image
     */
    record Frame(RecordType type, int sequence, byte[] ciphertext, long offset) {
        byte[] associatedData() {
            return ImageFormat.associatedData(type, sequence);
        }
    }

    private final InputStream input;
    private final MessageDigest digest = Cryptography.newSha256();
    private final byte[] headerBytes;
    private final ImageHeader header;
    private long offset;
    private int records;
    private boolean ended;

    /**
     * Reads up to the end of the header.
     *
     * @throws ProfileImageException if it is no image, or not one of this version, or its header is malformed
     */
    ImageParser(InputStream input) throws IOException {
        this.input = input;
        byte[] magic = readMagic();
        byte[] rest = read(ImageFormat.PREAMBLE_LENGTH - magic.length, "version");
        if (rest[0] != ImageFormat.MAJOR_VERSION) {
            String version = (rest[0] & 0xFF) + "." + (rest[1] & 0xFF);
            throw refused(Reason.UNKNOWN_VERSION, "version", magic.length, "is " + version + ", and 1 is known");
        }
        int length = unsigned(rest, 2);
        if (length > ImageFormat.MAXIMUM_HEADER) {
            throw refused(Reason.TOO_LONG, "header", magic.length + 2, "has " + length + " bytes, not at most 1,024");
        }
        byte[] encoded = read(length, "header");
        this.headerBytes = concatenated(magic, rest, encoded);
        this.header = decode(encoded);
    }

    ImageHeader header() {
        return header;
    }

    /** All from the first byte to the end of the header: what HPKE is told as info. */
    byte[] headerBytes() {
        return headerBytes;
    }

    /** How many bytes were read. */
    long offset() {
        return offset;
    }

    /**
     * The next record.
     *
     * @throws ProfileImageException if there is none, it is not one that may stand here, or its length is out of bounds
     * @throws IllegalStateException after the end record
     */
    Frame next() throws IOException {
        if (ended) {
            throw new IllegalStateException("there is no record behind the end record");
        }
        long begin = offset;
        String element = "record " + records;
        byte[] recordHeader = read(ImageFormat.RECORD_HEADER_LENGTH, element);
        RecordType type = typeOf(recordHeader[0] & 0xFF, begin, element);
        int length = unsigned(recordHeader, 1);
        if (length > type.maximum()) {
            throw refused(Reason.TOO_LONG, element, begin, length + " bytes are too many for a " + type.title());
        }
        if (length < type.minimum()) {
            throw refused(Reason.MALFORMED, element, begin, length + " bytes are too few for a " + type.title());
        }
        Frame frame = new Frame(type, records, read(length, element), begin);
        records++;
        ended = type == RecordType.END;
        return frame;
    }

    /** SHA-256 of all that was read so far. Ends the hashing. */
    byte[] digest() {
        return digest.digest();
    }

    /**
     * The signature, with which the image must end.
     *
     * @throws ProfileImageException if it is cut off, or something follows
     */
    byte[] signature() throws IOException {
        byte[] signature = read(ImageFormat.SIGNATURE_LENGTH, "signature");
        if (input.read() != -1) {
            throw refused(Reason.MALFORMED, "signature", offset, "is followed by more bytes");
        }
        return signature;
    }

    /** An error at a place in the image. */
    static ProfileImageException refused(Reason reason, String element, long offset, String detail) {
        return new ProfileImageException(reason, element, offset, detail);
    }

    private RecordType typeOf(int number, long begin, String element) {
        RecordType type = RecordType.find(number)
                .orElseThrow(() ->
                        refused(Reason.MALFORMED, element, begin, "is of type " + number + ", which is not known"));
        boolean first = records == 0;
        boolean tooEarly = type == RecordType.END && records == 1;
        if (first != (type == RecordType.METADATA) || tooEarly) {
            throw refused(Reason.MALFORMED, element, begin, "is a " + type.title() + ", which has no place here");
        }
        if (type == RecordType.PACKET && records > ProfileImageWriter.MAXIMUM_PACKETS) {
            throw refused(Reason.TOO_LONG, element, begin, "is one more packet than 65,536");
        }
        return type;
    }

    private byte[] readMagic() throws IOException {
        byte[] expected = ImageFormat.magic();
        byte[] magic = input.readNBytes(expected.length);
        int same = Arrays.mismatch(magic, expected);
        if (same >= 0 && same < magic.length) {
            String detail = same > 4 ? "was changed on its way as if it were text" : "is not that of a profile image";
            throw refused(Reason.NOT_AN_IMAGE, "magic", same, detail);
        }
        if (magic.length < expected.length) {
            throw refused(Reason.TRUNCATED, "magic", magic.length, "is cut off");
        }
        digest.update(magic);
        offset = magic.length;
        return magic;
    }

    private byte[] read(int length, String element) throws IOException {
        if (offset + length > ProfileImageWriter.MAXIMUM_LENGTH) {
            throw refused(Reason.TOO_LONG, element, offset, "ends beyond 16 MiB");
        }
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw refused(Reason.TRUNCATED, element, offset + bytes.length, "is cut off");
        }
        digest.update(bytes);
        offset += length;
        return bytes;
    }

    private static ImageHeader decode(byte[] encoded) {
        try {
            return ImageHeader.decode(encoded);
        } catch (DecodeException e) {
            throw refused(Reason.MALFORMED, e.element(), ImageFormat.PREAMBLE_LENGTH + e.offset(), e.reason());
        }
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static byte[] concatenated(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
