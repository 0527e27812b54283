package org.mintline.smdpplus.lot;

/** What moves a preloaded key from one state to the next. */
public enum KeyEvent {
    /** A profile is bound to it. */
    CLAIM,
    /** The package that was bound to it never left this server. */
    RETURN,
    /** The eUICC signed that an installation with it came to its end, well or not. */
    USE,
    /** The eUICC signed that it was deleted. */
    DELETE,
    /** The time of its lot is over. */
    EXPIRE
}
