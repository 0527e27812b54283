package org.mintline.device.https;

import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * Trusts the server that has one certificate, whoever issued it, whatever its name, and whenever: a device in a factory has no clock that it
 * could trust.
 */
public final class PinnedTrust extends ServerTrust {
    private final byte[] certificate;

    /** @param certificate of the server, in DER */
    public PinnedTrust(byte[] certificate) {
        this.certificate = certificate.clone();
    }

    @Override
    void check(X509Certificate[] chain) throws CertificateException {
        if (!MessageDigest.isEqual(chain[0].getEncoded(), certificate)) {
            throw new CertificateException("it has another certificate than the one that is trusted");
        }
    }
}
