package org.mintline.rsp.factory;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** The request of a function of ES10f, between a Factory Profile Assistant and an eUICC (SGP.41), known by its tag. */
public sealed interface Es10fRequest permits PrepareFactoryDownloadRequest, DeleteUnusedKeysRequest {
    /**
     * Reads the whole of an input.
     *
     * @throws DecodeException if it is malformed, of another version, or no request of ES10f
     */
    static Es10fRequest decode(byte[] input) {
        Tlv tlv = Tlv.decode(input, DecodeLimits.MESSAGE);
        return switch (tlv.tag()) {
            case PrepareFactoryDownloadRequest.TAG -> PrepareFactoryDownloadRequest.decode(tlv);
            case DeleteUnusedKeysRequest.TAG -> DeleteUnusedKeysRequest.decode(tlv);
            default -> throw new DecodeException("ES10f request", 0, "has the unknown tag " + tlv.name());
        };
    }

    /** The data object, as it goes into STORE DATA. */
    byte[] encoded();
}
