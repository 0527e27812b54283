package org.mintline.device.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.mintline.rsp.crypto.Cryptography;

/** What a CRL of a test PKI is to say (SGP.22 v2.5, clause 4.6); each method says one thing more. */
public final class RevocationListTemplate {
    private static final String TOTAL_PARTIAL_CRL_NUMBER = "2.23.146.1.2.0.2";
    private static final String PARTIAL_CRL_NUMBER = "2.23.146.1.2.0.3";

    private final KeyAndCertificate issuer;
    private final X509v2CRLBuilder builder;
    private final Instant thisUpdate;

    private RevocationListTemplate(KeyAndCertificate issuer, Instant thisUpdate) {
        this.issuer = issuer;
        this.thisUpdate = thisUpdate;
        X500Name name = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        this.builder = new X509v2CRLBuilder(name, Date.from(thisUpdate));
    }

    /** A CRL that revokes nothing yet. */
    public static RevocationListTemplate of(KeyAndCertificate issuer, Instant thisUpdate) {
        return new RevocationListTemplate(issuer, thisUpdate);
    }

    /** Until when the next one is due. */
    public RevocationListTemplate validFor(Duration time) {
        builder.setNextUpdate(Date.from(thisUpdate.plus(time)));
        return this;
    }

    /** Revokes a certificate whose key is no longer secret. */
    public RevocationListTemplate revoking(KeyAndCertificate certificate) {
        return revoking(certificate.certificate().getSerialNumber());
    }

    /** Revokes the certificate of that serial number. */
    public RevocationListTemplate revoking(BigInteger serialNumber) {
        builder.addCRLEntry(serialNumber, Date.from(thisUpdate), CRLReason.keyCompromise);
        return this;
    }

    /** Makes it one of several parts. */
    public RevocationListTemplate part(int number, int total) {
        extension(PARTIAL_CRL_NUMBER, true, new ASN1Integer(number));
        return extension(TOTAL_PARTIAL_CRL_NUMBER, true, new ASN1Integer(total));
    }

    /** Adds an extension of any kind. */
    public RevocationListTemplate extension(String objectIdentifier, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(new ASN1ObjectIdentifier(objectIdentifier), critical, value);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode an extension", e);
        }
    }

    /** The signed CRL in DER. */
    public byte[] signed(Cryptography cryptography) {
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
            return builder.build(new EcdsaContentSigner(cryptography, issuer.privateKey()))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a CRL", e);
        }
    }
}
