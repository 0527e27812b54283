package org.mintline.smdpplus.batch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mintline.smdpplus.profile.ProfileEvent;
import org.mintline.smdpplus.profile.ProfileState;

class ProfileFateTest {
    @Property
    void without_certainty_a_profile_is_given_to_nobody_else(
            @ForAll ProfileState state, @ForAll @IntRange(max = 5) int packages) {
        assertThat(ProfileFate.of(state, packages, false, false)).isEqualTo(ProfileFate.HELD);
    }

    @Property
    void a_profile_of_which_two_packages_went_out_is_given_to_nobody_else(
            @ForAll ProfileState state,
            @ForAll @IntRange(min = 2, max = 5) int packages,
            @ForAll boolean neverLeft,
            @ForAll boolean keyDeleted) {
        assertThat(ProfileFate.of(state, packages, neverLeft, keyDeleted)).isEqualTo(ProfileFate.HELD);
    }

    @Property
    void a_profile_goes_back_only_from_where_its_life_cycle_lets_it(
            @ForAll ProfileState state, @ForAll boolean neverLeft) {
        boolean back = ProfileFate.of(state, 1, neverLeft, !neverLeft) == ProfileFate.BACK_IN_STOCK;
        assertThat(back).isEqualTo(state.after(ProfileEvent.WITHDRAW).isPresent());
    }
}
