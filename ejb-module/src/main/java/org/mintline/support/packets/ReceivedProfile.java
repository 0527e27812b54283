package org.mintline.support.packets;

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
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore.StoredProfile;
import org.mintline.support.SupportException;

/** A row of {@code received_profile}. */
@Entity
@Table(name = "received_profile")
public class ReceivedProfile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "received_profile_seq")
    @SequenceGenerator(name = "received_profile_seq", sequenceName = "received_profile_seq", allocationSize = 50)
    private Long id;

    private String batch;
    private int number;
    private String eid;
    private String iccid;

    @Enumerated(EnumType.STRING)
    private ProfileClass profileClass;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private String keyIdentifier;
    private byte[] digest;
    private boolean hasContents;
    private Instant receivedAt;
    private Instant changedAt;

    @Version
    private int version;

    /** For JPA. */
    protected ReceivedProfile() {}

    /** Of packets that came. */
    public ReceivedProfile(ProfilePackets packets, Instant now) {
        this.batch = packets.batch().toString();
        this.number = packets.number();
        this.eid = packets.metadata().eid().orElseThrow().digits();
        this.iccid = packets.metadata().iccid().digits();
        this.profileClass = packets.metadata().profileClass();
        this.state = DeliveryState.RECEIVED;
        this.keyIdentifier = packets.keyIdentifier().text();
        this.digest = packets.digest();
        this.hasContents = true;
        this.receivedAt = now;
        this.changedAt = now;
    }

    /**
     * Moves it on.
     *
     * @throws SupportException if the event is not allowed in its state
     */
    public void happened(DeliveryEvent event, Instant now) {
        state = state.after(event)
                .orElseThrow(() -> new SupportException(
                        SupportException.Reason.NOT_NOW,
                        "the profile " + iccid + " is " + state + ", so not: " + event));
        changedAt = now;
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    /** Where it stands. */
    public DeliveryState state() {
        return state;
    }

    /** Its contents were deleted. */
    void contentsDeleted() {
        hasContents = false;
    }

    /** The number within its batch. */
    public int number() {
        return number;
    }

    /** Its ICCID. */
    public Iccid iccid() {
        return new Iccid(iccid);
    }

    /** Of which class. */
    public ProfileClass profileClass() {
        return profileClass;
    }

    /** Which one-time key it is bound to. */
    public TransactionId keyIdentifier() {
        return new TransactionId(keyIdentifier);
    }

    /** Of which batch. */
    public BatchId batch() {
        return BatchId.of(batch);
    }

    /** For which eUICC. */
    public Eid eid() {
        return new Eid(eid);
    }

    /** As others see it. */
    public StoredProfile toStoredProfile() {
        return new StoredProfile(id, batch(), number, eid(), iccid(), profileClass, state, receivedAt, changedAt);
    }
}
