package org.mintline.smdpplus;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;

/** The keys of an SM-DP+ in a test PKI. */
public record TestKeys(
        TestPki pki,
        Cryptography cryptography,
        List<X509Certificate> certificateIssuers,
        CertificateVerifier certificateVerifier)
        implements SmDpPlusKeys {
    /** Of all certificate issuers of the PKI. */
    public TestKeys(TestPki pki, Cryptography cryptography) {
        this(
                pki,
                cryptography,
                pki.byCurve().values().stream()
                        .map(one -> one.certificateIssuer().certificate())
                        .toList(),
                new CertificateVerifier(
                        cryptography,
                        new TrustAnchors(pki.byCurve().values().stream()
                                .map(one -> one.certificateIssuer().rspCertificate())
                                .toList()),
                        List.of()));
    }

    @Override
    public Optional<KeySet> keySet(byte[] ciPublicKeyIdentifier) {
        return pki.byCurve().values().stream()
                .filter(one -> one.certificateIssuer()
                        .rspCertificate()
                        .subjectKeyIdentifier()
                        .filter(key -> Arrays.equals(key, ciPublicKeyIdentifier))
                        .isPresent())
                .map(one -> (KeySet) new OfOneIssuer(one, cryptography))
                .findFirst();
    }

    private record OfOneIssuer(RspPki pki, Cryptography cryptography) implements KeySet {
        @Override
        public X509Certificate dpAuthCertificate() {
            return pki.dpAuth().certificate();
        }

        @Override
        public X509Certificate dpPbCertificate() {
            return pki.dpPb().certificate();
        }

        @Override
        public byte[] signAsDpAuth(byte[]... parts) {
            return cryptography.sign(pki.dpAuth().privateKey(), parts);
        }

        @Override
        public byte[] signAsDpPb(byte[]... parts) {
            return cryptography.sign(pki.dpPb().privateKey(), parts);
        }

        @Override
        public String smdpOid() {
            return RspCertificate.of(dpAuthCertificate()).registeredId().orElseThrow();
        }
    }
}
