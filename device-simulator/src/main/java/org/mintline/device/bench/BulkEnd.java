package org.mintline.device.bench;

import java.io.IOException;
import java.time.Duration;

/** One end of the line while a batch goes over it: a server, and the PostgreSQL that it has for itself. */
final class BulkEnd {
    private final String name;
    private final RunningServer server;
    private final ServerProcess java;
    private final long heapBefore;
    private final Duration serverBefore;
    private final Duration databaseBefore;

    /**
     * Takes note of how it is before.
     *
     * @param name what its figures begin with
     */
    BulkEnd(String name, RunningServer server) throws IOException {
        this.name = name;
        this.server = server;
        this.java = server.process();
        this.heapBefore = java.heapAfterCollection();
        java.forgetPeak();
        this.serverBefore = java.cpuTime();
        this.databaseBefore = server.databaseCpuTime();
    }

    /** What it has spent since, and holds. */
    Spent spent() throws IOException {
        return new Spent(
                java.cpuTime().minus(serverBefore),
                server.databaseCpuTime().minus(databaseBefore),
                java.heapAfterCollection(),
                java.peakMemory());
    }

    /**
     * What it cost.
     *
     * @param server CPU time of the Java process
     * @param database CPU time of PostgreSQL
     * @param heap in use after a collection, in MiB
     * @param peakMemory the most memory of the Java process meanwhile, in MiB
     */
    record Spent(Duration server, Duration database, long heap, long peakMemory) {
        Duration both() {
            return server.plus(database);
        }
    }

    /** Adds its figures. */
    void report(Report report, Spent spent, int profiles) {
        report.milliseconds(name + "CpuPerProfile", spent.server().dividedBy(profiles), name + ": server CPU a profile")
                .milliseconds(
                        name + "DatabaseCpuPerProfile",
                        spent.database().dividedBy(profiles),
                        name + ": PostgreSQL CPU a profile")
                .figure(name + "HeapBefore", heapBefore, "MiB", name + ": heap after a collection, before")
                .figure(name + "HeapAfter", spent.heap(), "MiB", name + ": heap after a collection, after")
                .figure(name + "PeakMemory", spent.peakMemory(), "MiB", name + ": most memory of the process");
    }
}
