package org.mintline.device.factory.server;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the reports that wait at a desk every few seconds, for as long as the station runs, and once more at its end. */
public final class ReportsSender implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReportsSender.class.getName());
    private static final int SECONDS = 5;

    private final Optional<ServerDesk> desk;
    private final ScheduledExecutorService executor;

    private ReportsSender(Optional<ServerDesk> desk) {
        this.desk = desk;
        this.executor = Executors.newSingleThreadScheduledExecutor();
        desk.ifPresent(one -> executor.scheduleWithFixedDelay(this::send, 0, SECONDS, TimeUnit.SECONDS));
    }

    /** Begins; without a desk there is nothing to send. */
    public static ReportsSender of(Optional<ServerDesk> desk) {
        return new ReportsSender(desk);
    }

    /** Sends now what waits. */
    public void sendNow() throws IOException {
        if (desk.isPresent()) {
            desk.get().sendReports();
        }
    }

    private void send() {
        try {
            sendNow();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the reports cannot be read", e);
        }
    }

    /** Ends; what waits still, waits for the next start. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
