package org.mintline.smdpplus.batch;

import java.util.List;
import java.util.Optional;
import org.mintline.smdpplus.profile.Profile;

/**
 * What a chunk of a batch is made of.
 *
 * @param pairs profiles and the keys that they are to be bound to, locked, in the order of their lines
 * @param failures what could not be chosen
 * @param lines how many ordered profiles are done with it
 * @param shortage why no more could be chosen, if profiles or eUICCs have run out
 */
record Selection(List<Pair> pairs, List<Failure> failures, int lines, Optional<String> shortage) {
    /**
     * A profile and the key that it is to be bound to.
     *
     * @param line which of the ordered profiles
     */
    record Pair(int line, Profile profile, SuitableKeys.Suitable key) {}

    /**
     * What could not be made.
     *
     * @param line which of the ordered profiles; empty where an eUICC of the lot was passed over
     */
    record Failure(Optional<Integer> line, Optional<String> iccid, Optional<String> eid, String reason) {}
}
