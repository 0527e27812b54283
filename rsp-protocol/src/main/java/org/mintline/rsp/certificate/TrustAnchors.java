package org.mintline.rsp.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The CI keys that are trusted, found by their subject key identifiers: several certificates of one CI key exist, with
 * different names, and any of them will do (SGP.22 v2.5, clause 4.5.2).
 */
public final class TrustAnchors {
    private final Map<String, List<RspCertificate>> byKey = new LinkedHashMap<>();

    /**
     * Trusts these certificates.
     *
     * @param certificates self-signed CI certificates
     * @throws DecodeException if one of them is no CI certificate, is not signed by itself, or states the key identifier of
     *     another key
     */
    public TrustAnchors(Collection<RspCertificate> certificates) {
        for (RspCertificate certificate : certificates) {
            CertificateFields fields = certificate.fields();
            if (!certificate.roles().contains(CertificateRole.CI) || fields.subjectKeyIdentifier() == null) {
                throw new DecodeException("CERT.CI", 0, "has no role CI or no subject key identifier");
            }
            if (!fields.isSignedBy(Cryptography.system(), certificate.curve(), certificate.publicKey())) {
                throw new DecodeException("CERT.CI", 0, "is not signed by itself");
            }
            List<RspCertificate> sameKey =
                    byKey.computeIfAbsent(name(fields.subjectKeyIdentifier()), k -> new ArrayList<>());
            if (!sameKey.isEmpty() && !sameKey.get(0).publicKey().equals(certificate.publicKey())) {
                throw new DecodeException("CERT.CI", 0, "states the key identifier of another key");
            }
            sameKey.add(certificate);
        }
    }

    /**
     * The certificate of a trusted CI key.
     *
     * @param subjectKeyIdentifier of the CI's key
     * @param at one that is valid then is preferred
     * @return empty if the key is not trusted, or all its certificates are out of their time
     */
    public Optional<RspCertificate> find(byte[] subjectKeyIdentifier, Instant at) {
        return byKey.getOrDefault(name(subjectKeyIdentifier), List.of()).stream()
                .filter(c -> c.isValidAt(at))
                .findFirst();
    }

    /** The identifiers of all trusted keys, in the order given. */
    public List<byte[]> subjectKeyIdentifiers() {
        return byKey.keySet().stream().map(HexFormat.of()::parseHex).toList();
    }

    private static String name(byte[] keyIdentifier) {
        return HexFormat.of().formatHex(keyIdentifier);
    }
}
