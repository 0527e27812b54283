package org.mintline.smdpplus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProfileStateTest {
    @Test
    void an_order_with_confirmation_release_binding_and_result_ends_installed() {
        assertThat(after(
                        ProfileEvent.ORDER,
                        ProfileEvent.CONFIRM,
                        ProfileEvent.RELEASE,
                        ProfileEvent.BIND,
                        ProfileEvent.INSTALL))
                .isEqualTo(ProfileState.INSTALLED);
    }

    @Test
    void an_available_profile_can_only_be_ordered() {
        assertThat(ProfileState.AVAILABLE.transitions().keySet())
                .isEqualTo(Set.of(ProfileEvent.ORDER, ProfileEvent.ORDER_FOR_EID));
    }

    @Test
    void an_unavailable_profile_never_comes_back() {
        assertThat(ProfileState.UNAVAILABLE.transitions()).isEmpty();
    }

    @Property
    void no_sequence_of_events_installs_a_profile_that_was_never_bound(
            @ForAll @Size(max = 60) List<ProfileEvent> events) {
        ProfileState state = ProfileState.AVAILABLE;
        boolean bound = false;
        for (ProfileEvent event : events) {
            boolean resultWithoutPackage = state == ProfileState.ERROR && event == ProfileEvent.INSTALL && !bound;
            if (resultWithoutPackage) {
                continue; // a result is taken only in a session in which the package was handed out
            }
            ProfileState next = state.after(event).orElse(state);
            bound = bound || (next == ProfileState.DOWNLOADED);
            if (ProfileState.ON_EUICC.contains(next) || next == ProfileState.DELETED) {
                assertThat(bound).as("%s by %s", next, event).isTrue();
            }
            state = next;
        }
    }

    @Property
    void no_sequence_of_events_brings_a_profile_on_an_eUICC_back_into_stock(
            @ForAll @Size(max = 60) List<ProfileEvent> events) {
        ProfileState state = ProfileState.AVAILABLE;
        boolean wasOnEuicc = false;
        for (ProfileEvent event : events) {
            state = state.after(event).orElse(state);
            wasOnEuicc = wasOnEuicc || ProfileState.ON_EUICC.contains(state);
            if (wasOnEuicc) {
                assertThat(state).isNotEqualTo(ProfileState.AVAILABLE);
            }
        }
    }

    @Property
    void only_a_released_profile_is_handed_out(@ForAll ProfileState state) {
        assertThat(state.after(ProfileEvent.BIND).isPresent())
                .isEqualTo(state == ProfileState.RELEASED || state == ProfileState.DOWNLOADED);
    }

    private static ProfileState after(ProfileEvent... events) {
        ProfileState state = ProfileState.AVAILABLE;
        for (ProfileEvent event : events) {
            state = state.after(event).orElseThrow();
        }
        return state;
    }
}
