package org.mintline.support.image;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.image.SigningKind;
import org.mintline.support.ProfileImages.Image;
import org.mintline.support.device.FactoryDevice;
import org.mintline.support.packets.ReceivedProfile;

/** A row of {@code profile_image}. */
@Entity
@Table(name = "profile_image")
public class StoredImage {
    @Id
    private Long profileId;

    private String image;
    private String eid;

    @Enumerated(EnumType.STRING)
    private SigningKind signingKind;

    private String deviceKey;
    private int length;
    private byte[] digest;
    private Instant createdAt;
    private Long stationId;
    private Instant leasedUntil;
    private int handedOut;

    @Version
    private int version;

    /** For JPA. */
    protected StoredImage() {}

    StoredImage(ReceivedProfile profile, ImageHeader header, byte[] content) {
        this.profileId = profile.id();
        this.eid = profile.eid().digits();
        made(header, content);
    }

    final void made(ImageHeader header, byte[] content) {
        image = HexFormat.of().formatHex(header.imageIdentifier());
        signingKind = header.signingKind();
        deviceKey = header.device().toString();
        length = content.length;
        digest = Cryptography.sha256(content);
        createdAt = header.created();
    }

    /** Whether it is for this device as it is registered now. */
    boolean isFor(FactoryDevice device) {
        return deviceKey.equals(device.keyIdentifier()) && signingKind == device.accepts();
    }

    /** The image identifier, hexadecimal. */
    public String image() {
        return image;
    }

    /** Of which profile. */
    public long profileId() {
        return profileId;
    }

    /** Whether another station than this one may still be busy with it. */
    public boolean isLeasedToAnother(long station, Instant now) {
        return stationId != null && stationId != station && leasedUntil.isAfter(now);
    }

    /** It is handed to a station. */
    public void lease(long station, Instant until) {
        stationId = station;
        leasedUntil = until;
        handedOut++;
    }

    Image toImage() {
        return new Image(
                profileId,
                image,
                new Eid(eid),
                signingKind,
                length,
                digest.clone(),
                createdAt,
                Optional.ofNullable(stationId),
                handedOut);
    }
}
