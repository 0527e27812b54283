package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.EuiccChallenge;
import org.mintline.authentication.ServerAuthentication;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.TransactionId;

/** A row of {@code fpa_session}: a session of a Factory Profile Assistant with an eUICC. */
@Entity
@Table(name = "fpa_session")
class FpaSession {
    /** Where a session is in its life. */
    enum State {
        /** The server has signed; the eUICC has to answer. */
        INITIATED,
        /** Both ends are authenticated. */
        OPEN,
        /** Over. */
        ENDED
    }

    @Id
    private String transactionId;

    private String fpa;

    @Enumerated(EnumType.STRING)
    private State state;

    private byte[] serverChallenge;
    private String euiccCi;
    private String eid;

    @Enumerated(EnumType.STRING)
    private EllipticCurve euiccCurve;

    private byte[] euiccPublicKey;
    private long lastProfile;
    private boolean keysDeleted;
    private Instant createdAt;
    private Instant lastStepAt;

    @Version
    private int version;

    protected FpaSession() {}

    FpaSession(String fpa, ServerAuthentication.Begun begun, Instant now) {
        this.transactionId = begun.response().transactionId().text();
        this.fpa = fpa;
        this.state = State.INITIATED;
        this.serverChallenge = begun.challenge().serverChallenge();
        this.euiccCi = begun.challenge().euiccCi();
        this.createdAt = now;
        this.lastStepAt = now;
    }

    EuiccChallenge challenge() {
        return new EuiccChallenge(serverChallenge, euiccCi);
    }

    /** The eUICC answered. */
    void open(EuiccAuthentication.Euicc euicc, Instant now) {
        eid = euicc.eid().digits();
        euiccCurve = EllipticCurve.of(euicc.publicKey());
        euiccPublicKey = Cryptography.encodePoint(euicc.publicKey());
        state = State.OPEN;
        lastStepAt = now;
    }

    void step(Instant now) {
        lastStepAt = now;
    }

    void handedOut(long profile) {
        lastProfile = profile;
    }

    void keysDeleted() {
        keysDeleted = true;
    }

    void end() {
        state = State.ENDED;
    }

    /** Whether the eUICC of this session signed these parts. */
    boolean isSignedByEuicc(Cryptography cryptography, byte[] signature, byte[]... parts) {
        return cryptography.verify(cryptography.decodePoint(euiccCurve, euiccPublicKey), signature, parts);
    }

    TransactionId transactionId() {
        return new TransactionId(transactionId);
    }

    String fpa() {
        return fpa;
    }

    State state() {
        return state;
    }

    String eid() {
        return eid;
    }

    long lastProfile() {
        return lastProfile;
    }

    boolean isKeysDeleted() {
        return keysDeleted;
    }

    Instant lastStepAt() {
        return lastStepAt;
    }
}
