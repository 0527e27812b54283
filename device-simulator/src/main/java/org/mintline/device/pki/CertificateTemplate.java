package org.mintline.device.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** What a certificate is to say; each method returns a template that says one thing more. */
final class CertificateTemplate {
    private static final ASN1ObjectIdentifier PERMITTED_EINS = new ASN1ObjectIdentifier("2.23.146.1.2.2.0");
    private static final int SERIAL_NUMBER_BYTES = 15;

    private record Piece(ASN1ObjectIdentifier identifier, boolean critical, ASN1Encodable value) {}

    private final X500Name subject;
    private final List<Piece> extensions = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private Instant notBefore;
    private Instant notAfter;

    private CertificateTemplate(X500Name subject) {
        this.subject = subject;
    }

    static CertificateTemplate of(String organization, String commonName) {
        return new CertificateTemplate(name(organization, commonName).build());
    }

    static CertificateTemplate ofEuicc(String organization, String commonName, String eid) {
        return new CertificateTemplate(
                name(organization, commonName).addRDN(BCStyle.SERIALNUMBER, eid).build());
    }

    CertificateTemplate valid(Instant from, Duration lifetime) {
        notBefore = from;
        notAfter = from.plus(lifetime);
        return this;
    }

    CertificateTemplate policy(boolean critical, String objectIdentifier) {
        return extension(
                Extension.certificatePolicies,
                critical,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(objectIdentifier))));
    }

    /** A CA: under it there may be as many further CAs as {@code pathLength} says, or any number if it is negative. */
    CertificateTemplate issuer(int pathLength) {
        extension(
                Extension.basicConstraints,
                true,
                pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength));
        return extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    CertificateTemplate endEntity() {
        return extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }

    CertificateTemplate tls(KeyPurposeId... purposes) {
        return extension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purposes));
    }

    CertificateTemplate registeredId(String objectIdentifier) {
        names.add(new GeneralName(GeneralName.registeredID, objectIdentifier));
        return this;
    }

    CertificateTemplate hostName(String name) {
        names.add(new GeneralName(GeneralName.dNSName, name));
        return this;
    }

    CertificateTemplate address(String ipAddress) {
        names.add(new GeneralName(GeneralName.iPAddress, ipAddress));
        return this;
    }

    CertificateTemplate crlAt(String url) {
        GeneralNames location = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, url));
        DistributionPoint point = new DistributionPoint(new DistributionPointName(location), null, null);
        return extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    /** The EIDs that an EUM may issue for, in the manner of SGP.22 v2. */
    CertificateTemplate permittedEids(String organization, String ein) {
        X500Name permitted = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.SERIALNUMBER, ein)
                .build();
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(permitted));
        return extension(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {subtree}, null));
    }

    /** The EIDs that an EUM may issue for, in the manner of SGP.22 v3. */
    CertificateTemplate permittedEins(String ein) {
        return extension(PERMITTED_EINS, true, new DERSequence(new DERPrintableString(ein)));
    }

    KeyAndCertificate selfSigned(Cryptography cryptography, EllipticCurve curve) {
        KeyPair keys = cryptography.generateKeyPair(curve);
        return sign(cryptography, keys, subject, keys);
    }

    KeyAndCertificate issuedBy(Cryptography cryptography, KeyAndCertificate issuer) {
        EllipticCurve curve = EllipticCurve.of(issuer.certificate().getPublicKey());
        return issuedBy(cryptography, issuer, cryptography.generateKeyPair(curve));
    }

    /** A certificate for keys that exist. */
    KeyAndCertificate issuedBy(Cryptography cryptography, KeyAndCertificate issuer, KeyPair keys) {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return sign(
                cryptography, keys, issuerName, new KeyPair(issuer.certificate().getPublicKey(), issuer.privateKey()));
    }

    private KeyAndCertificate sign(Cryptography cryptography, KeyPair keys, X500Name issuerName, KeyPair issuer) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuerName,
                    new BigInteger(1, cryptography.randomness().octets(SERIAL_NUMBER_BYTES)),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    subject,
                    subjectPublicKeyInfo(keys.getPublic()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(subjectPublicKeyInfo(keys.getPublic())));
            if (!issuer.getPublic().equals(keys.getPublic())) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(subjectPublicKeyInfo(issuer.getPublic())));
            }
            for (Piece piece : extensions) {
                builder.addExtension(piece.identifier(), piece.critical(), piece.value());
            }
            if (!names.isEmpty()) {
                GeneralNames all = new GeneralNames(names.toArray(GeneralName[]::new));
                builder.addExtension(Extension.subjectAlternativeName, false, all);
            }
            X509CertificateHolder signed = builder.build(new EcdsaContentSigner(cryptography, issuer.getPrivate()));
            return new KeyAndCertificate(keys.getPrivate(), Certificates.of(signed));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a test certificate", e);
        }
    }

    private CertificateTemplate extension(ASN1ObjectIdentifier identifier, boolean critical, ASN1Encodable value) {
        extensions.add(new Piece(identifier, critical, value));
        return this;
    }

    private static SubjectPublicKeyInfo subjectPublicKeyInfo(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }

    private static X500NameBuilder name(String organization, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.CN, commonName);
    }
}
