package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.mintline.factory.LocalProfileEvent;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;

/** A row of {@code local_profile}. It changes its state only along {@link LocalProfileState}. */
@Entity
@Table(name = "local_profile")
class LocalProfile {
    private static final int LONGEST_REASON = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "local_profile_seq")
    @SequenceGenerator(name = "local_profile_seq", sequenceName = "local_profile_seq", allocationSize = 50)
    private Long id;

    private String lot;
    private String batch;
    private int number;
    private String keyIdentifier;
    private String eid;
    private String iccid;

    @Enumerated(EnumType.STRING)
    private LocalProfileState state;

    private byte[] digest;
    private boolean acknowledged;
    private String reason;
    private Instant receivedAt;
    private Instant changedAt;

    @Version
    private int version;

    protected LocalProfile() {}

    LocalProfile(String lot, ProfilePackets packets, Instant now) {
        this.lot = lot;
        this.batch = packets.batch().toString();
        this.number = packets.number();
        this.keyIdentifier = packets.keyIdentifier().text();
        this.eid = packets.metadata().eid().orElseThrow().digits();
        this.iccid = packets.metadata().iccid().digits();
        this.state = LocalProfileState.RECEIVED;
        this.digest = packets.digest();
        this.receivedAt = now;
        this.changedAt = now;
    }

    /** Moves it on; false, and nothing changes, where the event is not allowed. */
    boolean happened(LocalProfileEvent event, Optional<String> why, Instant now) {
        Optional<LocalProfileState> next = state.after(event);
        next.ifPresent(there -> {
            state = there;
            reason = why.map(text -> text.substring(0, Math.min(text.length(), LONGEST_REASON)))
                    .orElse(null);
            changedAt = now;
        });
        return next.isPresent();
    }

    /** Whether these are the packets that came. */
    boolean isOf(byte[] otherDigest) {
        return MessageDigest.isEqual(digest, otherDigest);
    }

    void acknowledged() {
        acknowledged = true;
    }

    long id() {
        return id;
    }

    String lot() {
        return lot;
    }

    BatchId batch() {
        return BatchId.of(batch);
    }

    int number() {
        return number;
    }

    byte[] digest() {
        return digest.clone();
    }

    String keyIdentifier() {
        return keyIdentifier;
    }

    String eid() {
        return eid;
    }

    String iccid() {
        return iccid;
    }

    LocalProfileState state() {
        return state;
    }

    /** What a factory reports of it. */
    DeviceReport report(
            DeviceEvent event, Instant at, String station, Optional<String> why, Optional<byte[]> notification) {
        return new DeviceReport(batch(), number, new Eid(eid), new Iccid(iccid), event, at, station, why, notification);
    }

    LocalStock.Profile toView() {
        return new LocalStock.Profile(
                id, lot, batch, number, eid, iccid, state, Optional.ofNullable(reason), changedAt);
    }
}
