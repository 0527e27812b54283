package org.mintline.rsp.image;

import org.mintline.rsp.tlv.NamedNumber;

/**
 * What a key that signs images is for. A device accepts the images of one kind only: those sold take commercial ones, those on
 * a developer's desk take development ones.
 */
public enum SigningKind implements NamedNumber {
    /** For development and verification. */
    DEVELOPMENT(1),
    /** For devices that are sold. */
    COMMERCIAL(2);

    /** An arc of our own, made of a UUID (ITU-T X.667). */
    private static final String POLICIES = "2.25.71658824433449074175790713658263160513.";

    private final int number;

    SigningKind(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    /** The object identifier that says so in the certificatePolicies of a signing key's certificate, in dotted form. */
    public String policy() {
        return POLICIES + number;
    }
}
