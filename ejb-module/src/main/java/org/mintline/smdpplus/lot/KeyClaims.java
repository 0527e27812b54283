package org.mintline.smdpplus.lot;

import java.time.Instant;
import java.util.List;

/** What is bound to keys of a lot: whoever claims keys is told of their end, in the transaction of the change. */
public interface KeyClaims {
    /**
     * The eUICC has signed that these keys are gone from it.
     *
     * @return the ICCIDs of the profiles that are in stock again
     */
    List<String> deleted(List<LotKey> keys, Instant now);
}
