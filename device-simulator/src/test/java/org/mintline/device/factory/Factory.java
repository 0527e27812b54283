package org.mintline.device.factory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.factory.device.DeviceSettings;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.lpa.RecordedDownload;
import org.mintline.device.lpa.Sgp26;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/** A sample factory: its keys, one kind of device, and images of one profile. */
final class Factory {
    static final Eid EID = Eid.withCheckDigits("890490320000000000000000000001");
    static final Eid OTHER_EID = Eid.withCheckDigits("890490320000000000000000000002");
    static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    static final KeySet MASTER = keySet(1);
    static final KeySet OTHER_MASTER = keySet(77);
    static final byte[] STORAGE_KEY = new byte[32];
    static final Set<AuthenticationManner> ALL_MANNERS = EnumSet.allOf(AuthenticationManner.class);

    private final KeyPair deviceKey = CRYPTOGRAPHY.generateKeyPair(EllipticCurve.NIST_P256);
    private final KeyPair commercial = CRYPTOGRAPHY.generateKeyPair(EllipticCurve.NIST_P256);
    private final KeyPair development = CRYPTOGRAPHY.generateKeyPair(EllipticCurve.NIST_P256);

    DeviceSettings settings(Eid eid, KeySet master) {
        return new DeviceSettings(
                eid,
                master.diversifiedFor(eid.octets()),
                deviceKey.getPrivate(),
                new TrustedSigners(
                        SigningKind.COMMERCIAL,
                        List.of(trusted(SigningKind.COMMERCIAL), trusted(SigningKind.DEVELOPMENT))),
                ALL_MANNERS);
    }

    /** Switches a device on. */
    FactoryDevice device(Power power) {
        return new FactoryDevice(
                settings(power.eid(), MASTER), power.storage(), STORAGE_KEY, power.slot(), CRYPTOGRAPHY);
    }

    /** An image of the recorded download. */
    byte[] image(SigningKind kind, ProfileClass profileClass) {
        return image(kind, profileClass, EID);
    }

    byte[] image(SigningKind kind, ProfileClass profileClass, Eid eid) {
        return image(kind, profileClass, eid, deviceKey, RecordedDownload.packets(eid, profileClass));
    }

    byte[] imageForAnotherEuicc() {
        return image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL, OTHER_EID, deviceKey, List.of(new byte[] {1}));
    }

    byte[] imageForAnotherDevice() {
        KeyPair other = CRYPTOGRAPHY.generateKeyPair(EllipticCurve.NIST_P256);
        return image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL, EID, other, List.of(new byte[] {1}));
    }

    private byte[] image(SigningKind kind, ProfileClass profileClass, Eid eid, KeyPair key, List<byte[]> packets) {
        KeyPair signer = signer(kind);
        ImageFactory factory = new ImageFactory(
                new ImageSigner(
                        kind, trusted(kind).keyIdentifier(), parts -> CRYPTOGRAPHY.sign(signer.getPrivate(), parts)),
                CRYPTOGRAPHY,
                Sgp26.CLOCK);
        ImageMetadata metadata = new ImageMetadata(
                RecordedDownload.ICCID,
                Optional.of(eid),
                "GSMA",
                "Profile",
                profileClass,
                Optional.empty(),
                Optional.of(packets.size()));
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        try {
            ProfileImageWriter writer = factory.begin(image, new DeviceKey(key.getPublic()), metadata);
            for (byte[] packet : packets) {
                writer.packet(packet);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image.toByteArray();
    }

    private TrustedSigner trusted(SigningKind kind) {
        byte[] identifier = new byte[20];
        identifier[0] = (byte) kind.number();
        return new TrustedSigner(
                kind, new SubjectKeyIdentifier(identifier), signer(kind).getPublic());
    }

    private KeyPair signer(SigningKind kind) {
        return kind == SigningKind.COMMERCIAL ? commercial : development;
    }

    private static KeySet keySet(int first) {
        byte[][] keys = new byte[3][KeySet.KEY_LENGTH];
        for (int i = 0; i < keys.length; i++) {
            keys[i][0] = (byte) (first + i);
        }
        return new KeySet(1, keys[0], keys[1], keys[2]);
    }
}
