package org.mintline.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mintline.device.demo.Installation;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.server.RunningServer;
import org.mintline.sgp23.SimulatedDevice;

/** The operator's server that takes ES2+.HandleDownloadProgressInfo: out of order at first, and a log of the calls it took since. */
final class ProgressLog implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ProgressInfoReceiver receiver;
    private final List<ProgressInfo> taken = new CopyOnWriteArrayList<>();
    private final Set<String> identifiers = ConcurrentHashMap.newKeySet();
    private volatile boolean inOrder;

    ProgressLog(RunningServer server) throws IOException {
        Installation installation = new Installation(server.home(), 0, SimulatedDevice.ADDRESS.toString());
        receiver = new ProgressInfoReceiver(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                installation.operator().context(),
                this::take);
    }

    URI address() {
        return URI.create("https://localhost:" + receiver.port());
    }

    /** Takes calls from now on. */
    void repair() {
        inOrder = true;
    }

    /** What was told of a profile, in the order in which it was: notificationPointId, with a minus for a failure. */
    List<Integer> of(String iccid) {
        return taken.stream()
                .filter(info -> info.iccid().equals(iccid))
                .map(info -> info.status().equals("Executed-Success")
                        ? info.notificationPointId()
                        : -info.notificationPointId())
                .toList();
    }

    /** Waits until that many calls were taken for a profile. */
    List<Integer> awaitOf(String iccid, int calls) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (of(iccid).size() < calls && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE.toMillis());
        }
        return of(iccid);
    }

    @Override
    public void close() {
        receiver.close();
    }

    /** A call that is repeated, since its answer got lost with the server, is one call. */
    private void take(ProgressInfo info) {
        if (!inOrder) {
            throw new IllegalStateException("out of order");
        }
        if (identifiers.add(info.functionCallIdentifier())) {
            taken.add(info);
        }
    }
}
