package org.mintline.smdpplus.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class KeyStateTest {
    @Property
    void between_two_claims_a_key_always_came_back(@ForAll @Size(max = 40) List<KeyEvent> events) {
        KeyState state = KeyState.FREE;
        boolean claimed = false;
        for (KeyEvent event : events) {
            if (state.after(event).isEmpty()) {
                continue;
            }
            if (event == KeyEvent.CLAIM) {
                assertThat(claimed).isFalse();
                claimed = true;
            }
            claimed = claimed && event != KeyEvent.RETURN;
            state = state.after(event).get();
        }
    }

    @Property
    void a_key_that_came_to_an_end_is_never_claimed_again(@ForAll @Size(max = 40) List<KeyEvent> events) {
        KeyState state = KeyState.FREE;
        boolean ended = false;
        for (KeyEvent event : events) {
            state = state.after(event).orElse(state);
            ended = ended || state == KeyState.USED || state == KeyState.DELETED || state == KeyState.EXPIRED;
            if (ended) {
                assertThat(state).isNotIn(KeyState.FREE, KeyState.CLAIMED);
            }
        }
    }

    @Property
    void the_word_of_the_eUICC_is_the_last(@ForAll KeyEvent event) {
        assertThat(KeyState.USED.after(event)).isEmpty();
        assertThat(KeyState.DELETED.after(event)).isEmpty();
    }
}
