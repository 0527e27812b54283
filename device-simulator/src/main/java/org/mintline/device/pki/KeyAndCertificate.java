package org.mintline.device.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.mintline.rsp.certificate.RspCertificate;

/**
 * A private key with the certificate of its public key.
 *
 * @param privateKey the key
 * @param certificate the certificate
 */
public record KeyAndCertificate(PrivateKey privateKey, X509Certificate certificate) {
    /** What the certificate says, in the terms of RSP. */
    public RspCertificate rspCertificate() {
        return RspCertificate.of(certificate);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "KeyAndCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
