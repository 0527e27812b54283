package org.mintline.rsp.factory;

import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.FinalResult;

/** When a preloaded key is used ({@code docs/formats/preloaded-keys.md}). */
public final class KeyUse {
    private KeyUse() {}

    /**
     * Whether no package that is bound to the key can be installed after this result: success, and each failure behind
     * InitialiseSecureChannel that is for good. After every other failure the same package may be sent again.
     */
    public static boolean isEndedBy(FinalResult result) {
        return !(result instanceof FinalResult.ErrorResult error)
                || error.bppCommandId() != BppCommandId.INITIALISE_SECURE_CHANNEL
                        && !error.errorReason().isTemporary();
    }
}
