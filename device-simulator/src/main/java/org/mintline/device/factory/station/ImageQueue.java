package org.mintline.device.factory.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mintline.rsp.identification.Eid;

/**
 * The images of a station, in a folder: those that wait are named by the EID they are for, {@code EID.image} or {@code EID-ANYTHING.image}; those
 * that a device has are moved to {@code sent}, those that it refused to {@code refused}. A crash leaves an image where it waits; the
 * device knows one that it has. For several threads.
 */
public final class ImageQueue {
    private static final String ENDING = ".image";

    private final Path folder;
    private final Set<Eid> served = new HashSet<>();

    /** @param folder is made if it is not there */
    public ImageQueue(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Takes the first image that waits for a device; nobody else gets one for it until {@link #release}.
     *
     * @return the file, or empty if none waits or the device is being served already
     */
    public synchronized Optional<Path> take(Eid eid) throws IOException {
        if (served.contains(eid)) {
            return Optional.empty();
        }
        Optional<Path> image = first(eid);
        image.ifPresent(file -> served.add(eid));
        return image;
    }

    /** The first image that waits for a device, which stays where it is. */
    public Optional<Path> waiting(Eid eid) throws IOException {
        return first(eid);
    }

    /** Whether somebody took an image for a device and has not released it. */
    public synchronized boolean isServed(Eid eid) {
        return served.contains(eid);
    }

    /** The device is no longer served. */
    public synchronized void release(Eid eid) {
        served.remove(eid);
    }

    /** The device has the image. */
    public void sent(Path image) throws IOException {
        move(image, "sent");
    }

    /** The device refuses the image. */
    public void refused(Path image) throws IOException {
        move(image, "refused");
    }

    private Optional<Path> first(Eid eid) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isFor(file.getFileName().toString(), eid.digits()))
                    .sorted()
                    .findFirst();
        }
    }

    private static boolean isFor(String name, String eid) {
        return name.endsWith(ENDING) && (name.equals(eid + ENDING) || name.startsWith(eid + "-"));
    }

    private void move(Path image, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to));
        Files.move(image, target.resolve(image.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
