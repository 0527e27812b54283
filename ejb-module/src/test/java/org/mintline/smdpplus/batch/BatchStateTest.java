package org.mintline.smdpplus.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class BatchStateTest {
    @Property
    void nothing_is_received_before_all_was_sent(@ForAll @Size(max = 30) List<BatchEvent> events) {
        BatchState state = BatchState.ORDERED;
        boolean sent = false;
        for (BatchEvent event : events) {
            state = state.after(event).orElse(state);
            sent = sent || state == BatchState.SENT;
            if (state == BatchState.RECEIVED) {
                assertThat(sent).isTrue();
            }
        }
    }

    @Property
    void a_cancelled_batch_stays_so(@ForAll BatchEvent event) {
        assertThat(BatchState.CANCELLED.after(event)).isEmpty();
    }

    @Property
    void whatever_is_not_cancelled_can_be(@ForAll BatchState state) {
        assertThat(state.after(BatchEvent.CANCEL).isPresent()).isEqualTo(state != BatchState.CANCELLED);
    }
}
