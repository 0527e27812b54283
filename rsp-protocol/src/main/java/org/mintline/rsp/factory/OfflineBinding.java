package org.mintline.rsp.factory;

import java.security.KeyPair;
import java.util.List;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Signer;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es8plus.Binding;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.ProtectedProfilePackage;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.identification.Eid;

/**
 * Binds profile packages to preloaded keys, on the side of an SM-DP+ and without the eUICC. Each binding costs one key agreement and
 * one signature. Safe for use by many threads if the signer is.
 */
public final class OfflineBinding {
    private final Cryptography cryptography;
    private final SmDpPlus smDpPlus;

    /**
     * The SM-DP+ that binds.
     *
     * @param dpPbCertificate CERT.DPpb
     * @param otherCertsInChain certificates between it and the CI's, encoded; none with variant O
     * @param dpPb signs with SK.DPpb
     * @param address to which the eUICC addresses the result
     * @param hostId the hostId of the control reference template, 1 to 16 bytes
     */
    public record SmDpPlus(
            RspCertificate dpPbCertificate,
            List<byte[]> otherCertsInChain,
            Signer dpPb,
            String address,
            byte[] hostId) {}

    /**
     * The eUICC that a package is bound to.
     *
     * @param eid its EID
     * @param key the one-time key, for this package alone
     */
    public record Target(Eid eid, PreloadedKey key) {}

    /**
     * @param cryptography carries it out
     * @param smDpPlus in whose name
     */
    public OfflineBinding(Cryptography cryptography, SmDpPlus smDpPlus) {
        this.cryptography = cryptography;
        this.smDpPlus = smDpPlus;
    }

    /**
     * Binds a package that is protected by keys of its own: its segments are taken over as they are.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if the preloaded key is no point of the curve of CERT.DPpb
     */
    public OfflineBoundProfilePackage bind(
            ProtectedProfilePackage profile, StoreMetadataRequest metadata, Target target) {
        return new OfflineBoundProfilePackage(preparation(target), profile.bind(binding(metadata, target)));
    }

    /**
     * Protects a package by the session keys and binds it.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if the preloaded key is no point of the curve of CERT.DPpb
     */
    public OfflineBoundProfilePackage bind(
            UnprotectedProfilePackage profile, StoreMetadataRequest metadata, Target target) {
        return new OfflineBoundProfilePackage(preparation(target), profile.bind(binding(metadata, target)));
    }

    private PrepareFactoryDownloadRequest preparation(Target target) {
        return new PrepareFactoryDownloadRequest(
                target.key().keyIdentifier(),
                smDpPlus.address(),
                smDpPlus.dpPbCertificate().encoded(),
                smDpPlus.otherCertsInChain());
    }

    private Binding binding(StoreMetadataRequest metadata, Target target) {
        KeyPair oneTimeKeys =
                cryptography.generateKeyPair(smDpPlus.dpPbCertificate().curve());
        return Binding.open(
                cryptography,
                new Binding.Session(
                        target.key().keyIdentifier().octets(),
                        target.eid().octets(),
                        target.key().euiccOtpk(),
                        smDpPlus.hostId()),
                oneTimeKeys,
                smDpPlus.dpPb(),
                ConfigureIsdpRequest.empty(),
                metadata.encoded());
    }
}
