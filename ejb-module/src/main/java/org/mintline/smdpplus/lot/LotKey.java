package org.mintline.smdpplus.lot;

import jakarta.persistence.Column;
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
import java.util.OptionalLong;
import org.mintline.rsp.factory.PreloadedKey;
import org.mintline.rsp.identification.TransactionId;

/** A preloaded one-time key of an eUICC, for one profile. It changes its state only along {@link KeyState}. */
@Entity
@Table(name = "lot_key")
public class LotKey {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lot_key_seq")
    @SequenceGenerator(name = "lot_key_seq", sequenceName = "lot_key_seq", allocationSize = 50)
    private Long id;

    @Column(name = "lot_id", updatable = false)
    private long lotId;

    @Column(name = "lot_euicc_id", updatable = false)
    private long euiccId;

    @Column(name = "key_identifier", updatable = false)
    private String keyIdentifier;

    @Column(name = "euicc_otpk", updatable = false)
    private byte[] euiccOtpk;

    @Enumerated(EnumType.STRING)
    private KeyState state;

    @Column(name = "batch_id")
    private Long batchId;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected LotKey() {}

    LotKey(LotEuicc euicc, PreloadedKey key, Instant now) {
        this.lotId = euicc.lotId();
        this.euiccId = euicc.id();
        this.keyIdentifier = key.keyIdentifier().text();
        this.euiccOtpk = key.euiccOtpk();
        this.state = KeyState.FREE;
        this.changedAt = now;
    }

    /** A profile of a batch is bound to it. */
    public void claim(long batch, long profile, Instant now) {
        move(KeyEvent.CLAIM, now);
        this.batchId = batch;
        this.profileId = profile;
    }

    /** The package that was bound to it never left, so that it is for anybody again. */
    public void giveBack(Instant now) {
        move(KeyEvent.RETURN, now);
        this.batchId = null;
        this.profileId = null;
    }

    /**
     * Its state changes, where the event is allowed in it.
     *
     * @param event USE, DELETE or EXPIRE
     * @return whether it changed
     */
    public boolean end(KeyEvent event, Instant now) {
        boolean allowed = state.after(event).isPresent();
        if (allowed) {
            move(event, now);
        }
        return allowed;
    }

    private void move(KeyEvent event, Instant now) {
        state = state.after(event)
                .orElseThrow(() -> new IllegalStateException("a key in state " + state + " takes no " + event));
        changedAt = now;
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    /** Of which eUICC, by its number here. */
    public long euiccId() {
        return euiccId;
    }

    /** What a package is bound to. */
    public PreloadedKey preloadedKey() {
        return new PreloadedKey(new TransactionId(keyIdentifier), euiccOtpk);
    }

    /** 32 hexadecimal digits. */
    public String keyIdentifier() {
        return keyIdentifier;
    }

    /** Where it is in its life. */
    public KeyState state() {
        return state;
    }

    /** Which profile claimed it last; empty if none did, or it came back. */
    public OptionalLong profileId() {
        return profileId == null ? OptionalLong.empty() : OptionalLong.of(profileId);
    }

    Instant changedAt() {
        return changedAt;
    }
}
