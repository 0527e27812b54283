package org.mintline.smdpplus.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/**
 * The download order that a profile carries (SGP.22 v2.5, clause 3.1.1): for whom, by which MatchingID, guarded by which
 * confirmation code, until when, and how often it was tried. Empty while the profile is in stock.
 */
@Embeddable
public class DownloadOrder {
    private String eid;

    @Column(name = "eid_by_order")
    private boolean eidByOrder;

    @Column(name = "matching_id")
    private String matchingId;

    @Column(name = "live_matching_id")
    private String liveMatchingId;

    @Column(name = "confirmation_code_hash")
    private byte[] sealedConfirmationCodeHash;

    @Column(name = "confirmation_code_tries")
    private int confirmationCodeTries;

    @Column(name = "download_attempts")
    private int downloadAttempts;

    @Column(name = "order_number")
    private int number;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "order_expires_at")
    private Instant expiresAt;

    @Column(name = "ended_by")
    private String endedBy;

    /** An order of nobody. */
    protected DownloadOrder() {}

    static DownloadOrder none() {
        return new DownloadOrder();
    }

    DownloadOrder cancelled() {
        DownloadOrder none = none();
        none.number = number;
        return none;
    }

    DownloadOrder next(Optional<String> eid, Instant now) {
        DownloadOrder order = new DownloadOrder();
        order.number = number + 1;
        order.eid = eid.orElse(null);
        order.eidByOrder = eid.isPresent();
        order.orderedAt = now;
        return order;
    }

    void confirm(
            String matchingId, Optional<String> eid, Optional<byte[]> sealedConfirmationCodeHash, Instant expiresAt) {
        this.matchingId = matchingId;
        this.liveMatchingId = matchingId.isEmpty() ? null : matchingId;
        eid.ifPresent(value -> {
            this.eid = value;
            this.eidByOrder = true;
        });
        this.sealedConfirmationCodeHash = sealedConfirmationCodeHash.orElse(null);
        this.expiresAt = expiresAt;
    }

    void bindTo(String eid) {
        this.eid = eid;
        downloadAttempts++;
    }

    void end(Optional<String> endedBy) {
        liveMatchingId = null;
        sealedConfirmationCodeHash = null;
        this.endedBy = endedBy.orElse(null);
    }

    void countRefusedConfirmationCode() {
        confirmationCodeTries++;
    }

    /** Which order of its profile it is, from 1; 0 before the first. */
    public int number() {
        return number;
    }

    /** The eUICC of the order, or the one that was first bound: 32 digits. */
    public Optional<String> eid() {
        return Optional.ofNullable(eid);
    }

    /** Whether the operator named the EID, in ES2+.DownloadOrder or ES2+.ConfirmOrder. */
    public boolean eidByOrder() {
        return eidByOrder;
    }

    /** The MatchingID, also after the end of the order; empty text for the default SM-DP+; absent before confirmation. */
    public Optional<String> matchingId() {
        return Optional.ofNullable(matchingId);
    }

    /** The SHA-256 of the confirmation code, sealed; absent if the end user is not asked for one. */
    public Optional<byte[]> sealedConfirmationCodeHash() {
        return Optional.ofNullable(sealedConfirmationCodeHash);
    }

    /** How many wrong confirmation codes were given. */
    public int confirmationCodeTries() {
        return confirmationCodeTries;
    }

    /** How many Bound Profile Packages were handed out. */
    public int downloadAttempts() {
        return downloadAttempts;
    }

    /** When the order was placed. */
    public Optional<Instant> orderedAt() {
        return Optional.ofNullable(orderedAt);
    }

    /** When a device may no longer ask for the profile. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Why the order ended without an installed profile. */
    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }
}
