package org.mintline.support;

/** Where a batch stands that comes in. From the states other than the first nothing leads on. */
public enum BatchState {
    /** Its profiles come in, or wait for the rest. */
    RECEIVING,
    /** All its profiles are here, as its manifest says; its receipt is on the way. */
    WHOLE,
    /** What is here is not what its manifest says, and cannot become it. */
    MISMATCHED,
    /** It was cancelled where it was ordered; what had not reached a device is purged. */
    CANCELLED
}
