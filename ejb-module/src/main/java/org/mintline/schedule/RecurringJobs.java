package org.mintline.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Jobs that begin again some time after they ended, so that a slow one never overtakes itself. A failure is logged, and the job
 * goes on at its next turn. A bean that starts jobs closes them when it ends.
 */
public final class RecurringJobs implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RecurringJobs.class.getName());

    private final ScheduledExecutorService executor;
    private final List<ScheduledFuture<?>> jobs = new ArrayList<>();

    /** @param executor carries them out */
    public RecurringJobs(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /**
     * Starts a job.
     *
     * @param name for the log
     * @param pause between the end of one run and the beginning of the next, and before the first
     * @param body what is done
     */
    public void start(String name, Duration pause, Runnable body) {
        Runnable guarded = () -> {
            try {
                body.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, name + " failed and is tried again in " + pause.toSeconds() + " s", e);
            }
        };
        jobs.add(executor.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Lets no job begin again; one that runs comes to its end. */
    @Override
    public void close() {
        jobs.forEach(job -> job.cancel(false));
    }
}
