package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** The command of a Bound Profile Package at which an installation ended (SGP.22 v2.5, clause 2.5.6). */
public enum BppCommandId implements NamedNumber {
    /** InitialiseSecureChannel. */
    INITIALISE_SECURE_CHANNEL(0),
    /** ConfigureISDP. */
    CONFIGURE_ISDP(1),
    /** StoreMetadata. */
    STORE_METADATA(2),
    /** StoreMetadata, second part. */
    STORE_METADATA_2(3),
    /** ReplaceSessionKeys. */
    REPLACE_SESSION_KEYS(4),
    /** LoadProfileElements. */
    LOAD_PROFILE_ELEMENTS(5);

    private final int number;

    BppCommandId(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
