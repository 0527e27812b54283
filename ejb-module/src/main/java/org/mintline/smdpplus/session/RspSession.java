package org.mintline.smdpplus.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.tenancy.OperatorId;

/**
 * An RSP session (SGP.22 v2.5, clauses 3.0.1 and 3.1.3 to 3.1.5). All that the next step needs is in its row, so any node can take it. It
 * changes its state only along {@link SessionState}.
 */
@Entity
@Table(name = "rsp_session")
public class RspSession {
    private static final String EXPIRED = "Expired";

    @Id
    @Column(name = "transaction_id")
    private String transactionId;

    @Enumerated(EnumType.STRING)
    private SessionState state;

    @Column(name = "server_challenge", updatable = false)
    private byte[] serverChallenge;

    @Column(name = "own_ci", updatable = false)
    private String ownCi;

    @Column(name = "euicc_ci", updatable = false)
    private String euiccCi;

    private String eid;

    @Enumerated(EnumType.STRING)
    @Column(name = "euicc_curve")
    private EllipticCurve euiccCurve;

    @Column(name = "euicc_public_key")
    private byte[] euiccPublicKey;

    private String tac;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "profile_type_id")
    private Long profileTypeId;

    @Column(name = "order_number")
    private Integer orderNumber;

    @Column(name = "operator_id")
    private Long operatorId;

    @Column(name = "confirmation_code_required")
    private boolean confirmationCodeRequired;

    @Column(name = "offered_otpk")
    private byte[] offeredOtpk;

    @Column(name = "smdp_signature2")
    private byte[] smdpSignature2;

    @Column(name = "authenticated_by")
    private byte[] authenticatedBy;

    @Column(name = "bound_by")
    private byte[] boundBy;

    private String outcome;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_step_at")
    private Instant lastStepAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected RspSession() {}

    /**
     * A session whose ES9+.InitiateAuthentication is answered.
     *
     * @param serverChallenge 16 bytes
     * @param ownCi the CI key of the own certificates, 40 hexadecimal digits
     * @param euiccCi euiccCiPKIdToBeUsed, 40 hexadecimal digits
     */
    public RspSession(TransactionId transactionId, byte[] serverChallenge, String ownCi, String euiccCi, Instant now) {
        this.transactionId = transactionId.text();
        this.state = SessionState.INITIATED;
        this.serverChallenge = serverChallenge;
        this.ownCi = ownCi;
        this.euiccCi = euiccCi;
        this.createdAt = now;
        this.lastStepAt = now;
    }

    /**
     * The eUICC as ES9+.AuthenticateClient found it.
     *
     * @param publicKey of CERT.EUICC, on a curve of RSP
     * @param tac 8 digits
     * @param request SHA-256 of the AuthenticateServerResponse
     */
    public record Authenticated(Eid eid, PublicKey publicKey, String tac, byte[] request) {}

    /**
     * ES9+.AuthenticateClient succeeded.
     *
     * @param profile the profile of the order that was found
     * @param offeredType the type from whose package the profile is made
     * @param offeredOtpk bppEuiccOtpk of smdpSigned2
     * @param smdpSignature2 64 bytes
     */
    public void authenticate(
            Authenticated euicc,
            Profile profile,
            ProfileType offeredType,
            boolean confirmationCodeRequired,
            Optional<byte[]> offeredOtpk,
            byte[] smdpSignature2,
            Instant now) {
        move(SessionEvent.AUTHENTICATE);
        this.lastStepAt = now;
        take(euicc);
        take(profile, offeredType.id());
        this.confirmationCodeRequired = confirmationCodeRequired;
        this.offeredOtpk = offeredOtpk.orElse(null);
        this.smdpSignature2 = smdpSignature2;
    }

    private void take(Authenticated euicc) {
        this.eid = euicc.eid().digits();
        this.euiccCurve = EllipticCurve.of(euicc.publicKey());
        this.euiccPublicKey = Cryptography.encodePoint(euicc.publicKey());
        this.tac = euicc.tac();
        this.authenticatedBy = euicc.request();
    }

    private void take(Profile profile, long offeredTypeId) {
        this.profileId = profile.id();
        this.profileTypeId = offeredTypeId;
        this.orderNumber = profile.order().number();
        this.operatorId = profile.operator().value();
    }

    /**
     * ES9+.GetBoundProfilePackage succeeded.
     *
     * @param request SHA-256 of the PrepareDownloadResponse
     */
    public void bind(byte[] request, Instant now) {
        move(SessionEvent.BIND);
        this.lastStepAt = now;
        this.boundBy = request;
    }

    /**
     * The Profile Installation Result arrived.
     *
     * @param outcome in short, at most 60 characters
     */
    public void finish(String outcome, Instant now) {
        move(SessionEvent.RESULT);
        end(outcome, now);
    }

    /**
     * ES9+.CancelSession succeeded.
     *
     * @param reason CancelSessionReason, at most 60 characters
     */
    public void cancel(String reason, Instant now) {
        move(SessionEvent.CANCEL);
        end(reason, now);
    }

    /** The order was refused for good within this session. */
    public void endRefused(String reason, Instant now) {
        move(SessionEvent.REFUSE);
        end(reason, now);
    }

    /**
     * The eUICC is authenticated and was refused what it asked for, which ends the session (SGP.22 v2.5, clause 3.1.2).
     *
     * @param profile the profile of the order, if one was found
     */
    public void refuse(Authenticated euicc, Optional<Profile> profile, StatusCode reason, Instant now) {
        endRefused(reason.name(), now);
        take(euicc);
        profile.ifPresent(found -> take(found, found.typeId()));
        this.lastStepAt = now;
    }

    /** What the authenticated eUICC was refused with, where that ended the session before an order was offered. */
    public Optional<StatusCode> refusedAuthentication() {
        return state == SessionState.REFUSED && smdpSignature2 == null
                ? Optional.of(StatusCode.valueOf(outcome))
                : Optional.empty();
    }

    /** The device was silent for too long. */
    public void expire(Instant now) {
        move(SessionEvent.EXPIRE);
        end(EXPIRED, now);
    }

    private void end(String reason, Instant now) {
        outcome = reason;
        endedAt = now;
    }

    private void move(SessionEvent event) {
        state = state.after(event)
                .orElseThrow(() -> new FunctionException(
                        StatusCode.TRANSACTION_ID_UNKNOWN,
                        transactionId,
                        "a session in state " + state + " takes no " + event));
    }

    /** Its TransactionID. */
    public TransactionId transactionId() {
        return new TransactionId(transactionId);
    }

    /** Where it is in its life. */
    public SessionState state() {
        return state;
    }

    /** The serverChallenge of serverSigned1, 16 bytes. */
    public byte[] serverChallenge() {
        return serverChallenge;
    }

    /** The CI key under which the own certificates of this session stand, 40 hexadecimal digits. */
    public String ownCi() {
        return ownCi;
    }

    /** euiccCiPKIdToBeUsed, 40 hexadecimal digits. */
    public String euiccCi() {
        return euiccCi;
    }

    /** The EID, once authenticated. */
    public Optional<String> eid() {
        return Optional.ofNullable(eid);
    }

    /** Whether the eUICC of this session signed these parts; before it is authenticated it signed nothing. */
    public boolean isSignedByEuicc(Cryptography cryptography, byte[] signature, byte[]... parts) {
        return euiccPublicKey != null
                && cryptography.verify(cryptography.decodePoint(euiccCurve, euiccPublicKey), signature, parts);
    }

    /** The TAC of the device, once authenticated. */
    public Optional<String> tac() {
        return Optional.ofNullable(tac);
    }

    /** The profile, once an order was found. */
    public long profileId() {
        return profileId;
    }

    /** The type from whose package the profile is made, once an order was found: that of the order or a variant of it. */
    public long profileTypeId() {
        return profileTypeId;
    }

    /** Whether the profile still serves the order for which this session was authenticated. */
    public boolean isFor(Profile profile) {
        return orderNumber == profile.order().number();
    }

    /** Whose the profile is, once an order was found. */
    public Optional<OperatorId> operator() {
        return Optional.ofNullable(operatorId).map(OperatorId::new);
    }

    /** ccRequiredFlag of smdpSigned2. */
    public boolean confirmationCodeRequired() {
        return confirmationCodeRequired;
    }

    /** bppEuiccOtpk of smdpSigned2. */
    public Optional<byte[]> offeredOtpk() {
        return Optional.ofNullable(offeredOtpk);
    }

    /** smdpSignature2, 64 bytes, once authenticated. */
    public byte[] smdpSignature2() {
        return smdpSignature2;
    }

    /** SHA-256 of the AuthenticateServerResponse that was accepted. */
    public Optional<byte[]> authenticatedBy() {
        return Optional.ofNullable(authenticatedBy);
    }

    /** SHA-256 of the PrepareDownloadResponse that was accepted. */
    public Optional<byte[]> boundBy() {
        return Optional.ofNullable(boundBy);
    }

    /** When it began. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When its device took the last step. */
    public Instant lastStepAt() {
        return lastStepAt;
    }

    /** When it ended. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** How it ended. */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }
}
