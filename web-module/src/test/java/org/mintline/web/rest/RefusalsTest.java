package org.mintline.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final RecordedAudit audit = new RecordedAudit();
    private final AtomicLong second = new AtomicLong(1);
    private final Refusals refusals = new Refusals(audit, second::get);

    @Test
    void a_flood_of_refusals_is_counted_but_not_written_line_by_line() {
        for (int i = 0; i < 1000; i++) {
            refuse("x");
        }
        assertThat(audit.lines()).hasSize(50);

        second.incrementAndGet();
        refuse("x");
        refuse("x");

        assertThat(audit.lines()).hasSize(52);
        assertThat(audit.lines().get(50).detail()).endsWith("before it 950 refusals without a line");
        assertThat(audit.lines().get(51).detail()).isEqualTo("x");
    }

    @Test
    void what_is_too_long_for_a_line_is_cut() {
        refuse("x".repeat(5000));

        assertThat(audit.lines().get(0).detail()).hasSize(1000);
    }

    private void refuse(String detail) {
        refusals.record(Optional.empty(), "es9plus:192.0.2.1", "initiateAuthentication", "1.6/2.1", detail);
    }
}
