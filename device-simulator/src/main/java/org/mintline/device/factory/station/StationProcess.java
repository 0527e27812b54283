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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    private static final int PAUSE = 500;

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
        int installed = 0;
        for (boolean each : atAll(places, this::serve)) {
            installed += each ? 1 : 0;
        }
        return installed;
    }

    /**
     * Attends to all places at the same time until it is told to end: serves a device when it comes, and again when another image waits for
     * it.
     *
     * @param goesOn asked after each look at a place
     */
    public void attend(List<Place> places, BooleanSupplier goesOn) throws InterruptedException {
        atAll(places, place -> attend(place, goesOn));
    }

    /**
     * Serves the device at a place: authenticates it, sends the image that waits for it, has it boot, and collects its report.
     *
     * @return whether an image was sent and its profile installed
     */
    public boolean serve(Place place) {
        return serve(place, new RequestingEnd(place.wire(), milliseconds));
    }

    private <T> List<T> atAll(List<Place> places, Function<Place, T> work) throws InterruptedException {
        if (places.isEmpty() || places.size() > MAXIMUM_WIRES) {
            throw new IllegalArgumentException("a station has 1 to " + MAXIMUM_WIRES + " wires");
        }
        ExecutorService executor = Executors.newFixedThreadPool(places.size());
        try {
            List<Future<T>> outcomes = new ArrayList<>();
            for (Place place : places) {
                outcomes.add(executor.submit(() -> work.apply(place)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> outcome : outcomes) {
                results.add(outcome.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a place cannot be served", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** A device that was served, or refused, is left alone until it is gone or another image waits for it. */
    private boolean attend(Place place, BooleanSupplier goesOn) {
        RequestingEnd wire = new RequestingEnd(place.wire(), milliseconds);
        Optional<Visit> last = Optional.empty();
        while (goesOn.getAsBoolean()) {
            Optional<Visit> visit = look(wire);
            if (visit.isPresent() && !visit.equals(last)) {
                serve(place, wire);
                visit = look(wire);
            }
            last = visit;
            if (!pause()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Who is at a place.
     *
     * @param image that waits for it
     */
    private record Visit(Eid eid, Optional<Path> image) {}

    private Optional<Visit> look(RequestingEnd wire) {
        try {
            Eid eid = new DeviceLink(wire).identity().eid();
            return Optional.of(new Visit(eid, queue.waiting(eid)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean serve(Place place, RequestingEnd wire) {
        DeviceLink device = new DeviceLink(wire);
        try {
            Eid eid = station.authenticate(device, place.jig());
            return sendFromQueue(device, eid, place, station.collect(device, eid));
        } catch (StationException e) {
            // the station has told and written it down
            return false;
        } catch (IOException | RefusedException e) {
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
