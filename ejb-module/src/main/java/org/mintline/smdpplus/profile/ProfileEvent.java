package org.mintline.smdpplus.profile;

/** What moves a Profile from one state of its life cycle to the next (SGP.22 v2.5, clause 3.1.6). */
public enum ProfileEvent {
    /** ES2+.DownloadOrder without an EID. */
    ORDER,
    /** ES2+.DownloadOrder with an EID. */
    ORDER_FOR_EID,
    /** ES2+.ConfirmOrder with releaseFlag false. */
    CONFIRM,
    /** ES2+.ConfirmOrder with releaseFlag true. */
    CONFIRM_AND_RELEASE,
    /** ES2+.ReleaseProfile. */
    RELEASE,
    /** ES9+.GetBoundProfilePackage answered with a Bound Profile Package. */
    BIND,
    /** A Profile Installation Result told of success. */
    INSTALL,
    /** The order came to an end without an installed Profile: refused by the end user, limits exceeded, permanent error. */
    FAIL,
    /** ES2+.CancelOrder with finalProfileStatusIndicator Available, before anything of the Profile left the SM-DP+. */
    CANCEL_TO_AVAILABLE,
    /** ES2+.CancelOrder with finalProfileStatusIndicator Unavailable. */
    CANCEL_TO_UNAVAILABLE,
    /** The only package that was bound, ahead of its device, never left the SM-DP+, or can certainly not be installed any more. */
    WITHDRAW,
    /** The eUICC notified that the Profile was enabled. */
    ENABLE,
    /** The eUICC notified that the Profile was disabled. */
    DISABLE,
    /** The eUICC notified that the Profile was deleted. */
    DELETE
}
