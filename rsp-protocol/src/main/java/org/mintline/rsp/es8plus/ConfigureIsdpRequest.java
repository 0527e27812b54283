package org.mintline.rsp.es8plus;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * ES8+.ConfigureISDP (SGP.22 v2.5, clause 5.5.2; tag BF24).
 *
 * @param dpProprietaryData the whole data object B8 that the SM-DP+ keeps in the ISD-P, at most 128 bytes, or empty
 * @param encoded the whole request
 */
public record ConfigureIsdpRequest(Optional<byte[]> dpProprietaryData, byte[] encoded) {
    /** The tag of this data object. */
    public static final int TAG = 0xBF24;

    private static final int DP_PROPRIETARY_DATA = 0xB8;
    private static final int MAXIMUM_PROPRIETARY_DATA = 128;

    /** A request without data of the SM-DP+. */
    public static ConfigureIsdpRequest empty() {
        return new ConfigureIsdpRequest(Optional.empty(), Tlv.encode(TAG));
    }

    /**
     * A request with data of the SM-DP+.
     *
     * @param dpProprietaryData tag B8, length and value; it begins with the dpOid
     */
    public static ConfigureIsdpRequest of(byte[] dpProprietaryData) {
        return decode(Tlv.encode(TAG, dpProprietaryData));
    }

    /**
     * Reads it.
     *
     * @throws DecodeException if it is malformed
     */
    public static ConfigureIsdpRequest decode(byte[] input) {
        Tlv request = Tlv.decode(input, DecodeLimits.MESSAGE);
        if (request.tag() != TAG) {
            throw new DecodeException("ConfigureISDPRequest", 0, "has tag " + request.name());
        }
        Optional<Tlv> data = request.reader().optional(DP_PROPRIETARY_DATA);
        if (data.isPresent() && data.get().encoded().length > MAXIMUM_PROPRIETARY_DATA) {
            throw new DecodeException("dpProprietaryData", data.get().offset(), "is longer than 128 bytes");
        }
        return new ConfigureIsdpRequest(data.map(Tlv::encoded), request.encoded());
    }
}
