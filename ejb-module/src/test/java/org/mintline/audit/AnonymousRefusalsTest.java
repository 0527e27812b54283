package org.mintline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnonymousRefusalsTest {
    private final List<AuditEvent> lines = new ArrayList<>();
    private final AtomicLong second = new AtomicLong(1);
    private final AnonymousRefusals refusals = new AnonymousRefusals(new InMemory(), second::get);

    private final class InMemory implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            throw new IllegalStateException("a refusal has a transaction of its own");
        }

        @Override
        public void recordRefusal(AuditEvent event) {
            lines.add(event);
        }
    }

    @Test
    void a_flood_of_refusals_is_counted_but_not_written_line_by_line() {
        for (int i = 0; i < 1000; i++) {
            refuse("x");
        }
        assertThat(lines).hasSize(50);

        second.incrementAndGet();
        refuse("x".repeat(5000));
        refuse("x");

        assertThat(lines).hasSize(52);
        assertThat(lines.get(50).detail()).hasSize(1000).endsWith("before it 950 refusals without a line");
        assertThat(lines.get(51).detail()).isEqualTo("x");
    }

    private void refuse(String detail) {
        refusals.record(new AuditEvent(
                Optional.empty(), "es9plus:192.0.2.1", "refuseRequest", "function:asn1", "1.6/2.1", detail));
    }
}
