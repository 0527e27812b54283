package org.mintline.device.factory.device;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.image.ProfileImageWriter;

/**
 * The one image in the security area. It arrives in pieces and is kept in parts of 4 KiB, each durable as soon as it is whole; a
 * transfer that was cut off goes on behind the last of them.
 */
final class ImageStore {
    /** The length of a part, in bytes; the last one is shorter. */
    static final int PART = 4 * 1024;

    private static final String IMAGE = "image";
    private static final String PART_PREFIX = "part-";

    private final SecurityArea area;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(PART);
    private Optional<StoredImage> image;
    private int durable;

    ImageStore(SecurityArea area) {
        this.area = area;
        this.image = area.read(IMAGE).map(StoredImage::decode);
        this.durable = image.map(this::durableLength).orElse(0);
    }

    Optional<StoredImage> image() {
        return image;
    }

    /**
     * Announces an image, or goes on with it.
     *
     * @return the offset at which the next chunk begins
     */
    int begin(ImageTransfer transfer) {
        pending.reset();
        if (image.isPresent() && image.get().transfer().isSame(transfer)) {
            if (image.get().isCommitted()) {
                throw new RefusedException(Refusal.IMAGE_COMMITTED);
            }
            return durable;
        }
        if (image.isPresent()) {
            throw new RefusedException(Refusal.OTHER_IMAGE);
        }
        if (transfer.length() < 1 || transfer.length() > ProfileImageWriter.MAXIMUM_LENGTH) {
            throw new RefusedException(Refusal.WRONG_LENGTH);
        }
        removeParts();
        set(StoredImage.announced(transfer));
        durable = 0;
        return 0;
    }

    /**
     * Takes a chunk.
     *
     * @return the offset behind it
     */
    int append(int offset, byte[] chunk) {
        StoredImage current = incomplete();
        int received = durable + pending.size();
        int end = received + chunk.length;
        if (offset != received || chunk.length == 0 || end > current.transfer().length()) {
            throw new RefusedException(Refusal.WRONG_OFFSET);
        }
        pending.writeBytes(chunk);
        while (pending.size() >= PART || end == current.transfer().length() && pending.size() > 0) {
            keepPart(current);
        }
        return end;
    }

    /** All bytes of the image, decrypted part by part. */
    InputStream open() {
        StoredImage current = image.orElseThrow(() -> new RefusedException(Refusal.NO_IMAGE));
        int parts = parts(current.transfer());
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < parts;
            }

            @Override
            public InputStream nextElement() {
                String name = partName(current.transfer(), next++);
                return new ByteArrayInputStream(area.read(name).orElseThrow(() -> new SecurityAreaException(name)));
            }
        });
    }

    /** The announced image, whose bytes are all here, and which does not count yet. */
    StoredImage whole() {
        StoredImage current = incomplete();
        if (durable != current.transfer().length()) {
            throw new RefusedException(Refusal.INCOMPLETE);
        }
        return current;
    }

    /** The image counts from now on. */
    void commit() {
        set(whole().committed());
    }

    /** Its installation begins, once more. */
    void beginInstallation(long notifications) {
        set(image.orElseThrow().begun(notifications));
    }

    /** Forgets the image. */
    void remove() {
        area.remove(IMAGE);
        image = Optional.empty();
        durable = 0;
        pending.reset();
        removeParts();
    }

    /** Removes the parts of an image whose removal the power cut. */
    void removeLeftOvers() {
        if (image.isEmpty()) {
            removeParts();
        }
    }

    private StoredImage incomplete() {
        StoredImage current = image.orElseThrow(() -> new RefusedException(Refusal.NO_IMAGE));
        if (current.isCommitted()) {
            throw new RefusedException(Refusal.IMAGE_COMMITTED);
        }
        return current;
    }

    private void keepPart(StoredImage current) {
        byte[] bytes = pending.toByteArray();
        int length = Math.min(PART, bytes.length);
        byte[] part = Arrays.copyOf(bytes, length);
        area.write(partName(current.transfer(), durable / PART), part);
        durable += length;
        pending.reset();
        pending.write(bytes, length, bytes.length - length);
    }

    private int durableLength(StoredImage stored) {
        Set<String> names = area.names();
        int whole = (int) IntStream.range(0, parts(stored.transfer()))
                .takeWhile(part -> names.contains(partName(stored.transfer(), part)))
                .count();
        return Math.min(whole * PART, stored.transfer().length());
    }

    private void set(StoredImage next) {
        area.write(IMAGE, next.encoded());
        image = Optional.of(next);
    }

    private void removeParts() {
        for (String name : area.names()) {
            if (name.startsWith(PART_PREFIX)) {
                area.remove(name);
            }
        }
    }

    private static int parts(ImageTransfer transfer) {
        return (transfer.length() + PART - 1) / PART;
    }

    private static String partName(ImageTransfer transfer, int number) {
        return PART_PREFIX + transfer.name() + "-" + number;
    }
}
