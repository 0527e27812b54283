package org.mintline.rsp.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;

/** The fields of a certificate that its verification looks at; byte[] and text are null where the certificate has none. */
record CertificateFields(
        byte[] signedBytes,
        byte[] signature,
        boolean version3,
        BigInteger serialNumber,
        DistinguishedName subject,
        DistinguishedName issuer,
        Instant notBefore,
        Instant notAfter,
        EllipticCurve curve,
        PublicKey publicKey,
        Set<String> policies,
        Set<CertificateRole> roles,
        byte[] subjectKeyIdentifier,
        byte[] authorityKeyIdentifier,
        String subjectSerialNumber,
        Set<String> subjectOrganizations,
        String registeredId,
        List<String> dnsNames,
        List<PermittedEids> permittedEids,
        boolean certificateAuthority,
        int pathLength,
        int keyUsage,
        Set<String> unknownCriticalExtensions) {

    /** The path length of a CA certificate that does not limit it. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final DecodeLimits LIMITS = new DecodeLimits(RspCertificate.MAXIMUM_LENGTH, 16, 64);

    private static final Set<String> KNOWN_EXTENSIONS = Stream.of(
                    Extension.subjectKeyIdentifier,
                    Extension.authorityKeyIdentifier,
                    Extension.keyUsage,
                    Extension.certificatePolicies,
                    Extension.subjectAlternativeName,
                    Extension.basicConstraints,
                    Extension.extendedKeyUsage,
                    Extension.cRLDistributionPoints,
                    Extension.nameConstraints,
                    PermittedEidsReader.PERMITTED_EINS)
            .map(ASN1ObjectIdentifier::getId)
            .collect(Collectors.toUnmodifiableSet());

    static CertificateFields read(byte[] der) {
        byte[] signedBytes = BoundedDer.signedBytes(BoundedDer.check(der, LIMITS));
        try {
            return read(signedBytes, Certificate.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (DecodeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DecodeException("certificate", 0, "is no X.509 certificate");
        }
    }

    private static CertificateFields read(byte[] signedBytes, Certificate certificate) {
        TBSCertificate tbs = certificate.getTBSCertificate();
        Extensions extensions = tbs.getExtensions() == null ? new Extensions(new Extension[0]) : tbs.getExtensions();
        EllipticCurve curve = curve(tbs.getSubjectPublicKeyInfo());
        BasicConstraints basicConstraints = BasicConstraints.fromExtensions(extensions);
        KeyUsage keyUsage = KeyUsage.fromExtensions(extensions);
        GeneralName[] names = names(extensions);
        Set<String> policies = policies(extensions);
        return new CertificateFields(
                signedBytes,
                signature(certificate),
                tbs.getVersionNumber() == 3,
                tbs.getSerialNumber().getValue(),
                DistinguishedName.of(tbs.getSubject()),
                DistinguishedName.of(tbs.getIssuer()),
                tbs.getStartDate().getDate().toInstant(),
                tbs.getEndDate().getDate().toInstant(),
                curve,
                Cryptography.system()
                        .decodePoint(
                                curve,
                                tbs.getSubjectPublicKeyInfo().getPublicKeyData().getOctets()),
                policies,
                Set.copyOf(CertificateRole.named(policies)),
                keyIdentifier(SubjectKeyIdentifier.fromExtensions(extensions)),
                keyIdentifier(AuthorityKeyIdentifier.fromExtensions(extensions)),
                DirectoryNames.first(tbs.getSubject(), BCStyle.SERIALNUMBER),
                Set.copyOf(DirectoryNames.all(tbs.getSubject(), BCStyle.O)),
                registeredId(names),
                dnsNames(names),
                PermittedEidsReader.read(extensions),
                basicConstraints != null && basicConstraints.isCA(),
                pathLength(basicConstraints),
                keyUsage == null ? 0 : bits(keyUsage),
                unknownCritical(extensions));
    }

    /** Whether keyUsage has the bit, one of the constants of {@link KeyUsage}. */
    boolean hasKeyUsage(int bit) {
        return (keyUsage & bit) == bit;
    }

    private static byte[] signature(Certificate certificate) {
        AlgorithmIdentifier algorithm = certificate.getSignatureAlgorithm();
        if (!algorithm.equals(certificate.getTBSCertificate().getSignature())
                || !algorithm.getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256)) {
            throw new DecodeException("signatureAlgorithm", 0, "is not ecdsa-with-SHA256 in both places");
        }
        return certificate.getSignature().getOctets();
    }

    private static EllipticCurve curve(SubjectPublicKeyInfo key) {
        boolean elliptic = key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        return EllipticCurve.ofObjectIdentifier(
                        elliptic ? String.valueOf(key.getAlgorithm().getParameters()) : "")
                .orElseThrow(() -> new DecodeException("subjectPublicKeyInfo", 0, "is on no curve of RSP"));
    }

    private static Set<String> policies(Extensions extensions) {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions);
        if (policies == null) {
            return Set.of();
        }
        return Stream.of(policies.getPolicyInformation())
                .map(PolicyInformation::getPolicyIdentifier)
                .map(ASN1ObjectIdentifier::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] keyIdentifier(SubjectKeyIdentifier identifier) {
        return identifier == null ? null : identifier.getKeyIdentifier();
    }

    private static byte[] keyIdentifier(AuthorityKeyIdentifier identifier) {
        return identifier == null ? null : identifier.getKeyIdentifierOctets();
    }

    private static GeneralName[] names(Extensions extensions) {
        GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        return names == null ? new GeneralName[0] : names.getNames();
    }

    private static String registeredId(GeneralName... names) {
        return Stream.of(names)
                .filter(n -> n.getTagNo() == GeneralName.registeredID)
                .map(n -> ASN1ObjectIdentifier.getInstance(n.getName()).getId())
                .findFirst()
                .orElse(null);
    }

    private static List<String> dnsNames(GeneralName... names) {
        return Stream.of(names)
                .filter(n -> n.getTagNo() == GeneralName.dNSName)
                .map(n -> n.getName().toString())
                .toList();
    }

    private static int pathLength(BasicConstraints constraints) {
        if (constraints == null || constraints.getPathLenConstraint() == null) {
            return UNLIMITED;
        }
        return constraints
                .getPathLenConstraint()
                .min(BigInteger.valueOf(UNLIMITED))
                .intValue();
    }

    private static int bits(KeyUsage keyUsage) {
        byte[] octets = keyUsage.getBytes();
        int first = octets.length > 0 ? octets[0] & 0xFF : 0;
        int second = octets.length > 1 ? octets[1] & 0xFF : 0;
        return second << 8 | first;
    }

    private static Set<String> unknownCritical(Extensions extensions) {
        return Stream.of(extensions.getCriticalExtensionOIDs())
                .map(ASN1ObjectIdentifier::getId)
                .filter(id -> !KNOWN_EXTENSIONS.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the signature is that of a key over the signed bytes. */
    boolean isSignedBy(Cryptography cryptography, EllipticCurve issuerCurve, PublicKey issuer) {
        try {
            return cryptography.verify(issuer, EcdsaSignature.fromDer(signature, issuerCurve), signedBytes);
        } catch (DecodeException e) {
            return false;
        }
    }
}
