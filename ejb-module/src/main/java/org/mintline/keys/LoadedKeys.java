package org.mintline.keys;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mintline.keys.ServerKey.Role;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.tlv.DecodeException;

/** All keys and certificates as they were at one reading. Immutable; replaced as a whole. */
final class LoadedKeys {
    private static final Duration WARN_BEFORE_END = Duration.ofDays(60);

    private final Instant loadedAt;
    private final List<X509Certificate> certificateIssuers;
    private final RevocationLists revocationLists;
    private final CertificateVerifier verifier;
    private final List<ServerKey> keys;
    private final List<Pair> pairs;
    private final List<ImageKey> imageKeys;

    private LoadedKeys(
            Instant loadedAt,
            List<X509Certificate> certificateIssuers,
            RevocationLists revocationLists,
            CertificateVerifier verifier,
            List<ServerKey> keys,
            List<Pair> pairs,
            List<ImageKey> imageKeys) {
        this.loadedAt = loadedAt;
        this.certificateIssuers = certificateIssuers;
        this.revocationLists = revocationLists;
        this.verifier = verifier;
        this.keys = keys;
        this.pairs = pairs;
        this.imageKeys = imageKeys;
    }

    /** CERT.DPauth and CERT.DPpb of one SM-DP+ under one CI key. */
    private record Pair(String certificateIssuer, ServerKey dpAuth, ServerKey dpPb) implements SmDpPlusKeys.KeySet {
        boolean isValidAt(Instant at) {
            return dpAuth.isValidAt(at) && dpPb.isValidAt(at);
        }

        @Override
        public X509Certificate dpAuthCertificate() {
            return dpAuth.certificate();
        }

        @Override
        public X509Certificate dpPbCertificate() {
            return dpPb.certificate();
        }

        @Override
        public byte[] signAsDpAuth(byte[]... parts) {
            return dpAuth.sign(parts);
        }

        @Override
        public byte[] signAsDpPb(byte[]... parts) {
            return dpPb.sign(parts);
        }

        @Override
        public String smdpOid() {
            return dpAuth.registeredId();
        }
    }

    /**
     * Reads everything.
     *
     * @throws KeyMaterialException if a file cannot be read, or a certificate issuer is none
     */
    static LoadedKeys read(KeyMaterial material, Cryptography cryptography, Instant now) {
        List<X509Certificate> certificateIssuers = material.certificateIssuers();
        List<RspCertificate> trusted =
                certificateIssuers.stream().map(RspCertificate::of).toList();
        TrustAnchors anchors = anchors(trusted);
        RevocationLists revocationLists =
                RevocationLists.read(material, trusted, new CertificateVerifier(cryptography, anchors, List.of()), now);
        CertificateVerifier verifier = new CertificateVerifier(cryptography, anchors, revocationLists.inUse());
        List<HeldKey> held = material.keys();
        List<ServerKey> keys = held.stream()
                .flatMap(key -> ServerKey.of(key, verifier, cryptography).stream())
                .toList();
        List<ImageKey> imageKeys = held.stream()
                .flatMap(key -> ImageKey.of(key, cryptography).stream())
                .sorted(Comparator.comparing(ImageKey::notBefore).reversed())
                .toList();
        return new LoadedKeys(
                now, List.copyOf(certificateIssuers), revocationLists, verifier, keys, pairs(keys), imageKeys);
    }

    private static TrustAnchors anchors(List<RspCertificate> trusted) {
        try {
            return new TrustAnchors(trusted);
        } catch (DecodeException e) {
            throw new KeyMaterialException("a certificate issuer cannot be trusted: " + e.getMessage(), e);
        }
    }

    /** For each CI all pairs of the same SM-DP+, the newest first. */
    private static List<Pair> pairs(List<ServerKey> keys) {
        List<Pair> pairs = new ArrayList<>();
        for (ServerKey dpAuth : keys) {
            for (ServerKey dpPb : keys) {
                boolean together = dpAuth.role() == Role.DP_AUTH
                        && dpPb.role() == Role.DP_PB
                        && dpAuth.isUsable()
                        && dpPb.isUsable()
                        && dpAuth.certificateIssuer().equals(dpPb.certificateIssuer())
                        && dpAuth.registeredId().equals(dpPb.registeredId());
                if (together) {
                    pairs.add(new Pair(dpAuth.certificateIssuer().orElseThrow(), dpAuth, dpPb));
                }
            }
        }
        pairs.sort(Comparator.comparing((Pair pair) -> pair.dpAuth().notBefore())
                .thenComparing(pair -> pair.dpPb().notBefore())
                .reversed());
        return List.copyOf(pairs);
    }

    Instant loadedAt() {
        return loadedAt;
    }

    List<X509Certificate> certificateIssuers() {
        return certificateIssuers;
    }

