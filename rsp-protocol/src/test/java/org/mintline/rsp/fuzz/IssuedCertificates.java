package org.mintline.rsp.fuzz;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/**
 * A CI and its CRL.
 *
 * @param certificate DER
 * @param revocationList DER
 */
record IssuedCertificates(byte[] certificate, byte[] revocationList) {
    static IssuedCertificates create() {
        try {
            KeyPair keys = Cryptography.system().generateKeyPair(EllipticCurve.NIST_P256);
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new IssuedCertificates(certificate(keys, signer), revocationList(keys, signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate(KeyPair keys, ContentSigner signer) throws IOException, GeneralSecurityException {
        X500Name name = new X500Name("CN=CI");
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.EPOCH),
                        Date.from(Instant.EPOCH.plus(Duration.ofDays(36_500))),
                        name,
                        keys.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .build(signer)
                .getEncoded();
    }

    private static byte[] revocationList(KeyPair keys, ContentSigner signer)
            throws IOException, GeneralSecurityException {
        return new X509v2CRLBuilder(new X500Name("CN=CI"), Date.from(Instant.EPOCH))
                .addCRLEntry(BigInteger.TWO, Date.from(Instant.EPOCH), CRLReason.keyCompromise)
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()))
                .build(signer)
                .getEncoded();
    }
}
