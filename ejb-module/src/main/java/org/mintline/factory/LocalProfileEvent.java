package org.mintline.factory;

/** What moves a package at a local provisioning server from one state to the next. */
public enum LocalProfileEvent {
    /** It was handed to a Factory Profile Assistant. */
    HAND_OUT,
    /** The eUICC signed that the profile is installed. */
    INSTALL,
    /** The eUICC signed a failure that ends the key. */
    FAIL,
    /** It is not what came, or the eUICC does not take it: it is not handed out again. */
    REFUSE,
    /** Its time is over. */
    EXPIRE,
    /** The eUICC signed that the key is deleted. */
    DELETE_KEY
}
