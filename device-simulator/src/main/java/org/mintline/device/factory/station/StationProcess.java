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
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.identification.Eid;

/** Serves the devices at several places at once, a thread a place, with the images of one queue. */
public final class StationProcess {
    /** The most places of a station. */
    public static final int MAXIMUM_PLACES = 64;

    private static final int PAUSE = 500;
    private static final int ATTEMPTS = 3;

    private final Station station;
    private final ImageQueue queue;
    private final Progress progress;

    /**
     * A place at the station.
     *
     * @param name for messages, for instance the name of the port
     * @param carrier to the device
     * @param jig that the device sits in
     */
    public record Place(String name, Carrier carrier, Jig jig) {}

    /** @param queue the images of all places */
    public StationProcess(Station station, ImageQueue queue, Progress progress) {
        this.station = station;
        this.queue = queue;
        this.progress = progress;
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
        return serveOnce(place) == Outcome.INSTALLED;
    }

    /** How serving a device ended. */
    private enum Outcome {
        INSTALLED,
        NOT_INSTALLED,
        /** The carrier failed, so that it is worth another attempt. */
        INTERRUPTED
    }

    private <T> List<T> atAll(List<Place> places, Function<Place, T> work) throws InterruptedException {
        if (places.isEmpty() || places.size() > MAXIMUM_PLACES) {
            throw new IllegalArgumentException("a station has 1 to " + MAXIMUM_PLACES + " places");
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

    /**
     * A device that was served, or refused, is left alone until it is gone or another image waits for it; one at which the carrier failed
     * is served again, a few times in a row.
     */
    private boolean attend(Place place, BooleanSupplier goesOn) {
        Optional<Visit> last = Optional.empty();
        int interruptions = 0;
        while (goesOn.getAsBoolean()) {
            Optional<Visit> visit = look(place.carrier());
            if (visit.isPresent() && !visit.equals(last)) {
                boolean isInterrupted = serveOnce(place) == Outcome.INTERRUPTED && ++interruptions < ATTEMPTS;
                interruptions = isInterrupted ? interruptions : 0;
                visit = isInterrupted ? Optional.empty() : look(place.carrier());
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

    /** Empty as well while the device is served at another place, as after it came back over HTTPS before that was noticed. */
    private Optional<Visit> look(Carrier carrier) {
        try {
            Eid eid = new DeviceLink(carrier).identity().eid();
            return queue.isServed(eid) ? Optional.empty() : Optional.of(new Visit(eid, queue.waiting(eid)));
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

    private Outcome serveOnce(Place place) {
        DeviceLink device = new DeviceLink(place.carrier());
        try {
            Eid eid = station.authenticate(device, place.jig());
            boolean isInstalled = sendFromQueue(device, eid, place, station.collect(device, eid));
            return isInstalled ? Outcome.INSTALLED : Outcome.NOT_INSTALLED;
        } catch (StationException e) {
            // the station has told and written it down
            return Outcome.NOT_INSTALLED;
        } catch (RefusedException e) {
            progress.refused(place.name(), e.getMessage());
            return Outcome.NOT_INSTALLED;
        } catch (IOException e) {
            progress.refused(place.name(), e.getMessage());
            return Outcome.INTERRUPTED;
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
