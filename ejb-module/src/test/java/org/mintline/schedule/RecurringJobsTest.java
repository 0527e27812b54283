package org.mintline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecurringJobsTest {
    @Test
    void a_job_that_fails_is_tried_again() throws Exception {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch runs = new CountDownLatch(3);
        try (RecurringJobs jobs = new RecurringJobs(executor)) {
            jobs.start("job of a test", Duration.ofMillis(1), () -> {
                runs.countDown();
                if (runs.getCount() == 2) {
                    throw new IllegalStateException("the one failure of this test");
                }
            });

            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }
}
