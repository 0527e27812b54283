package org.mintline.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mintline.server.RunningServer;

/** One death of the server: whoever takes part comes to a place of its own first, and goes on from there when it runs again. */
final class Outage {
    private static final int MINUTES = 5;

    private final CountDownLatch arrivals;
    private final CountDownLatch imminent = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param participants how many are waited for before the server is killed */
    Outage(int participants) {
        arrivals = new CountDownLatch(participants);
    }

    /** Waits here until the server runs again. */
    void sitOut() {
        arrivals.countDown();
        await(over);
    }

    /** Waits here until the server is about to be killed: what is sent next meets the kill. */
    void awaitKill() {
        arrivals.countDown();
        await(imminent);
    }

    /** Kills the server when all have arrived, or when the time for it is over, and starts it again. */
    void strike(RunningServer server) throws InterruptedException {
        boolean complete = arrivals.await(MINUTES, TimeUnit.MINUTES);
        imminent.countDown();
        server.kill();
        server.ensureRunning();
        over.countDown();
        if (!complete) {
            throw new IllegalStateException(arrivals.getCount() + " did not come to the place where they were to stop");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(2 * MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the server was not killed and started again in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
