package org.mintline.smdpplus.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.tenancy.OperatorId;

/**
 * A Profile in the stock of the SM-DP+, with the order that it serves. It changes its state only along {@link ProfileState}; its
 * secrets and packages lie in rows of their own.
 */
@Entity
@Table(name = "profile")
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_seq")
    @SequenceGenerator(name = "profile_seq", sequenceName = "profile_seq", allocationSize = 50)
    private Long id;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(name = "profile_type_id", updatable = false)
    private long typeId;

    @Column(name = "delivered_type_id")
    private Long deliveredTypeId;

    @Column(updatable = false)
    private String iccid;

    @Enumerated(EnumType.STRING)
    private ProfileState state;

    @Embedded
    private DownloadOrder order;

    @Column(name = "last_notification")
    private Long lastNotification;

    @Column(name = "purge_at")
    private Instant purgeAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Profile() {}

    /**
     * A profile that comes into stock.
     *
     * @param iccid 18 to 20 digits
     */
    public Profile(ProfileType type, String iccid, Instant now) {
        this.typeId = type.id();
        this.operatorId = type.operator().value();
        this.iccid = iccid;
        this.state = ProfileState.AVAILABLE;
        this.order = DownloadOrder.none();
        this.createdAt = now;
        this.changedAt = now;
    }

    /** ES2+.DownloadOrder. */
    public void order(Optional<String> eid, Instant now) {
        move(eid.isPresent() ? ProfileEvent.ORDER_FOR_EID : ProfileEvent.ORDER, StatusCode.ICCID_IN_USE, now);
        order = order.next(eid, now);
    }

    /**
     * ES2+.ConfirmOrder.
     *
     * @param matchingId empty text for the default SM-DP+
     */
    public void confirm(
            boolean release,
            String matchingId,
            Optional<String> eid,
            Optional<byte[]> sealedConfirmationCodeHash,
            Instant expiresAt,
            Instant now) {
        ProfileEvent event = release ? ProfileEvent.CONFIRM_AND_RELEASE : ProfileEvent.CONFIRM;
        move(event, StatusCode.ICCID_IN_USE, now);
        order.confirm(matchingId, eid, sealedConfirmationCodeHash, expiresAt);
    }

    /** ES2+.ReleaseProfile. */
    public void release(Instant now) {
        move(ProfileEvent.RELEASE, StatusCode.PROFILE_STATE_INVALID, now);
    }

    /** ES2+.CancelOrder with the final state Available: nothing of the order is left. */
    public void cancelToAvailable(Instant now) {
        move(ProfileEvent.CANCEL_TO_AVAILABLE, StatusCode.ICCID_IN_USE, now);
        order = order.cancelled();
    }

    /** ES2+.CancelOrder with the final state Unavailable. */
    public void cancelToUnavailable(Instant now, Instant purgeAt) {
        move(ProfileEvent.CANCEL_TO_UNAVAILABLE, StatusCode.ICCID_IN_USE, now);
        order.end(Optional.of("CancelOrder"));
        this.purgeAt = purgeAt;
    }

    /**
     * A Bound Profile Package is handed out for that eUICC, and from now on for no other.
     *
     * @param made the type from whose package it is made: from now on no other variant
     */
    public void bindTo(String eid, ProfileType made, Instant now) {
        if (order.eid().isPresent() && !order.eid().get().equals(eid)) {
            throw new FunctionException(
                    StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING, iccid, "the Profile is bound to another eUICC");
        }
        if (deliveredTypeId != null && deliveredTypeId != made.id()) {
            throw new FunctionException(
                    StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING, iccid, "another variant of the Profile went out");
        }
        move(ProfileEvent.BIND, StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING, now);
        order.bindTo(eid);
        deliveredTypeId = made.id();
    }

    /**
     * A package is bound for that eUICC ahead of its device, without a session: an order for the eUICC, confirmed, released and
     * handed out in one step.
     *
     * @param matchingId by which no other live order goes
     * @param type from whose package it is made
     */
    public void bindAhead(String eid, String matchingId, ProfileType type, Instant expiresAt, Instant now) {
        order(Optional.of(eid), now);
        confirm(true, matchingId, Optional.empty(), Optional.empty(), expiresAt, now);
        bindTo(eid, type, now);
    }

    /** What was bound ahead cannot be installed: it is in stock again, and nothing of the order is left. */
    public void withdraw(Instant now) {
        move(ProfileEvent.WITHDRAW, StatusCode.PROFILE_STATE_INVALID, now);
        order = order.cancelled();
        deliveredTypeId = null;
    }

    /** A wrong confirmation code was given. */
    public void countRefusedConfirmationCode(Instant now) {
        order.countRefusedConfirmationCode();
        changedAt = now;
    }

    /**
     * The order comes to its end without an installed Profile, where the state allows it.
     *
     * @param reason why, at most 60 characters
     * @return whether the state changed
     */
    public boolean fail(String reason, Instant now, Instant purgeAt) {
        if (state.after(ProfileEvent.FAIL).isEmpty()) {
            return false;
        }
        move(ProfileEvent.FAIL, StatusCode.PROFILE_STATE_INVALID, now);
        order.end(Optional.of(reason));
        this.purgeAt = purgeAt;
        return true;
    }

    /**
     * The eUICC told that the Profile was installed, enabled, disabled or deleted.
     *
     * @param event one of the four
     * @param seqNumber the number of the notification at its eUICC: what comes after a later one changes nothing
     * @return whether the state changed
     */
    public boolean notified(ProfileEvent event, long seqNumber, Instant now, Instant purgeAt) {
        if (lastNotification != null && lastNotification >= seqNumber) {
            return false;
        }
        Optional<ProfileState> next = state.after(event);
        if (next.isEmpty()) {
            return false;
        }
        lastNotification = seqNumber;
        order.end(Optional.empty());
        if (this.purgeAt == null) {
            this.purgeAt = purgeAt;
        }
        boolean changed = next.get() != state;
        state = next.get();
        changedAt = now;
        return changed;
    }

    private void move(ProfileEvent event, StatusCode refusal, Instant now) {
        state = state.after(event)
                .orElseThrow(() ->
                        new FunctionException(refusal, iccid, "a Profile in state " + state + " takes no " + event));
        changedAt = now;
    }

    /** What the confirmation code of its order is sealed with. */
    public String confirmationCodeContext() {
        return "profile:" + iccid + ":confirmation-code:" + order.number();
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    /** Whose it is. */
    public OperatorId operator() {
        return new OperatorId(operatorId);
    }

    /** The number of its profile type, which operators order. */
    public long typeId() {
        return typeId;
    }

    /** The number of the type from whose package it was made: its own or a variant of it; empty before the first binding. */
    public Optional<Long> deliveredTypeId() {
        return Optional.ofNullable(deliveredTypeId);
    }

    /** 18 to 20 digits. */
    public String iccid() {
        return iccid;
    }

    /** Where it is in its life. */
    public ProfileState state() {
        return state;
    }

    /** The order that it serves or served; an empty one while it is in stock. */
    public DownloadOrder order() {
        return order;
    }

    /** When it came into stock. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When its row changed last. */
    public Instant changedAt() {
        return changedAt;
    }
}
