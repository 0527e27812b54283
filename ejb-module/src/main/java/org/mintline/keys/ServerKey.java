package org.mintline.keys;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.CryptographyException;
import org.mintline.rsp.tlv.DecodeException;

/** A signing key of the SM-DP+ with its certificate, checked once when it is loaded. */
final class ServerKey {
    private static final int DIRECTLY_UNDER_THE_CI = 2;

    /** What it signs. */
    enum Role {
        DP_AUTH(CertificateRole.DP_AUTH, "CERT.DPauth"),
        DP_PB(CertificateRole.DP_PB, "CERT.DPpb");

        private final CertificateRole certified;
        private final String title;

        Role(CertificateRole certified, String title) {
            this.certified = certified;
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Role role;
    private final HeldKey held;
    private final RspCertificate certificate;
    private final Cryptography cryptography;
    private final Optional<String> certificateIssuer;
    private final Optional<String> problem;

    private ServerKey(Role role, HeldKey held, CertificateVerifier verifier, Cryptography cryptography) {
        this.role = role;
        this.held = held;
        this.certificate = RspCertificate.of(held.certificate());
        this.cryptography = cryptography;
        Chain chain = chain(verifier);
        this.certificateIssuer = chain.certificateIssuer();
        this.problem = chain.problem().or(this::keyProblem);
    }

    private record Chain(Optional<String> certificateIssuer, Optional<String> problem) {}

    /** The key as one of the SM-DP+; empty if its certificate has another purpose. */
    static Optional<ServerKey> of(HeldKey held, CertificateVerifier verifier, Cryptography cryptography) {
        try {
            RspCertificate certificate = RspCertificate.of(held.certificate());
            for (Role role : Role.values()) {
                if (certificate.roles().contains(role.certified)) {
                    return Optional.of(new ServerKey(role, held, verifier, cryptography));
                }
            }
            return Optional.empty();
        } catch (DecodeException | CryptographyException e) {
            throw new KeyMaterialException(held.source() + ": " + e.getMessage(), e);
        }
    }

    /** Verifies the chain at an instant within the certificate's time, so that an expired one still shows where it belongs. */
    private Chain chain(CertificateVerifier verifier) {
        List<RspCertificate> others =
                held.chain().stream().skip(1).map(RspCertificate::of).toList();
        try {
            CertificateVerifier.Verified verified =
                    verifier.verify(role.certified, certificate, others, certificate.notAfter());
            return new Chain(
                    verified.certificateIssuer().subjectKeyIdentifier().map(HexFormat.of()::formatHex),
                    problem(verified));
        } catch (CertificateRejectedException e) {
            return new Chain(Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private Optional<String> problem(CertificateVerifier.Verified verified) {
        if (certificate.registeredId().isEmpty()) {
            return Optional.of("names no object identifier of the SM-DP+");
        }
        return verified.path().size() > DIRECTLY_UNDER_THE_CI
                ? Optional.of("stands under a sub-CA, whose certificate SGP.22 v2 cannot send to the eUICC")
                : Optional.empty();
    }

    private Optional<String> keyProblem() {
        byte[] sample =
                "does the private key belong to the certificate".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        PublicKey publicKey = certificate.publicKey();
        return cryptography.verify(publicKey, sign(sample), sample)
                ? Optional.empty()
                : Optional.of("the private key is not that of the certificate");
    }

    Role role() {
        return role;
    }

    String source() {
        return held.source();
    }

    X509Certificate certificate() {
        return held.certificate();
    }

    /** The subject key identifier of the CI key that it stands under, hexadecimal. */
    Optional<String> certificateIssuer() {
        return certificateIssuer;
    }

    /** Why it cannot be used at any time. */
    Optional<String> problem() {
        return problem;
    }

    boolean isUsable() {
        return problem.isEmpty();
    }

    boolean isValidAt(Instant at) {
        return certificate.isValidAt(at);
    }

    Instant notBefore() {
        return certificate.notBefore();
    }

    String registeredId() {
        return certificate.registeredId().orElse("");
    }

    byte[] sign(byte[]... parts) {
        return held.signer().sign(parts);
    }
}
