package org.mintline.web.rest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Reads certificates that came as PEM text. */
public final class PemCertificates {
    private PemCertificates() {}

    /**
     * The certificates of several texts, each with one.
     *
     * @throws IllegalArgumentException if a text is not one certificate
     */
    public static List<X509Certificate> read(List<String> texts) {
        return texts.stream().map(PemCertificates::read).toList();
    }

    /**
     * The one certificate of a text.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static X509Certificate read(String text) {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            if (found.size() == 1 && found.iterator().next() instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a client certificate is not a certificate in PEM", e);
        }
        throw new IllegalArgumentException("a client certificate is not one certificate in PEM");
    }
}
