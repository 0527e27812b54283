package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SessionStateTest {
    @Property
    void a_session_is_never_bound_before_its_eUICC_is_authenticated(@ForAll @Size(max = 20) List<SessionEvent> events) {
        SessionState state = SessionState.INITIATED;
        boolean authenticated = false;
        for (SessionEvent event : events) {
            SessionState next = state.after(event).orElse(state);
            authenticated = authenticated || next == SessionState.AUTHENTICATED;
            if (next == SessionState.BOUND || next == SessionState.CANCELLED) {
                assertThat(authenticated).isTrue();
            }
            state = next;
        }
    }

    @Property
    void an_ended_session_takes_no_step_but_its_result(@ForAll @Size(max = 20) List<SessionEvent> events) {
        SessionState state = SessionState.INITIATED;
        for (SessionEvent event : events) {
            SessionState next = state.after(event).orElse(state);
            if (state == SessionState.CANCELLED || state == SessionState.EXPIRED || state == SessionState.FINISHED) {
                assertThat(next).isIn(state, SessionState.FINISHED);
            }
            state = next;
        }
    }
}
