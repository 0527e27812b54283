package org.mintline.support.device;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.SigningKind;
import org.mintline.support.FactoryDevices.Device;

/** A row of {@code factory_device}. */
@Entity
@Table(name = "factory_device")
public class FactoryDevice {
    @Id
    private String eid;

    private byte[] publicKey;
    private String keyIdentifier;

    @Enumerated(EnumType.STRING)
    private SigningKind acceptedKind;

    private String lot;
    private String imei;
    private int keySetVersion;
    private boolean imagesDue;
    private Instant registeredAt;

    @Version
    private int version;

    /** For JPA. */
    protected FactoryDevice() {}

    FactoryDevice(DeviceLine line, int keySetVersion, Instant now) {
        this.eid = line.eid().digits();
        this.registeredAt = now;
        change(line, keySetVersion);
    }

    /** Whether a line says what is here already. */
    boolean isAs(DeviceLine line, int newKeySetVersion) {
        return Arrays.equals(publicKey, Cryptography.encodePoint(line.key().key()))
                && acceptedKind == line.accepts()
                && lot.equals(line.lot())
                && Objects.equals(imei, line.imei().orElse(null))
                && keySetVersion == newKeySetVersion;
    }

    final void change(DeviceLine line, int newKeySetVersion) {
        publicKey = Cryptography.encodePoint(line.key().key());
        keyIdentifier = line.key().identifier().toString();
        acceptedKind = line.accepts();
        lot = line.lot();
        imei = line.imei().orElse(null);
        keySetVersion = newKeySetVersion;
        imagesDue = true;
    }

    void imagesMade() {
        imagesDue = false;
    }

    /** Of its eUICC. */
    public Eid eid() {
        return new Eid(eid);
    }

    /** To which its images are encrypted. */
    public DeviceKey key(Cryptography cryptography) {
        return new DeviceKey(cryptography.decodePoint(EllipticCurve.NIST_P256, publicKey));
    }

    /** The identifier of that key. */
    public String keyIdentifier() {
        return keyIdentifier;
    }

    /** The kind of images that it accepts. */
    public SigningKind accepts() {
        return acceptedKind;
    }

    /** Of the factory. */
    public String lot() {
        return lot;
    }

    /** Of the master key set. */
    public int keySetVersion() {
        return keySetVersion;
    }

    Device toDevice() {
        return new Device(
                eid(), keyIdentifier, acceptedKind, lot, Optional.ofNullable(imei), keySetVersion, registeredAt);
    }
}
