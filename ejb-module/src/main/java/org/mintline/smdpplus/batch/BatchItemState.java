package org.mintline.smdpplus.batch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a profile of a batch is. */
public enum BatchItemState {
    /** Bound, and handed to the line. */
    BOUND,
    /** Taken back before it left. */
    WITHDRAWN,
    /** Installed, by the word of the eUICC. */
    INSTALLED,
    /** Not installed, by the word of the eUICC; another attempt may succeed. */
    FAILED,
    /** Its key was deleted, by the word of the eUICC: it can never be installed. */
    KEY_DELETED;

    private static final Map<BatchItemState, Set<BatchItemState>> NEXT = Map.of(
            BOUND, Set.of(WITHDRAWN, INSTALLED, FAILED, KEY_DELETED),
            FAILED, Set.of(INSTALLED, FAILED, KEY_DELETED),
            WITHDRAWN, Set.of(),
            INSTALLED, Set.of(),
            KEY_DELETED, Set.of());

    /** That state, if it may follow upon this one. */
    public Optional<BatchItemState> to(BatchItemState next) {
        return Optional.of(next).filter(NEXT.get(this)::contains);
    }
}
