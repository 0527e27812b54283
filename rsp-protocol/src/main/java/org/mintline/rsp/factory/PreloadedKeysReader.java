package org.mintline.rsp.factory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;

/** Reads a file of many eUICCs, one {@link PreloadedKeys} behind the other, and holds one of them at a time. */
public final class PreloadedKeysReader {
    /** Two bytes of tag, then the first of the length. */
    private static final int SHORTEST_HEADER = 3;

    private static final int LONG_FORM = 0x80;
    private static final int MAXIMUM_LENGTH_BYTES = 3;

    private final InputStream input;
    private int number;

    /** @param input the file; is not closed */
    public PreloadedKeysReader(InputStream input) {
        this.input = input;
    }

    /** How many eUICCs were begun to be read so far. */
    public int number() {
        return number;
    }

    /**
     * Reads the next eUICC.
     *
     * @return empty at the end of the file
     * @throws DecodeException if what comes is malformed, longer than 64 KiB or cut off; places count from its beginning
     * @throws IOException if the file cannot be read
     */
    public Optional<PreloadedKeys> next() throws IOException {
        return nextEncoded().map(PreloadedKeys::decode);
    }

    /**
     * Reads the bytes of the next eUICC, so that a caller can pass over one that is malformed within.
     *
     * @return empty at the end of the file
     * @throws DecodeException if it does not begin with its tag, is longer than 64 KiB or cut off; nothing more can be read then
     * @throws IOException if the file cannot be read
     */
    public Optional<byte[]> nextEncoded() throws IOException {
        byte[] header = input.readNBytes(SHORTEST_HEADER);
        if (header.length == 0) {
            return Optional.empty();
        }
        number++;
        if (header.length < SHORTEST_HEADER || ((header[0] & 0xFF) << 8 | header[1] & 0xFF) != PreloadedKeys.TAG) {
            throw new DecodeException("PreloadedKeys", 0, "does not begin with its tag");
        }
        int first = header[2] & 0xFF;
        byte[] lengthBytes = new byte[0];
        int length = first;
        if (first >= LONG_FORM) {
            lengthBytes = lengthBytes(first & ~LONG_FORM);
            length = 0;
            for (byte b : lengthBytes) {
                length = length << 8 | b & 0xFF;
            }
        }
        return Optional.of(whole(header, lengthBytes, length));
    }

    private byte[] lengthBytes(int count) throws IOException {
        if (count == 0 || count > MAXIMUM_LENGTH_BYTES) {
            throw new DecodeException("PreloadedKeys", 2, "has a length out of range");
        }
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new DecodeException("PreloadedKeys", 2, "is cut off");
        }
        return bytes;
    }

    private byte[] whole(byte[] header, byte[] lengthBytes, int length) throws IOException {
        int headerLength = header.length + lengthBytes.length;
        if (length > DecodeLimits.MESSAGE.bytes() - headerLength) {
            throw new DecodeException("PreloadedKeys", 2, "is longer than " + DecodeLimits.MESSAGE.bytes() + " bytes");
        }
        byte[] value = input.readNBytes(length);
        if (value.length < length) {
            throw new DecodeException("PreloadedKeys", headerLength + value.length, "is cut off");
        }
        byte[] whole = Arrays.copyOf(header, headerLength + length);
        System.arraycopy(lengthBytes, 0, whole, header.length, lengthBytes.length);
        System.arraycopy(value, 0, whole, headerLength, length);
        return whole;
    }
}
