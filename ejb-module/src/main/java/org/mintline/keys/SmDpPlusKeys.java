package org.mintline.keys;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.certificate.CertificateVerifier;

/** The SM-DP+'s own keys and the CI certificates it trusts (SGP.22 v2.5, clauses 2.6.7 and 4.5). */
public interface SmDpPlusKeys {
    /** The certificate issuers (trust anchors) known here, of every curve. */
    List<X509Certificate> certificateIssuers();

    /**
     * Verifies certificates under these issuers and against their CRLs. It is another object once either has changed, so that what
     * it has accepted may be kept as long as it is the same.
     */
    CertificateVerifier certificateVerifier();

    /**
     * The signing keys certified under a CI public key.
     *
     * @param ciPublicKeyIdentifier the subject key identifier of the CI's key, 20 bytes
     * @return the set of keys, or empty if there is none whose certificates are valid now
     */
    Optional<KeySet> keySet(byte[] ciPublicKeyIdentifier);

    /** CERT.DPauth and CERT.DPpb under one CI key, with the operations of their private keys. */
    interface KeySet {
        /** CERT.DPauth.ECDSA. */
        X509Certificate dpAuthCertificate();

        /** CERT.DPpb.ECDSA. */
        X509Certificate dpPbCertificate();

        /** Signs with SK.DPauth.ECDSA: ECDSA with SHA-256, 64 bytes r || s. */
        byte[] signAsDpAuth(byte[]... parts);

        /** Signs with SK.DPpb.ECDSA: ECDSA with SHA-256, 64 bytes r || s. */
        byte[] signAsDpPb(byte[]... parts);

        /** The object identifier of the SM-DP+ in both certificates' subject alternative names, in dotted form. */
        String smdpOid();
    }
}
