package org.mintline.smdpplus.batch;

import org.mintline.smdpplus.profile.ProfileState;

/** What becomes of a profile whose package was bound to a preloaded key that nobody used (OFF-7). */
public enum ProfileFate {
    /** For any order. */
    BACK_IN_STOCK,
    /** For nobody else: its package may still be installed, or its order has come to another end. */
    HELD;

    /**
     * Never are there two living packages of one ICCID: a profile goes back where the only package of it never left this server, or
     * can never be installed any more.
     *
     * @param state of the profile
     * @param packages how many were handed out in its order, by whatever way
     * @param neverLeft whether the package was taken back from the line before it left
     * @param keyDeleted whether the eUICC signed that the key of the package is gone
     */
    public static ProfileFate of(ProfileState state, int packages, boolean neverLeft, boolean keyDeleted) {
        boolean certain = neverLeft || keyDeleted;
        return certain && packages == 1 && state == ProfileState.DOWNLOADED ? BACK_IN_STOCK : HELD;
    }
}