    CertificateVerifier verifier() {
        return verifier;
    }

    RevocationLists revocationLists() {
        return revocationLists;
    }

    Optional<SmDpPlusKeys.KeySet> keySet(byte[] ciPublicKeyIdentifier, Instant now) {
        return pair(HexFormat.of().formatHex(ciPublicKeyIdentifier), now).map(pair -> pair);
    }

    private Optional<Pair> pair(String certificateIssuer, Instant now) {
        return pairs.stream()
                .filter(pair -> pair.certificateIssuer().equals(certificateIssuer) && pair.isValidAt(now))
                .findFirst();
    }

    Optional<ImageSigner> imageSigner(SigningKind kind, Instant now) {
        return imageKey(kind, now).map(ImageKey::signer);
    }

    private Optional<ImageKey> imageKey(SigningKind kind, Instant now) {
        return imageKeys.stream()
                .filter(key -> key.kind() == kind && key.isValidAt(now))
                .findFirst();
    }

    /** Keys that sign images for development, which production refuses. */
    List<String> developmentKeys() {
        return imageKeys.stream()
                .filter(key -> key.kind() == SigningKind.DEVELOPMENT)
                .map(key -> key.certificate().getSubjectX500Principal().getName())
                .toList();
    }

    /** Those that bear the mark of a test PKI, which production refuses. */
    List<String> testMaterial() {
        return Stream.of(
                        certificateIssuers.stream(),
                        keys.stream().map(ServerKey::certificate),
                        imageKeys.stream().map(ImageKey::certificate))
                .flatMap(certificates -> certificates)
                .filter(TestMarks::marked)
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .distinct()
                .toList();
    }

    List<KeyInventory.Entry> inventory(Instant now) {
        Stream<KeyInventory.Entry> issuers = certificateIssuers.stream().map(issuer -> issuerEntry(issuer, now));
        return Stream.of(
                        issuers,
                        keys.stream().map(key -> keyEntry(key, now)),
                        imageKeys.stream().map(key -> imageKeyEntry(key, now)))
                .flatMap(entries -> entries)
                .toList();
    }

    private KeyInventory.Entry imageKeyEntry(ImageKey key, Instant now) {
        boolean inUse = imageKey(key.kind(), now).filter(used -> used == key).isPresent();
        return entry(
                RspCertificate.of(key.certificate()),
                key.title(),
                Optional.empty(),
                key.source(),
                inUse,
                warnings(key.certificate(), now));
    }

    private KeyInventory.Entry issuerEntry(X509Certificate certificate, Instant now) {
        RspCertificate issuer = RspCertificate.of(certificate);
        Optional<String> identifier = issuer.subjectKeyIdentifier().map(HexFormat.of()::formatHex);
        List<String> warnings = warnings(certificate, now);
        if (identifier.flatMap(value -> pair(value, now)).isEmpty()) {
            warnings.add("no valid CERT.DPauth and CERT.DPpb stand under it");
        }
        if (revocationLists.lacksThatOf(issuer)) {
            warnings.add("no CRL of it is loaded");
        }
        return entry(issuer, "CERT.CI", identifier, "certificate issuers", issuer.isValidAt(now), warnings);
    }

    private KeyInventory.Entry keyEntry(ServerKey key, Instant now) {
        boolean inUse = key.certificateIssuer()
                .flatMap(issuer -> pair(issuer, now))
                .filter(pair -> pair.dpAuth() == key || pair.dpPb() == key)
                .isPresent();
        List<String> warnings = warnings(key.certificate(), now);
        key.problem().ifPresent(warnings::add);
        if (!inUse && warnings.isEmpty()) {
            warnings.add("is not used: a newer one is, or its other half is missing");
        }
        return entry(
                RspCertificate.of(key.certificate()),
                key.role().title(),
                key.certificateIssuer(),
                key.source(),
                inUse,
                warnings);
    }

    private static KeyInventory.Entry entry(
            RspCertificate certificate,
            String role,
            Optional<String> certificateIssuer,
            String source,
            boolean inUse,
            List<String> warnings) {
        return new KeyInventory.Entry(
                role,
                certificate.subject(),
                certificate.issuer(),
                certificate.curve().standardName(),
                certificateIssuer,
                certificate.notBefore(),
                certificate.notAfter(),
                source,
                inUse,
                List.copyOf(warnings));
    }

    private static List<String> warnings(X509Certificate certificate, Instant now) {
        List<String> warnings = new ArrayList<>();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            warnings.add("has expired");
        } else if (now.plus(WARN_BEFORE_END).isAfter(end)) {
            warnings.add("expires in " + Duration.between(now, end).toDays() + " days");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            warnings.add("is not valid yet");
        }
        if (TestMarks.marked(certificate)) {
            warnings.add("TEST: belongs to a test PKI");
        }
        return warnings;
    }
}
