package org.mintline.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RevocationList;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The CRLs of the configured folder. Of those of one issuer and one scope the newest is used, also when the next one is overdue:
 * what it revokes stays revoked. Immutable.
 */
final class RevocationLists {
    private final boolean expected;
    private final List<Loaded> loaded;

    private RevocationLists(boolean expected, List<Loaded> loaded) {
        this.expected = expected;
        this.loaded = loaded;
    }

    /** A CRL of a file; no list and no issuer if nobody who is trusted has signed it. */
    private record Loaded(Path file, Optional<RevocationList> list, Optional<RspCertificate> issuer) {}

    /**
     * Reads the files.
     *
     * @param certificateIssuers who is trusted
     * @param verifier verifies under these
     * @param now the instant at which others who sign CRLs must be certified
     * @throws KeyMaterialException if a file cannot be read, or what it holds is malformed, wrongly signed, or not certified
     */
    static RevocationLists read(
            KeyMaterial material, List<RspCertificate> certificateIssuers, CertificateVerifier verifier, Instant now) {
        List<RevocationFile> files =
                material.revocationFiles().stream().map(RevocationLists::file).toList();
        List<RspCertificate> below =
                files.stream().flatMap(file -> file.certificates().stream()).toList();
        files.forEach(file ->
                file.certificates().forEach(certificate -> requireCertified(file, certificate, below, verifier, now)));
        List<RspCertificate> issuers = new ArrayList<>(certificateIssuers);
        issuers.addAll(below);
        List<Loaded> loaded = new ArrayList<>();
        for (RevocationFile file : files) {
            file.revocationLists().forEach(der -> loaded.add(load(file.path(), der, issuers)));
        }
        return new RevocationLists(material.hasRevocationLists(), List.copyOf(loaded));
    }

    private static RevocationFile file(Path path) {
        try {
            return RevocationFile.read(path);
        } catch (IOException | DecodeException e) {
            throw unusable(path, e);
        }
    }

    private static void requireCertified(
            RevocationFile file,
            RspCertificate certificate,
            List<RspCertificate> others,
            CertificateVerifier verifier,
            Instant now) {
        CertificateRole role = certificate.roles().stream()
                .filter(CertificateRole::isIssuer)
                .findFirst()
                .orElseThrow(() -> new KeyMaterialException(file.path() + ": " + certificate + " is of no issuer"));
        try {
            verifier.verify(role, certificate, others, now);
        } catch (CertificateRejectedException e) {
            throw unusable(file.path(), e);
        }
    }

    private static Loaded load(Path file, byte[] der, List<RspCertificate> issuers) {
        try {
            Optional<RevocationList> list = RevocationList.decode(der, issuers);
            Optional<RspCertificate> issuer = list.flatMap(one -> issuers.stream()
                    .filter(candidate ->
                            candidate.subjectKeyIdentifier().filter(one::isOf).isPresent())
                    .findFirst());
            return new Loaded(file, list, issuer);
        } catch (DecodeException e) {
            throw unusable(file, e);
        }
    }

    private static KeyMaterialException unusable(Path file, Exception cause) {
        return new KeyMaterialException(file + " cannot be used: " + cause.getMessage(), cause);
    }

    /** Those against which certificates are held. */
    List<RevocationList> inUse() {
        return loaded.stream()
                .filter(this::isNewest)
                .flatMap(one -> one.list().stream())
                .toList();
    }

    /** Whether CRLs are configured, and that of this issuer is missing. */
    boolean lacksThatOf(RspCertificate issuer) {
        return expected
                && loaded.stream().flatMap(one -> one.list().stream()).noneMatch(list -> issuer.subjectKeyIdentifier()
                        .filter(list::isOf)
                        .isPresent());
    }

    List<KeyInventory.Crl> inventory(Instant now) {
        return loaded.stream().map(one -> entry(one, now)).toList();
    }

    private KeyInventory.Crl entry(Loaded one, Instant now) {
        return new KeyInventory.Crl(
                one.issuer().map(RspCertificate::subject),
                one.list().map(list -> HexFormat.of().formatHex(list.authorityKeyIdentifier())),
                one.list().map(RevocationList::thisUpdate),
                one.list().flatMap(RevocationList::nextUpdate),
                one.list().map(list -> list.serialNumbers().size()).orElse(0),
                one.file().getFileName().toString(),
                isNewest(one),
                one.list()
                        .map(list -> warnings(list, isNewest(one), now))
                        .orElse(List.of("nobody who is trusted here has issued it")));
    }

    private List<String> warnings(RevocationList list, boolean newest, Instant now) {
        if (!newest) {
            return List.of("a newer one is loaded: this one may be removed");
        }
        List<String> warnings = new ArrayList<>();
        if (list.nextUpdate().isEmpty()) {
            warnings.add("does not say when the next one is due");
        }
        list.nextUpdate()
                .filter(now::isAfter)
                .ifPresent(due -> warnings.add("is out of date: the next one was due on "
                        + due.truncatedTo(ChronoUnit.SECONDS) + ", ask the CI for it"));
        if (list.thisUpdate().isAfter(now)) {
            warnings.add("bears a date in the future");
        }
        list.part().ifPresent(part -> {
            int parts = partsBeside(list);
            if (parts < part.total()) {
                warnings.add(
                        "is part " + part.number() + " of " + part.total() + ", of which " + parts + " are loaded");
            }
        });
        return warnings;
    }

    private int partsBeside(RevocationList list) {
        return loaded.stream()
                .flatMap(one -> one.list().stream())
                .filter(other -> other.isOf(list.authorityKeyIdentifier()))
                .flatMap(other -> other.part().stream())
                .map(RevocationList.Part::number)
                .collect(Collectors.toSet())
                .size();
    }

    private boolean isNewest(Loaded one) {
        return one.list()
                .filter(list -> loaded.stream()
                        .flatMap(other -> other.list().stream())
                        .noneMatch(other -> other.isOf(list.authorityKeyIdentifier())
                                && other.scope().equals(list.scope())
                                && other.thisUpdate().isAfter(list.thisUpdate())))
                .isPresent();
    }
}
