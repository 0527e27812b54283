package org.mintline.rsp.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.mintline.rsp.certificate.CertificateRejectedException.Reason;
import org.mintline.rsp.crypto.Cryptography;

/**
 * Verifies the certificates of eUICCs and servers up to a trusted CI key (SGP.22 v2.5, clauses 4.5.2.2 and 5.6.3; variants O
 * of v2, and Ov3, A, B and C of v3). Immutable: make a new one when trust anchors or CRLs change.
 */
public final class CertificateVerifier {
    /** The most certificates between an end entity and the CI. */
    private static final int MAXIMUM_PATH = 3;

    private final Cryptography cryptography;
    private final TrustAnchors trustAnchors;
    private final List<RevocationList> revocationLists;

    /**
     * @param cryptography carries out the verification of signatures
     * @param trustAnchors the CI keys that are trusted
     * @param revocationLists the CRLs that are loaded
     */
    public CertificateVerifier(
            Cryptography cryptography, TrustAnchors trustAnchors, Collection<RevocationList> revocationLists) {
        this.cryptography = cryptography;
        this.trustAnchors = trustAnchors;
        this.revocationLists = List.copyOf(revocationLists);
    }

    /**
     * A certificate whose chain was verified, with that chain.
     *
     * @param role the role in which it was verified
     * @param path the certificate first, then its issuers up to the CI's
     */
    public record Verified(CertificateRole role, List<RspCertificate> path) {
        /** The certificate itself. */
        public RspCertificate certificate() {
            return path.get(0);
        }

        /** The CI certificate that the chain ends at. */
        public RspCertificate certificateIssuer() {
            return path.get(path.size() - 1);
        }
    }

    /**
     * Verifies a certificate and its chain.
     *
     * @param role what the holder must be
     * @param certificate the certificate
     * @param otherCertsInChain further certificates that came with it (v3), in any order; those of v2 have none
     * @param at the instant at which all must be valid
     * @throws CertificateRejectedException about that role, if a certificate of the chain is refused
     */
    public Verified verify(
            CertificateRole role,
            RspCertificate certificate,
            Collection<RspCertificate> otherCertsInChain,
            Instant at) {
        return verify(role, role, certificate, otherCertsInChain, at);
    }

    /**
     * Verifies the certificate that eUICC certificates are issued under: an EUM's, or an EUM sub-CA's. The result may be kept
     * and used for all eUICCs of that EUM.
     *
     * @throws CertificateRejectedException about the EUM
     */
    public Verified verifyEum(RspCertificate eum, Collection<RspCertificate> otherCertsInChain, Instant at) {
        boolean subCa = eum.roles().contains(CertificateRole.EUM_SUB_CA);
        CertificateRole role = subCa ? CertificateRole.EUM_SUB_CA : CertificateRole.EUM;
        Verified verified = verify(CertificateRole.EUM, role, eum, otherCertsInChain, at);
        if (verified.path().stream().allMatch(c -> c.permittedEids().isEmpty())) {
            throw invalid(CertificateRole.EUM, "it permits no EIDs");
        }
        return verified;
    }

    /**
     * Verifies an eUICC certificate under an EUM certificate that {@link #verifyEum} accepted before: one signature.
     *
     * @return the EID, 32 digits
     * @throws CertificateRejectedException about the eUICC, or about the EUM if that has expired or been revoked since
     */
    public String verifyEuicc(RspCertificate euicc, Verified eum, Instant at) {
        checkTime(CertificateRole.EUM, eum.path(), at);
        checkRevocation(CertificateRole.EUM, eum.path());
        checkProfile(CertificateRole.EUICC, CertificateRole.EUICC, euicc, 0);
        checkIssued(CertificateRole.EUICC, euicc, eum.certificate(), false);
        checkTime(CertificateRole.EUICC, List.of(euicc), at);
        checkRevocation(CertificateRole.EUICC, List.of(euicc));
        String eid = euicc.eid().orElseThrow(() -> invalid(CertificateRole.EUICC, "its subject names no EID"));
        for (RspCertificate issuer : eum.path()) {
            checkEid(eid, euicc, issuer.permittedEids());
        }
        return eid;
    }

    /** The role reported is the one that a refusal is about; the role required is what the certificate must be. */
    private Verified verify(
            CertificateRole reported,
            CertificateRole required,
            RspCertificate certificate,
            Collection<RspCertificate> others,
            Instant at) {
        List<RspCertificate> path = path(reported, certificate, others, at);
        CertificateRole ownRole = required;
        for (int i = 0; i < path.size(); i++) {
            if (i > 0) {
                ownRole = issuingRole(reported, ownRole, path.get(i));
                boolean issuerIsAnchor = i == path.size() - 1;
                checkIssued(reported, path.get(i - 1), path.get(i), issuerIsAnchor);
            }
            checkProfile(reported, ownRole, path.get(i), required.isIssuer() ? i : i - 1);
        }
        checkTime(reported, path, at);
        checkRevocation(reported, path);
        return new Verified(required, List.copyOf(path));
    }

