package org.mintline.rsp.certificate;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.tlv.DecodeException;

/**
 * What a certificate says, read once (RFC 5280; profile of SGP.22 v2.5, clause 4.5.2). Nothing of it is verified yet.
 *
 * <p>Immutable; two are equal if their encodings are.
 */
public final class RspCertificate {
    /** The longest certificate that is read, in bytes. */
    public static final int MAXIMUM_LENGTH = 8 * 1024;

    private final byte[] encoded;
    private final CertificateFields fields;
    private final int hash;

    private RspCertificate(byte[] encoded) {
        this.encoded = encoded;
        this.fields = CertificateFields.read(encoded);
        this.hash = Arrays.hashCode(encoded);
    }

    /**
     * Reads a certificate.
     *
     * @param der its DER encoding and nothing more
     * @throws DecodeException if it is longer than 8 KiB, malformed, or its key lies on neither curve of RSP
     */
    public static RspCertificate decode(byte[] der) {
        return new RspCertificate(der.clone());
    }

    /**
     * Reads a certificate that another library holds.
     *
     * @throws DecodeException if it is not one of RSP
     */
    public static RspCertificate of(X509Certificate certificate) {
        try {
            return new RspCertificate(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new DecodeException("certificate", 0, "cannot be encoded");
        }
    }

    /** The DER encoding, byte for byte as it was read. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The serial number that its issuer gave it. */
    public BigInteger serialNumber() {
        return fields.serialNumber();
    }

    /** The subject in the form of RFC 4519, for people. */
    public String subject() {
        return fields.subject().text();
    }

    /** The issuer in the form of RFC 4519, for people. */
    public String issuer() {
        return fields.issuer().text();
    }

    /** From when on it is valid. */
    public Instant notBefore() {
        return fields.notBefore();
    }

    /** Until when it is valid, that second included. */
    public Instant notAfter() {
        return fields.notAfter();
    }

    /** The curve of its key. */
    public EllipticCurve curve() {
        return fields.curve();
    }

    /** Its public key. */
    public PublicKey publicKey() {
        return fields.publicKey();
    }

    /** The object identifiers in its certificatePolicies, in dotted form. */
    public Set<String> policies() {
        return fields.policies();
    }

    /** Its roles, told by certificatePolicies. */
    public Set<CertificateRole> roles() {
        return fields.roles();
    }

    /** The identifier of its key, usually 20 bytes, if it states one. */
    public Optional<byte[]> subjectKeyIdentifier() {
        return Optional.ofNullable(fields.subjectKeyIdentifier()).map(byte[]::clone);
    }

    /** The identifier of its issuer's key, usually 20 bytes, if it states one. */
    public Optional<byte[]> authorityKeyIdentifier() {
        return Optional.ofNullable(fields.authorityKeyIdentifier()).map(byte[]::clone);
    }

    /** The EID of an eUICC certificate, 32 digits, from the subject's serialNumber. */
    public Optional<String> eid() {
        return Optional.ofNullable(fields.subjectSerialNumber()).filter(s -> s.matches("[0-9]{32}"));
    }

    /** The object identifier of the entity (registeredID in subjectAltName) in dotted form, for instance an SM-DP+'s. */
    public Optional<String> registeredId() {
        return Optional.ofNullable(fields.registeredId());
    }

    /** The host names in subjectAltName, in the order given. */
    public List<String> dnsNames() {
        return fields.dnsNames();
    }

    /** The EIDs that this EUM or EUM sub-CA may issue for; none means that the certificate does not say. */
    public List<PermittedEids> permittedEids() {
        return fields.permittedEids();
    }

    /** Whether an instant lies within its validity. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(fields.notBefore()) && !instant.isAfter(fields.notAfter());
    }

    CertificateFields fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RspCertificate that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String key =
                fields.subjectKeyIdentifier() == null ? "?" : HexFormat.of().formatHex(fields.subjectKeyIdentifier());
        return "RspCertificate[" + subject() + ", serial " + serialNumber() + ", key " + key + "]";
    }
}
