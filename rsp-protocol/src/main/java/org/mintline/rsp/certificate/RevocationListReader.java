package org.mintline.rsp.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EcdsaSignature;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;

/** Reads a CRL. Nothing of it is believed before its signature holds. */
final class RevocationListReader {
    private static final DecodeLimits LIMITS = new DecodeLimits(RevocationList.MAXIMUM_LENGTH, 16, 128 * 1024);

    private static final String ID_RSP_EXT = "2.23.146.1.2.0.";
    private static final ASN1ObjectIdentifier EXPIRATION_DATE = new ASN1ObjectIdentifier(ID_RSP_EXT + "1");
    private static final ASN1ObjectIdentifier TOTAL_PARTIAL_CRL_NUMBER = new ASN1ObjectIdentifier(ID_RSP_EXT + "2");
    private static final ASN1ObjectIdentifier PARTIAL_CRL_NUMBER = new ASN1ObjectIdentifier(ID_RSP_EXT + "3");

    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.cRLNumber,
            Extension.issuingDistributionPoint,
            TOTAL_PARTIAL_CRL_NUMBER,
            PARTIAL_CRL_NUMBER);
    private static final Set<ASN1ObjectIdentifier> KNOWN_OF_ENTRIES =
            Set.of(Extension.reasonCode, Extension.invalidityDate, EXPIRATION_DATE);

    private final byte[] signedBytes;
    private final CertificateList list;
    private final Extensions extensions;
    private final byte[] authorityKeyIdentifier;

    private RevocationListReader(byte[] signedBytes, CertificateList list) {
        this.signedBytes = signedBytes;
        this.list = list;
        Extensions own = list.getTBSCertList().getExtensions();
        this.extensions = own == null ? new Extensions(new Extension[0]) : own;
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(extensions);
        this.authorityKeyIdentifier = authority == null ? null : authority.getKeyIdentifierOctets();
    }

    static RevocationListReader of(byte[] der) {
        byte[] signedBytes = BoundedDer.signedBytes(BoundedDer.check(der, LIMITS));
        try {
            return new RevocationListReader(signedBytes, CertificateList.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (IOException | RuntimeException e) {
            throw malformed();
        }
    }

    /** Whether it names the key of that certificate as its issuer's. */
    boolean isOf(RspCertificate issuer) {
        return authorityKeyIdentifier != null
                && Arrays.equals(authorityKeyIdentifier, issuer.fields().subjectKeyIdentifier());
    }

    /** What it says, if the issuer has signed it. */
    RevocationList read(RspCertificate issuer) {
        try {
            requireSignatureOf(issuer);
            requireKnown(extensions, KNOWN);
            return new RevocationList(
                    authorityKeyIdentifier,
                    list.getThisUpdate().getDate().toInstant(),
                    Optional.ofNullable(list.getNextUpdate())
                            .map(t -> t.getDate().toInstant()),
                    scope(),
                    part(),
                    serialNumbers());
        } catch (DecodeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw malformed();
        }
    }

    private void requireSignatureOf(RspCertificate issuer) {
        boolean signed = list.getSignatureAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256)
                && Cryptography.system()
                        .verify(
                                issuer.publicKey(),
                                EcdsaSignature.fromDer(list.getSignature().getOctets(), issuer.curve()),
                                signedBytes);
        if (!signed) {
            throw new DecodeException("signatureValue", 0, "is not that of the issuer");
        }
        if (!issuer.fields().hasKeyUsage(KeyUsage.cRLSign)) {
            throw new DecodeException("keyUsage", 0, "of the issuer does not permit it to sign CRLs");
        }
    }

    /** The distribution point that it serves, and its number if it is a part. */
    private String scope() throws IOException {
        Extension served = extensions.getExtension(Extension.issuingDistributionPoint);
        if (served == null) {
            return part().map(part -> "/" + part.number()).orElse("");
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(served.getParsedValue());
        if (point.isIndirectCRL() || point.getOnlySomeReasons() != null) {
            throw new DecodeException(
                    "issuingDistributionPoint", 0, "is that of an indirect CRL, or of some reasons only");
        }
        String name = HexFormat.of().formatHex(point.getEncoded());
        return part().map(part -> name + "/" + part.number()).orElse(name);
    }

    private Optional<RevocationList.Part> part() {
        Optional<Integer> number = number(PARTIAL_CRL_NUMBER);
        Optional<Integer> total = number(TOTAL_PARTIAL_CRL_NUMBER);
        if (number.isEmpty() && total.isEmpty()) {
            return Optional.empty();
        }
        if (number.isEmpty() || total.isEmpty() || total.get() < 1 || total.get() > 0xFFFF || number.get() < 0) {
            throw new DecodeException("partialCrlNumber", 0, "and totalPartialCrlNumber do not name a part");
        }
        return Optional.of(new RevocationList.Part(number.get(), total.get()));
    }

    private Optional<Integer> number(ASN1ObjectIdentifier identifier) {
        return Optional.ofNullable(extensions.getExtensionParsedValue(identifier))
                .map(value -> ASN1Integer.getInstance(value).intValueExact());
    }

    private Set<BigInteger> serialNumbers() {
        Set<BigInteger> serialNumbers = new HashSet<>();
        Enumeration<?> entries = list.getRevokedCertificateEnumeration();
        while (entries.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            if (entry.hasExtensions()) {
                requireKnown(entry.getExtensions(), KNOWN_OF_ENTRIES);
            }
            serialNumbers.add(entry.getUserCertificate().getValue());
        }
        return Set.copyOf(serialNumbers);
    }

    private static void requireKnown(Extensions extensions, Set<ASN1ObjectIdentifier> known) {
        Stream.of(extensions.getCriticalExtensionOIDs())
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new DecodeException("CRL", 0, "has the critical extension " + id + ", which is not known");
                });
    }

    private static DecodeException malformed() {
        return new DecodeException("CRL", 0, "is no X.509 certificate list");
    }
}
