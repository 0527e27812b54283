package org.mintline.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is loaded, for the console. */
public interface KeyInventory {
    /**
     * A certificate that is loaded.
     *
     * @param role {@code CERT.CI}, {@code CERT.DPauth}, {@code CERT.DPpb}, {@code CERT.IMAGE.DEVELOPMENT} or {@code
     *     CERT.IMAGE.COMMERCIAL}
     * @param subject its subject
     * @param issuer its issuer
     * @param curve the curve of its key
     * @param certificateIssuer the subject key identifier of the CI key that it stands under, hexadecimal; empty if there is none
     * @param notBefore from when on it is valid
     * @param notAfter until when
     * @param source the file or token that it is from
     * @param inUse whether it is used: valid, complete, and the newest of its kind
     * @param warnings what somebody should do something about
     */
    record Entry(
            String role,
            String subject,
            String issuer,
            String curve,
            Optional<String> certificateIssuer,
            Instant notBefore,
            Instant notAfter,
            String source,
            boolean inUse,
            List<String> warnings) {}

    /** All certificates, CIs first. */
    List<Entry> inventory();

    /**
     * A CRL that is loaded.
     *
     * @param issuer whose it is; empty if no key that is trusted here has signed it
     * @param certificateIssuer the subject key identifier of the issuer's key, hexadecimal
     * @param thisUpdate when it was issued
     * @param nextUpdate when the next one is due, if it says so
     * @param revoked how many certificates it revokes
     * @param source the file that it is from
     * @param inUse whether it is used: signed by a trusted key, and the newest of its kind
     * @param warnings what somebody should do something about
     */
    record Crl(
            Optional<String> issuer,
            Optional<String> certificateIssuer,
            Optional<Instant> thisUpdate,
            Optional<Instant> nextUpdate,
            int revoked,
            String source,
            boolean inUse,
            List<String> warnings) {}

    /** All CRLs, by their files' names. */
    List<Crl> revocationLists();

    /** When the keys were loaded. */
    Instant loadedAt();

    /**
     * Loads all again.
     *
     * @throws KeyMaterialException if something cannot be used; what was loaded before stays in use
     */
    void reload();
}
