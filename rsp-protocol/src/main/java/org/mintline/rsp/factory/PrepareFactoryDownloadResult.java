package org.mintline.rsp.factory;

import org.mintline.rsp.tlv.NamedNumber;

/** How an eUICC answers ES10f.PrepareFactoryDownload. */
public enum PrepareFactoryDownloadResult implements NamedNumber {
    /** The load session is open. */
    OK(0),
    /** CERT.DPpb is invalid. */
    INVALID_CERTIFICATE(1),
    /** The time of CERT.DPpb, or of one above it, is over. */
    EXPIRED_CERTIFICATE(2),
    /** The chain of CERT.DPpb ends at no CI key that the eUICC verifies with. */
    UNKNOWN_CI(3),
    /** CERT.DPpb is on another curve than the preloaded key. */
    UNSUPPORTED_CURVE(4),
    /** No key of that identifier was ever preloaded: the package is for another eUICC. */
    UNKNOWN_KEY(5),
    /** The key was used: an installation with it succeeded, or failed for good. */
    USED_KEY(6),
    /** The key was deleted. */
    DELETED_KEY(7),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    PrepareFactoryDownloadResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static PrepareFactoryDownloadResult of(int number) {
        return NamedNumber.find(PrepareFactoryDownloadResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
