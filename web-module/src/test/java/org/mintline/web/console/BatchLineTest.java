package org.mintline.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.batch.BatchState;
import org.mintline.tenancy.OperatorId;

class BatchLineTest {
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

    private static BatchLine line(BatchState state, int ordered, int bound, int failed, Duration worked) {
        return new BatchLine(
                new Batches.Progress(
                        1,
                        new BatchId(new byte[BatchId.LENGTH]),
                        new OperatorId(1),
                        "meter",
                        "lot",
                        "local",
                        state,
                        ordered,
                        bound,
                        failed,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        "console:somebody",
                        START,
                        Optional.of(START),
                        bound == 0 ? Optional.empty() : Optional.of(START.plus(worked)),
                        Optional.empty()),
                "North");
    }

    @Test
    void a_running_batch_tells_how_far_it_is_how_fast_and_how_long_it_takes_still() {
        BatchLine running = line(BatchState.RUNNING, 10_000, 2_400, 100, Duration.ofSeconds(10));

        assertThat(running.getPercent()).isEqualTo(25);
        assertThat(running.getSpeed()).isEqualTo("240 a second");
        assertThat(running.getTimeLeft()).isEqualTo("31 s");
        assertThat(running.isMoving()).isTrue();
    }

    @Test
    void a_batch_that_nobody_has_begun_tells_no_speed_and_no_time() {
        BatchLine ordered = line(BatchState.ORDERED, 10, 0, 0, Duration.ZERO);

        assertThat(ordered.getPercent()).isZero();
        assertThat(ordered.getSpeed()).isEmpty();
        assertThat(ordered.getTimeLeft()).isEmpty();
    }

    @Test
    void only_a_paused_batch_can_go_on_and_a_cancelled_one_cannot_be_cancelled_again() {
        assertThat(line(BatchState.PAUSED, 10, 5, 0, Duration.ofSeconds(1)).isResumable())
                .isTrue();
        assertThat(line(BatchState.RUNNING, 10, 5, 0, Duration.ofSeconds(1)).isResumable())
                .isFalse();
        assertThat(line(BatchState.CANCELLED, 10, 5, 0, Duration.ofSeconds(1)).isCancellable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "3599, 59 min 59 s", "3600, 1 h 0 min", "90061, 25 h 1 min"})
    void a_duration_is_told_in_its_two_largest_units(long seconds, String words) {
        assertThat(BatchLine.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
