package org.mintline.rsp.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.tlv.DecodeException;

/**
 * A CRL of a CI, or of one below it that issues certificates (RFC 5280, clause 5; SGP.22 v2.5, clause 4.6). Its signature was
 * checked; whether it is the newest one, its reader decides.
 *
 * @param authorityKeyIdentifier the identifier of the issuer's key
 * @param thisUpdate when it was issued
 * @param nextUpdate when the next one is due, if it says so
 * @param scope what it covers of its issuer's certificates, in hexadecimal; CRLs of one issuer and one scope follow one another
 * @param part which part of a divided CRL it is; empty for one that is whole
 * @param serialNumbers of the certificates that are revoked
 */
public record RevocationList(
        byte[] authorityKeyIdentifier,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        String scope,
        Optional<Part> part,
        Set<BigInteger> serialNumbers) {
    /** The longest CRL that is read, in bytes. */
    public static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

    /**
     * A part of a CRL that is divided, so that each fits an eUICC (id-rsp-partialCrlNumber and id-rsp-totalPartialCrlNumber).
     *
     * @param number of this part
     * @param total how many parts there are
     */
    public record Part(int number, int total) {}

    /**
     * Reads a CRL and checks its signature.
     *
     * @param der its DER encoding
     * @param issuer the certificate of the key that must have signed it
     * @throws DecodeException if it is malformed, of another issuer, not signed by it, or has critical extensions that are not
     *     known, as a delta CRL has
     */
    public static RevocationList decode(byte[] der, RspCertificate issuer) {
        RevocationListReader reader = RevocationListReader.of(der);
        if (!reader.isOf(issuer)) {
            throw new DecodeException("authorityKeyIdentifier", 0, "is not that of the issuer");
        }
        return reader.read(issuer);
    }

    /**
     * Reads a CRL of whichever of these has issued it.
     *
     * @param issuers the certificates of keys that are trusted to sign CRLs
     * @return empty if it is of none of them
     * @throws DecodeException as {@link #decode(byte[], RspCertificate)}
     */
    public static Optional<RevocationList> decode(byte[] der, Collection<RspCertificate> issuers) {
        RevocationListReader reader = RevocationListReader.of(der);
        return issuers.stream().filter(reader::isOf).findFirst().map(reader::read);
    }

    /** Whether a certificate is on it. */
    public boolean revokes(RspCertificate certificate) {
        return isOf(certificate.fields().authorityKeyIdentifier())
                && serialNumbers.contains(certificate.serialNumber());
    }

    /** Whether it is of the issuer whose key has that identifier. */
    public boolean isOf(byte[] keyIdentifier) {
        return Arrays.equals(keyIdentifier, authorityKeyIdentifier);
    }
}
