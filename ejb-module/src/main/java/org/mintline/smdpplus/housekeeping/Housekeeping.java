package org.mintline.smdpplus.housekeeping;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mintline.smdpplus.imports.ImportRun;

/** Runs the jobs of the SM-DP+ by the clock; a job that is still running is not begun again. Every node may run them. */
@Singleton
@DependsOn({"SchemaMigration", "KeysAtStart"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
    @Inject
    private Purge purge;

    @Inject
    private ProtectionAhead protectionAhead;

    @Inject
    private ImportRun imports;

    private final AtomicBoolean importing = new AtomicBoolean();
    private final AtomicBoolean purging = new AtomicBoolean();
    private final AtomicBoolean protecting = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void purge() {
        once(purging, purge::run);
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void protectAhead() {
        once(protecting, protectionAhead::run);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void importProfiles() {
        once(importing, imports::run);
    }

    private static void once(AtomicBoolean running, Runnable job) {
        if (running.compareAndSet(false, true)) {
            try {
                job.run();
            } finally {
                running.set(false);
            }
        }
    }
}
