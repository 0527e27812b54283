package org.mintline.rsp.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;

/**
 * A CRL of a CI or of a sub-CA of one (RFC 5280, clause 5; SGP.22 v2.5, clause 4.6).
 *
 * @param authorityKeyIdentifier the identifier of the issuer's key
 * @param thisUpdate when it was issued
 * @param nextUpdate when the next one is due, if it says so
 * @param serialNumbers of the certificates that are revoked
 */
public record RevocationList(
        byte[] authorityKeyIdentifier,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Set<BigInteger> serialNumbers) {
    /** The longest CRL that is read, in bytes. */
    public static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

    private static final DecodeLimits LIMITS = new DecodeLimits(MAXIMUM_LENGTH, 16, 128 * 1024);

    /**
     * Reads a CRL and checks its signature.
     *
     * @param der its DER encoding
     * @param issuer the certificate of the key that must have signed it
     * @throws DecodeException if it is malformed, of another issuer, or not signed by it
     */
    public static RevocationList decode(byte[] der, RspCertificate issuer) {
        byte[] signedBytes = BoundedDer.signedBytes(BoundedDer.check(der, LIMITS));
        try {
            return read(signedBytes, CertificateList.getInstance(ASN1Primitive.fromByteArray(der)), issuer);
        } catch (DecodeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DecodeException("CRL", 0, "is no X.509 certificate list");
        }
    }

    /** Whether a certificate is on it. */
    public boolean revokes(RspCertificate certificate) {
        return Arrays.equals(certificate.fields().authorityKeyIdentifier(), authorityKeyIdentifier)
                && serialNumbers.contains(certificate.serialNumber());
    }

    private static RevocationList read(byte[] signedBytes, CertificateList list, RspCertificate issuer) {
        Extensions extensions = list.getTBSCertList().getExtensions();
        AuthorityKeyIdentifier authority =
                extensions == null ? null : AuthorityKeyIdentifier.fromExtensions(extensions);
        if (authority == null
                || !Arrays.equals(
                        authority.getKeyIdentifierOctets(), issuer.fields().subjectKeyIdentifier())) {
            throw new DecodeException("authorityKeyIdentifier", 0, "is not that of the issuer");
        }
        if (!isSignedBy(signedBytes, list, issuer.curve(), issuer.publicKey())) {
            throw new DecodeException("signatureValue", 0, "is not that of the issuer");
        }
        Set<BigInteger> serialNumbers = new HashSet<>();
        Enumeration<?> entries = list.getRevokedCertificateEnumeration();
        while (entries.hasMoreElements()) {
            serialNumbers.add(((TBSCertList.CRLEntry) entries.nextElement())
                    .getUserCertificate()
                    .getValue());
        }
        return new RevocationList(
                authority.getKeyIdentifierOctets(),
                list.getThisUpdate().getDate().toInstant(),
                Optional.ofNullable(list.getNextUpdate()).map(t -> t.getDate().toInstant()),
                Set.copyOf(serialNumbers));
    }

    private static boolean isSignedBy(byte[] signedBytes, CertificateList list, EllipticCurve curve, PublicKey issuer) {
        return list.getSignatureAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256)
                && Cryptography.system()
                        .verify(
                                issuer,
                                EcdsaSignature.fromDer(list.getSignature().getOctets(), curve),
                                signedBytes);
    }
}
