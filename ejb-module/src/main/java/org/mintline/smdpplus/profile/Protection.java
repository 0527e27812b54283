package org.mintline.smdpplus.profile;

/** By which keys the profile elements of a Bound Profile Package are protected (SGP.22 v2.5, clause 2.5.4). */
public enum Protection {
    /** Random keys of the profile (PPK), sent with ReplaceSessionKeys: the package can be protected ahead of time. */
    RANDOM_KEYS,
    /** The session keys agreed with the eUICC. */
    SESSION_KEYS
}
