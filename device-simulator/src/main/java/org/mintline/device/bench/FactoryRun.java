package org.mintline.device.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mintline.device.factory.device.PoweredDevice;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/** A lot of devices at so many jigs at once, one after the other at each, from the authentication to the collected report. */
final class FactoryRun {
    private static final int PATIENCE = 60_000;

    private final Path folder;
    private final List<WirePair> wires;
    private long bytes;
    private long exchanges;
    private int installed;

    /** Both ends of a wire of a jig. */
    record WirePair(Wire station, Wire device) {}

    /**
     * @param folder with the images, where the audit log is written as well
     * @param wires one a jig
     */
    FactoryRun(Path folder, List<WirePair> wires) {
        this.folder = folder;
        this.wires = wires;
    }

    /**
     * Runs.
     *
     * @return how long it took
     * @throws IOException if one device got no profile
     */
    Duration run(List<FactoryLot.Item> lot, KeySet master) throws IOException, InterruptedException {
        ExecutorService jigs = Executors.newFixedThreadPool(wires.size());
        try (AuditLog audit = AuditLog.open(folder.resolve("audit.log"), Clock.systemUTC())) {
            StationPolicy policy =
                    new StationPolicy(AuthenticationManner.KEY_SET, Optional.of(master), Optional.empty(), false);
            Station station = new Station(
                    policy, audit, Progress.NONE, Cryptography.system().randomness());
            StationProcess process = new StationProcess(station, new ImageQueue(folder), Progress.NONE);
            List<Future<Integer>> outcomes = new ArrayList<>();
            long start = System.nanoTime();
            for (int jig = 0; jig < wires.size(); jig++) {
                int first = jig;
                outcomes.add(jigs.submit(() -> atJig(process, lot, first)));
            }
            for (Future<Integer> outcome : outcomes) {
                installed += outcome.get();
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            if (installed != lot.size()) {
                throw new IOException(installed + " of " + lot.size() + " devices installed a profile");
            }
            return elapsed;
        } catch (ExecutionException e) {
            throw new IOException("a jig failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            jigs.shutdownNow();
        }
    }

    /** Bytes over all wires, both ways. */
    long bytes() {
        return bytes;
    }

    /** Requests with their answers over all wires. */
    long exchanges() {
        return exchanges;
    }

    private int atJig(StationProcess process, List<FactoryLot.Item> lot, int first) throws Exception {
        int done = 0;
        WirePair pair = wires.get(first);
        for (int i = first; i < lot.size(); i += wires.size()) {
            MeteredWire metered = new MeteredWire(pair.station());
            FactoryLot.Item item = lot.get(i);
            try (PoweredDevice device = new PoweredDevice(item.device(), pair.device())) {
                StationProcess.Place place =
                        new StationProcess.Place("jig " + first, new RequestingEnd(metered, PATIENCE), () -> {
                            throw new IOException("no jig is part of this run");
                        });
                done += process.serve(place) && !item.euicc().state().profiles().isEmpty() ? 1 : 0;
            }
            add(metered);
        }
        return done;
    }

    private synchronized void add(MeteredWire metered) {
        bytes += metered.bytes();
        exchanges += metered.requests();
    }
}
