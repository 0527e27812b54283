package org.mintline.rsp.es8plus;

import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.bsp.SegmentWriter;

/**
 * PPP: a profile package that is protected by keys of its own and belongs to no eUICC yet (SGP.22 v2.5, clause 2.5.3).
 *
 * @param profileProtectionKeys PPK-ENC, PPK-CMAC and their initial MAC chaining value; as secret as the profile
 * @param segments the '86' segments, one after the other
 */
public record ProtectedProfilePackage(BspKeys profileProtectionKeys, byte[] segments) {

    /**
     * Binds the package to an eUICC: protects the few short segments in front, and copies its own.
     *
     * @param binding for whom
     */
    public BoundProfilePackage bind(Binding binding) {
        SegmentWriter writer = new SegmentWriter(binding.sessionKeys());
        ReplaceSessionKeysRequest replaceSessionKeys = new ReplaceSessionKeysRequest(profileProtectionKeys);
        return BoundProfilePackage.assemble(
                binding.initialiseSecureChannel(),
                writer.encryptAndMac(
                        BoundProfilePackage.COMMAND_SEGMENT,
                        binding.configureIsdp().encoded()),
                writer.macOnly(BoundProfilePackage.METADATA_SEGMENT, binding.storeMetadata()),
                writer.encryptAndMac(BoundProfilePackage.COMMAND_SEGMENT, replaceSessionKeys.encoded()),
                segments);
    }

    /** Says only how long it is. */
    @Override
    public String toString() {
        return "ProtectedProfilePackage[" + segments.length + " bytes]";
    }
}
