package org.mintline.support.device;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.FactoryDevices.StoryLine;
import org.mintline.support.packets.ReceivedProfile;

/** A row of {@code device_story}. */
@Entity
@Table(name = "device_story")
public class StoryEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "device_story_seq")
    @SequenceGenerator(name = "device_story_seq", sequenceName = "device_story_seq", allocationSize = 50)
    private Long id;

    private String eid;
    private String report;
    private String event;
    private String iccid;
    private String batch;
    private Integer number;
    private Instant happenedAt;
    private Instant toldAt;
    private String station;
    private String reason;
    private byte[] notification;

    /** For JPA. */
    protected StoryEntry() {}

    /**
     * Something happened to a device.
     *
     * @param report SHA-256 of what was reported, hexadecimal
     * @param event what happened
     * @param happenedAt when
     * @param toldAt when it was told here
     * @param station where
     */
    public StoryEntry(Eid eid, String report, String event, Instant happenedAt, Instant toldAt, String station) {
        this.eid = eid.digits();
        this.report = report;
        this.event = event;
        this.happenedAt = happenedAt;
        this.toldAt = toldAt;
        this.station = station;
    }

    /** To which profile. */
    public StoryEntry of(ReceivedProfile profile) {
        iccid = profile.iccid().digits();
        batch = profile.batch().toString();
        number = profile.number();
        return this;
    }

    /** To which profile, if it is none that came here. */
    public StoryEntry of(Iccid profile) {
        iccid = profile.digits();
        return this;
    }

    /** Why, in words; at most 255 characters. */
    public StoryEntry because(Optional<String> words) {
        reason = words.orElse(null);
        return this;
    }

    /** What the eUICC signed of it. */
    public StoryEntry signed(Optional<byte[]> bytes) {
        notification = bytes.map(byte[]::clone).orElse(null);
        return this;
    }

    StoryLine toLine() {
        return new StoryLine(
                id,
                event,
                Optional.ofNullable(iccid).map(Iccid::new),
                happenedAt,
                toldAt,
                station,
                Optional.ofNullable(reason));
    }
}
