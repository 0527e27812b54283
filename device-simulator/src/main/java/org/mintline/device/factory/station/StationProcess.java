package org.mintline.device.factory.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.identification.Eid;

/** Serves the devices at several wires at once, a thread a wire, with the images of one queue. */
public final class StationProcess {
    /** The most wires of a station. */
    public static final int MAXIMUM_WIRES = 64;

    private final Station station;
    private final ImageQueue queue;
    private final Progress progress;
    private final int milliseconds;

    /**
     * A place at the station.
     *
     * @param name for messages, for instance the name of the port
     * @param wire to the device
     * @param jig that the device sits in
     */
    public record Place(String name, Wire wire, Jig jig) {}

    /**
     * @param milliseconds how long a device may take to answer
     */
    public StationProcess(Station station, ImageQueue queue, Progress progress, int milliseconds) {
        this.station = station;
        this.queue = queue;
        this.progress = progress;
        this.milliseconds = milliseconds;
    }

    /**
     * Serves each place once, all at the same time.
     *
     * @return how many devices got an image and installed it
     */
    public int serveAll(List<Place> places) throws InterruptedException {
        if (places.isEmpty() || places.size() > MAXIMUM_WIRES) {
            throw new IllegalArgumentException("a station has 1 to " + MAXIMUM_WIRES + " wires");
        }
        ExecutorService executor = Executors.newFixedThreadPool(places.size());
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (Place place : places) {
                outcomes.add(executor.submit(() -> serve(place)));
            }
            int installed = 0;
            for (Future<Boolean> outcome : outcomes) {
                installed += outcome.get() ? 1 : 0;
            }
            return installed;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a place cannot be served", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * Serves the device at a place: authenticates it, sends the image that waits for it, has it boot, and collects its report.
     *
     * @return whether an image was sent and its profile installed
     */
    public boolean serve(Place place) {
        DeviceLink device = new DeviceLink(new RequestingEnd(place.wire(), milliseconds));
        try {
            Eid eid = station.authenticate(device, place.jig());
            return sendFromQueue(device, eid, place, station.collect(device, eid));
        } catch (StationException e) {
            // the station has told and written it down
            return false;
        } catch (IOException e) {
            progress.refused(place.name(), e.getMessage());
            return false;
        }
    }

    /**
     * @param earlier reports of what the device installed before; one of the image that waits says that the device has it, and that only
     *     the station does not know it, since an answer was lost
     */
    private boolean sendFromQueue(DeviceLink device, Eid eid, Place place, List<InstallationReport> earlier)
            throws IOException, StationException {
        Optional<Path> file = queue.take(eid);
        if (file.isEmpty()) {
            progress.refused(eid.digits(), "no image waits for this device");
            return false;
        }
        try {
            QueuedImage image = QueuedImage.of(file.get());
            if (earlier.stream().anyMatch(report -> report.isOf(image.transfer()))) {
                queue.sent(file.get());
                return isInstalled(image, earlier);
            }
            try {
                station.send(device, eid, image);
            } catch (StationException e) {
                if (e.getCause() instanceof RefusedException refused
                        && refused.refusal().isOfImage()) {
                    queue.refused(file.get());
                }
                throw e;
            }
            queue.sent(file.get());
            device.restart();
            station.authenticate(device, place.jig());
            return isInstalled(image, station.collect(device, eid));
        } finally {
            queue.release(eid);
        }
    }

    private static boolean isInstalled(QueuedImage image, List<InstallationReport> reports) {
        return reports.stream().anyMatch(report -> report.isOf(image.transfer()) && report.isInstalled());
    }
}
