package org.mintline.device.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Certificates as the JCA's objects, by BouncyCastle, since the JDK refuses keys on brainpool curves. */
final class Certificates {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Certificates() {}

    static X509Certificate of(X509CertificateHolder holder) throws IOException, GeneralSecurityException {
        return of(holder.getEncoded());
    }

    static X509Certificate of(byte[] der) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }
}
