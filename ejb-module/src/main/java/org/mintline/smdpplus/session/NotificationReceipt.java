package org.mintline.smdpplus.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.smdpplus.profile.Profile;

/** A notification of an eUICC that was taken; it is taken once. */
@Entity
@Table(name = "notification_receipt")
public class NotificationReceipt {
    /** Which notification of which eUICC. */
    @Embeddable
    public record Key(
            String eid, @Column(name = "seq_number") long seqNumber) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private long operatorId;

    @Column(name = "profile_id")
    private long profileId;

    @Enumerated(EnumType.STRING)
    private NotificationEvent event;

    @Column(name = "transaction_id")
    private String transactionId;

    @Column(name = "error_reason")
    private Integer errorReason;

    private byte[] content;

    @Column(name = "content_purge_at")
    private Instant contentPurgeAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    /** For the persistence provider. */
    protected NotificationReceipt() {}

    /**
     * @param profile about which
     * @param transactionId of the session, for a Profile Installation Result
     * @param errorReason ErrorReason, for a Profile Installation Result that tells of a failure
     * @param content the PendingNotification as it came
     * @param contentPurgeAt when the content may go
     */
    NotificationReceipt(
            Key key,
            Profile profile,
            NotificationEvent event,
            Optional<String> transactionId,
            OptionalInt errorReason,
            byte[] content,
            Instant now,
            Instant contentPurgeAt) {
        this.key = key;
        this.operatorId = profile.operator().value();
        this.profileId = profile.id();
        this.event = event;
        this.transactionId = transactionId.orElse(null);
        this.errorReason = errorReason.isPresent() ? errorReason.getAsInt() : null;
        this.content = content;
        this.receivedAt = now;
        this.contentPurgeAt = contentPurgeAt;
    }

    /** Takes the content away; that the notification came stays known, so that a repetition is still found to be one. */
    public void purgeContent() {
        content = null;
        contentPurgeAt = null;
    }

    /** Whether it told the same; the signature may be another one where the eUICC signs anew each time. */
    boolean isAbout(Profile other, NotificationEvent otherEvent, Optional<String> otherTransactionId) {
        return profileId == other.id()
                && event == otherEvent
                && otherTransactionId.equals(Optional.ofNullable(transactionId));
    }

    /** Which notification of which eUICC. */
    public Key key() {
        return key;
    }

    /** What it told of. */
    public NotificationEvent event() {
        return event;
    }

    /** ErrorReason of a Profile Installation Result that tells of a failure. */
    public OptionalInt errorReason() {
        return errorReason == null ? OptionalInt.empty() : OptionalInt.of(errorReason);
    }

    /** When it came. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
