package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedDevice;
import org.mintline.sgp23.SimulatedOperator;
import org.mintline.sgp23.Way;

/**
 * The server is killed at random moments while devices order and download without a pause. How often, the system property {@code
 * mintline.faults.kills} says: once if nothing else is said, more often at night. {@code mintline.faults.seed} takes the moments of
 * a run again, which logs its seed.
 */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class KillLoopIT {
    private static final System.Logger LOG = System.getLogger(KillLoopIT.class.getName());
    private static final int KILLS = Integer.getInteger("mintline.faults.kills", 1);
    private static final long SEED = Long.getLong("mintline.faults.seed", System.nanoTime());
    private static final int DEVICES = 8;
    private static final int LONGEST_LIFE_MILLIS = 5_000;
    private static final String PROFILE_TYPE = "kill-loop";

    private final RunningServer server;
    private final SimulatedOperator operator;
    private final Orders orders;
    private final List<Way> ways = Way.all().toList();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, String> eids = new ConcurrentHashMap<>();

    KillLoopIT(RunningServer server) throws Exception {
        this.server = server;
        operator = SimulatedOperator.at(server);
        orders = new Orders(operator);
    }

    @Test
    void a_server_killed_again_and_again_installs_each_ordered_profile_once() throws Exception {
        LOG.log(System.Logger.Level.INFO, "mintline.faults.seed={0}", Long.toString(SEED));
        operator.createProfileType(PROFILE_TYPE);
        try (ProgressLog progress = new ProgressLog(server)) {
            progress.repair();
            operator.callbackAddress(progress.address());
            downloadUnderKills();

            assertThat(eids).isNotEmpty();
            assertThat(operator.stock(PROFILE_TYPE)).isEqualTo(Map.of("INSTALLED", eids.size()));
            for (Map.Entry<String, String> download : eids.entrySet()) {
                assertThat(operator.profile(download.getKey())
                                .at("/profile/eid")
                                .asText())
                        .isEqualTo(download.getValue());
                assertThat(progress.awaitOf(download.getKey(), 2)).containsExactly(3, 4);
            }
        } finally {
            operator.withoutCallbackAddress();
        }
        JsonNode verification = new AuditTrail(server).verification();
        assertThat(verification.path("intact").asBoolean())
                .as("%s", verification)
                .isTrue();
    }

    private void downloadUnderKills() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
        try {
            List<Future<Void>> devices = IntStream.range(0, DEVICES)
                    .mapToObj(number -> threads.submit(downloads(ways.get(number % ways.size()))))
                    .toList();
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                server.kill();
                server.ensureRunning();
            }
            over.set(true);
            for (Future<Void> device : devices) {
                device.get(10, TimeUnit.MINUTES);
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    /** Orders a profile, downloads it to a new device, and begins again, until it is over. */
    private Callable<Void> downloads(Way way) {
        return () -> {
            while (!over.get()) {
                String iccid = SimulatedOperator.unknownIccid();
                addToStock(iccid);
                String matchingId = orders.release(iccid);
                try (SimulatedDevice device = new SimulatedDevice(server, way)) {
                    new Downloader(device, iccid, matchingId, new Outage(0)).run(Optional.empty());
                    eids.put(iccid, device.eid());
                }
            }
            return null;
        };
    }

    /** The administration's call has no identifier: after an unanswered one the profile may be there. */
    private void addToStock(String iccid) {
        Insistence.on(() -> {
            int status = operator.addToStock(PROFILE_TYPE, iccid).statusCode();
            if (status / 100 == 5 || status == 404) {
                throw new IOException("answered with HTTP " + status);
            }
            return operator.profile(iccid);
        });
    }
}
