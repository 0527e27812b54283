package org.mintline.smdpplus.batch;

/** What moves a batch from one state to the next. */
public enum BatchEvent {
    /** A node has begun to work on it. */
    START,
    /** It cannot go on without a person. */
    PAUSE,
    /** A person lets it go on. */
    RESUME,
    /** Its manifest is handed over. */
    FINISH,
    /** The receipt of the other end is that of the manifest. */
    RECEIVE,
    /** A person gave it up. */
    CANCEL
}
