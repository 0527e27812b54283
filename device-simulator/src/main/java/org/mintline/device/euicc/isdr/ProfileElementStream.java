package org.mintline.device.euicc.isdr;

import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Puts the contents of segments together and cuts out each profile element as soon as it is whole. */
final class ProfileElementStream {
    private static final int MAXIMUM_HEADER = 8;

    private byte[] buffer = new byte[16 * 1024];
    private int size;
    private int consumed;

    void append(byte[] content) {
        if (size + content.length > DecodeLimits.PACKAGE.bytes()) {
            throw new InstallationFailedException(
                    BppCommandId.LOAD_PROFILE_ELEMENTS,
                    ErrorReason.INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE);
        }
        while (size + content.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        System.arraycopy(content, 0, buffer, size, content.length);
        size += content.length;
    }

    /** The next element, if all of it is there. */
    Optional<Tlv> next() {
        int end = endOfElement(consumed);
        if (end < 0 || end > size) {
            return Optional.empty();
        }
        byte[] element = Arrays.copyOfRange(buffer, consumed, end);
        consumed = end;
        try {
            return Optional.of(Tlv.decode(element, DecodeLimits.PACKAGE));
        } catch (DecodeException e) {
            throw new InstallationFailedException(
                    BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR);
        }
    }

    /** Whether something is left that is no whole element. */
    boolean hasRest() {
        return consumed < size;
    }

    /** All elements, as they came. */
    byte[] elements() {
        return Arrays.copyOf(buffer, size);
    }

    /** Where the element at that position ends, or -1 while its tag and length are not all there. */
    private int endOfElement(int start) {
        int position = start;
        if (position >= size) {
            return -1;
        }
        if ((buffer[position++] & 0x1F) == 0x1F) {
            while (position < size && (buffer[position] & 0x80) != 0 && position - start < MAXIMUM_HEADER) {
                position++;
            }
            position++;
        }
        if (position >= size) {
            return -1;
        }
        int first = buffer[position++] & 0xFF;
        if (first < 0x80) {
            return position + first;
        }
        int count = first & 0x7F;
        if (count == 0 || count > 3) {
            throw new InstallationFailedException(
                    BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR);
        }
        if (position + count > size) {
            return -1;
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | buffer[position++] & 0xFF;
        }
        return position + length;
    }
}
