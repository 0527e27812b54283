package org.mintline.rsp.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An image in its parts: 0 is all up to the end of the header, then one a record, the signature last. */
final class Parts {
    private Parts() {}

    static List<byte[]> of(byte[] image) {
        List<byte[]> parts = new ArrayList<>();
        int position = 0;
        int length = ImageFormat.PREAMBLE_LENGTH + ByteBuffer.wrap(image).getShort(ImageFormat.PREAMBLE_LENGTH - 2);
        while (position + ImageFormat.SIGNATURE_LENGTH < image.length) {
            parts.add(Arrays.copyOfRange(image, position, position + length));
            position += length;
            length = ImageFormat.RECORD_HEADER_LENGTH + ByteBuffer.wrap(image).getShort(position + 1);
        }
        parts.add(Arrays.copyOfRange(image, position, image.length));
        return parts;
    }

    static int offset(byte[] image, int part) {
        return of(image).subList(0, part).stream().mapToInt(p -> p.length).sum();
    }

    static List<byte[]> pick(List<byte[]> parts, int... order) {
        return IntStream.of(order).mapToObj(parts::get).toList();
    }

    static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
