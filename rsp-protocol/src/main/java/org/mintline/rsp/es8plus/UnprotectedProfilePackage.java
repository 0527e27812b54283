package org.mintline.rsp.es8plus;

import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.bsp.SegmentWriter;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;

/**
 * UPP: the profile elements of one profile in the clear, one after the other (SGP.22 v2.5, clause 2.5.2).
 *
 * @param encoded the profile elements, at least one, at most 1,000,000 bytes together
 */
public record UnprotectedProfilePackage(byte[] encoded) {
    /** The longest package, in bytes: it stays within {@link DecodeLimits#PACKAGE} when it is bound. */
    public static final int MAXIMUM_LENGTH = 1_000_000;

    static final int PROFILE_SEGMENT = 0x86;

    /** Refuses what is empty or too long. */
    public UnprotectedProfilePackage {
        if (encoded.length == 0 || encoded.length > MAXIMUM_LENGTH) {
            throw new DecodeException("profile package", 0, "has " + encoded.length + " bytes");
        }
    }

    /**
     * Protects the package by random keys of its own, before the eUICC is known (SGP.22 v2.5, clause 2.5.3).
     *
     * @param randomness where the profile protection keys come from
     */
    public ProtectedProfilePackage protect(Randomness randomness) {
        BspKeys profileProtectionKeys = BspKeys.random(randomness);
        byte[] segments = new SegmentWriter(profileProtectionKeys).encryptAndMac(PROFILE_SEGMENT, encoded);
        return new ProtectedProfilePackage(profileProtectionKeys, segments);
    }

    /** Protects the package by the session keys and binds it, in one go (SGP.22 v2.5, clauses 2.5.3 and 2.5.4). */
    public BoundProfilePackage bind(Binding binding) {
        SegmentWriter writer = new SegmentWriter(binding.sessionKeys());
        return BoundProfilePackage.assemble(
                binding.initialiseSecureChannel(),
                writer.encryptAndMac(
                        BoundProfilePackage.COMMAND_SEGMENT,
                        binding.configureIsdp().encoded()),
                writer.macOnly(BoundProfilePackage.METADATA_SEGMENT, binding.storeMetadata()),
                new byte[0],
                writer.encryptAndMac(PROFILE_SEGMENT, encoded));
    }

    /** Says only how long it is. */
    @Override
    public String toString() {
        return "UnprotectedProfilePackage[" + encoded.length + " bytes]";
    }
}
