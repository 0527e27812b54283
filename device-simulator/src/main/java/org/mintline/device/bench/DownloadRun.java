package org.mintline.device.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.DownloadRequest;
import org.mintline.device.lpa.EndUser;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.lpa.LpaException;
import org.mintline.device.lpa.RspServers;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.rsp.identification.ActivationCode;

/**
 * Many devices at once: each is made, opens its own TLS session, downloads the profile of one activation code, installs it and
 * delivers its notification.
 */
final class DownloadRun {
    private static final Duration LONGEST_RUN = Duration.ofHours(12);

    private final EuiccMaker maker;
    private final ConnectTo connectTo;
    private final RspServers.Binding binding;
    private final long firstDevice;
    private final Latencies latencies = new Latencies();
    private final AtomicLong installed = new AtomicLong();
    private final Map<String, Long> failures = new TreeMap<>();

    /** @param firstDevice the number of the first eUICC; those after it follow */
    DownloadRun(EuiccMaker maker, ConnectTo connectTo, RspServers.Binding binding, long firstDevice) {
        this.maker = maker;
        this.connectTo = connectTo;
        this.binding = binding;
        this.firstDevice = firstDevice;
    }

    /**
     * Runs until every activation code was used once.
     *
     * @param devicesAtOnce how many run at the same time
     * @return how long it took
     */
    Duration run(List<ActivationCode> activationCodes, int devicesAtOnce) throws InterruptedException {
        ConcurrentLinkedQueue<ActivationCode> waiting = new ConcurrentLinkedQueue<>(activationCodes);
        AtomicLong next = new AtomicLong(firstDevice);
        ExecutorService devices = Executors.newFixedThreadPool(devicesAtOnce);
        long start = System.nanoTime();
        for (int i = 0; i < devicesAtOnce; i++) {
            devices.execute(() -> {
                ActivationCode code;
                while ((code = waiting.poll()) != null) {
                    download(code, next.getAndIncrement());
                }
            });
        }
        devices.shutdown();
        if (!devices.awaitTermination(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the run takes longer than " + LONGEST_RUN.toHours() + " hours");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void download(ActivationCode code, long number) {
        Euicc euicc = new Euicc(maker.make(number));
        Lpa lpa = new Lpa(euicc::transmit, new RspServers(List.of(maker.certificateIssuer()), connectTo, binding));
        long start = System.nanoTime();
        try {
            if (lpa.download(DownloadRequest.of(code), EndUser.AGREEING).isInstalled()) {
                latencies.add(Duration.ofNanos(System.nanoTime() - start));
                installed.incrementAndGet();
            } else {
                failed("not installed");
            }
        } catch (LpaException e) {
            failed(e.getMessage());
        }
    }

    private void failed(String reason) {
        synchronized (failures) {
            failures.merge(reason, 1L, Long::sum);
        }
    }

    Latencies latencies() {
        return latencies;
    }

    long installed() {
        return installed.get();
    }

    /** How often what went wrong. */
    Map<String, Long> failures() {
        synchronized (failures) {
            return new TreeMap<>(failures);
        }
    }
}