    private List<RspCertificate> path(
            CertificateRole role, RspCertificate certificate, Collection<RspCertificate> others, Instant at) {
        List<RspCertificate> path = new ArrayList<>(List.of(certificate));
        Set<RspCertificate> used = new HashSet<>(path);
        while (path.size() <= MAXIMUM_PATH + 1) {
            byte[] authority = path.get(path.size() - 1).fields().authorityKeyIdentifier();
            if (authority == null) {
                throw invalid(role, "a certificate of its chain does not identify its issuer's key");
            }
            Optional<RspCertificate> anchor = trustAnchors.find(authority, at);
            if (anchor.isPresent()) {
                path.add(anchor.get());
                return path;
            }
            RspCertificate issuer = others.stream()
                    .filter(c -> Arrays.equals(c.fields().subjectKeyIdentifier(), authority))
                    .filter(used::add)
                    .findFirst()
                    .orElseThrow(() -> new CertificateRejectedException(
                            role, Reason.UNKNOWN_CI, "its chain ends at no trusted CI key"));
            path.add(issuer);
        }
        throw invalid(role, "its chain is too long");
    }

    private static CertificateRole issuingRole(
            CertificateRole role, CertificateRole roleBelow, RspCertificate certificate) {
        return certificate.roles().stream()
                .filter(roleBelow.issuers()::contains)
                .findFirst()
                .orElseThrow(() -> invalid(role, certificate + " may not issue it"));
    }

    private static void checkProfile(
            CertificateRole role, CertificateRole ownRole, RspCertificate certificate, int subCasBelow) {
        CertificateFields fields = certificate.fields();
        if (!certificate.roles().contains(ownRole)) {
            throw invalid(role, certificate + " is not of role " + ownRole);
        }
        if (!fields.version3() || !fields.unknownCriticalExtensions().isEmpty()) {
            throw invalid(role, certificate + " is no v3 certificate, or has critical extensions that are not known");
        }
        if (ownRole.isIssuer()) {
            if (!fields.certificateAuthority() || !fields.hasKeyUsage(KeyUsage.keyCertSign)) {
                throw invalid(role, certificate + " may not sign certificates");
            }
            if (subCasBelow > fields.pathLength()) {
                throw invalid(role, certificate + " limits the chain to fewer certificates");
            }
        } else if (fields.certificateAuthority() || !fields.hasKeyUsage(KeyUsage.digitalSignature)) {
            throw invalid(role, certificate + " is a CA, or may not sign data");
        }
    }

    private void checkIssued(
            CertificateRole role, RspCertificate certificate, RspCertificate issuer, boolean issuerIsAnchor) {
        CertificateFields fields = certificate.fields();
        if (!Arrays.equals(fields.authorityKeyIdentifier(), issuer.fields().subjectKeyIdentifier())) {
            throw invalid(role, certificate + " was issued under another key");
        }
        if (!issuerIsAnchor
                && !fields.issuer().name().equals(issuer.fields().subject().name())) {
            throw invalid(role, certificate + " names another issuer");
        }
        if (certificate.curve() != issuer.curve()) {
            throw invalid(role, certificate + " is on another curve than its issuer");
        }
        if (!fields.isSignedBy(cryptography, issuer.curve(), issuer.publicKey())) {
            throw invalid(role, certificate + " has a wrong signature");
        }
    }

    private static void checkTime(CertificateRole role, List<RspCertificate> path, Instant at) {
        for (RspCertificate certificate : path) {
            if (at.isAfter(certificate.notAfter())) {
                throw new CertificateRejectedException(role, Reason.EXPIRED, certificate + " has expired");
            }
            if (at.isBefore(certificate.notBefore())) {
                throw invalid(role, certificate + " is not valid yet");
            }
        }
    }

    private void checkRevocation(CertificateRole role, List<RspCertificate> path) {
        for (RspCertificate certificate : path) {
            if (revocationLists.stream().anyMatch(l -> l.revokes(certificate))) {
                throw new CertificateRejectedException(role, Reason.REVOKED, certificate + " is revoked");
            }
        }
    }

    private static void checkEid(String eid, RspCertificate euicc, List<PermittedEids> permitted) {
        if (permitted.isEmpty()) {
            return;
        }
        List<PermittedEids> fitting =
                permitted.stream().filter(p -> eid.startsWith(p.ein())).toList();
        if (fitting.isEmpty()) {
            throw new CertificateRejectedException(
                    CertificateRole.EUICC, Reason.EID_OUTSIDE_RANGE, "its EUM may not issue for this EID");
        }
        Set<String> organizations = euicc.fields().subjectOrganizations();
        if (fitting.stream().noneMatch(p -> p.organization() == null || organizations.contains(p.organization()))) {
            throw invalid(CertificateRole.EUICC, "it names an organization that its EUM may not issue for");
        }
    }

    private static CertificateRejectedException invalid(CertificateRole role, String detail) {
        return new CertificateRejectedException(role, Reason.INVALID, detail);
    }
}
