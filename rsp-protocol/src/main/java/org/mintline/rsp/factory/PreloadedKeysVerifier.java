package org.mintline.rsp.factory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.factory.PreloadedKeysRejectedException.Reason;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Tells whether preloaded keys are genuine: the eUICC of the EID signed them, and its chain ends at a trusted CI key (DPFF10 of
 * SGP.41). For the eUICCs of one lot, since it remembers the EUM that it saw last; one thread at a time.
 */
public final class PreloadedKeysVerifier {
    private final Cryptography cryptography;
    private final CertificateVerifier certificates;
    private CertificateVerifier.Verified lastEum;

    /**
     * @param cryptography carries out the verification of signatures
     * @param certificates knows the CI keys that are trusted, and the CRLs
     */
    public PreloadedKeysVerifier(Cryptography cryptography, CertificateVerifier certificates) {
        this.cryptography = cryptography;
        this.certificates = certificates;
    }

    /**
     * Verifies the keys of one eUICC.
     *
     * @param at the instant at which the certificates must be valid
     * @throws DecodeException if a certificate is malformed
     * @throws org.mintline.rsp.certificate.CertificateRejectedException if a certificate is refused
     * @throws PreloadedKeysRejectedException if signature, EID or keys do not fit the certificate
     */
    public VerifiedPreloadedKeys verify(PreloadedKeys preloaded, Instant at) {
        PreloadedKeysSigned signed = preloaded.signed();
        CertificateVerifier.Verified eum = eum(RspCertificate.decode(preloaded.eumCertificate()), at);
        RspCertificate euicc = euicc(eum, preloaded.euiccCertificate(), signed.eid(), at);
        checkSignature(euicc, preloaded.euiccSignature(), signed.encoded());
        checkKeys(signed.keys(), euicc);
        byte[] ciPKId = eum.certificateIssuer().subjectKeyIdentifier().orElseThrow();
        return new VerifiedPreloadedKeys(
                signed.eid(), new SubjectKeyIdentifier(ciPKId), euicc.curve(), signed.euiccInfo2(), signed.keys());
    }

    /**
     * Verifies the proof that keys were deleted.
     *
     * @param at the instant at which the certificates must be valid
     * @return the EID and the identifiers
     * @throws DecodeException if a certificate is malformed
     * @throws org.mintline.rsp.certificate.CertificateRejectedException if a certificate is refused
     * @throws PreloadedKeysRejectedException if signature or EID do not fit the certificate
     */
    public DeletedKeysSigned verify(DeleteUnusedKeysResponse deleted, Instant at) {
        DeletedKeysSigned signed = deleted.signed();
        CertificateVerifier.Verified eum = eum(RspCertificate.decode(deleted.eumCertificate()), at);
        RspCertificate euicc = euicc(eum, deleted.euiccCertificate(), signed.eid(), at);
        checkSignature(euicc, deleted.euiccSignature(), signed.encoded());
        return signed;
    }

    private CertificateVerifier.Verified eum(RspCertificate certificate, Instant at) {
        if (lastEum == null || !lastEum.certificate().equals(certificate)) {
            lastEum = certificates.verifyEum(certificate, List.of(), at);
        }
        return lastEum;
    }

    private RspCertificate euicc(CertificateVerifier.Verified eum, byte[] encoded, Eid eid, Instant at) {
        RspCertificate euicc = RspCertificate.decode(encoded);
        if (!certificates.verifyEuicc(euicc, eum, at).equals(eid.digits())) {
            throw new PreloadedKeysRejectedException(Reason.OTHER_EID);
        }
        return euicc;
    }

    private void checkSignature(RspCertificate euicc, EcdsaSignature signature, byte[] signed) {
        if (!cryptography.verify(euicc.publicKey(), signature.value(), signed)) {
            throw new PreloadedKeysRejectedException(Reason.WRONG_SIGNATURE);
        }
    }

    private void checkKeys(List<PreloadedKey> keys, RspCertificate euicc) {
        Set<TransactionId> identifiers = new HashSet<>();
        for (PreloadedKey key : keys) {
            if (!identifiers.add(key.keyIdentifier())) {
                throw new PreloadedKeysRejectedException(Reason.REPEATED_KEY_IDENTIFIER);
            }
            try {
                cryptography.decodePoint(euicc.curve(), key.euiccOtpk());
            } catch (DecodeException e) {
                throw new PreloadedKeysRejectedException(Reason.KEY_NOT_ON_CURVE);
            }
        }
    }
}
