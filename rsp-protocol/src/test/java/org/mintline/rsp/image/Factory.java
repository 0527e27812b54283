package org.mintline.rsp.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;

/** A factory with its keys, the devices it makes, and an image whose every byte repeats. */
public final class Factory {
    public static final KeyPair COMMERCIAL = key("Mintline example: commercial signing key");
    public static final KeyPair DEVELOPMENT = key("Mintline example: development signing key");
    public static final KeyPair DEVICE = key("Mintline example: device key");
    public static final KeyPair OTHER_DEVICE = key("Mintline example: another device key");

    public static final TrustedSigners TRUSTED = trusting(SigningKind.COMMERCIAL);

    static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    static final ImageMetadata METADATA = new ImageMetadata(
            new Iccid("89999010000000012349"),
            Optional.of(Eid.withCheckDigits("890490320000000000000000000000")),
            "Example Operator",
            "Example",
            ProfileClass.TEST,
            Optional.of(OperatorId.of("001", "01")),
            Optional.empty());
    static final List<byte[]> PACKETS = List.of(
            new byte[] {(byte) 0x80, (byte) 0xE2, 0x11, 0, 2, (byte) 0xBF, 0x36}, new byte[] {1}, new byte[] {2});

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC);

    private Factory() {}

    static TrustedSigners trusting(SigningKind kind) {
        return new TrustedSigners(
                kind,
                List.of(
                        new TrustedSigner(SigningKind.COMMERCIAL, identifier(COMMERCIAL), COMMERCIAL.getPublic()),
                        new TrustedSigner(SigningKind.DEVELOPMENT, identifier(DEVELOPMENT), DEVELOPMENT.getPublic())));
    }

    static ImageFactory of(SigningKind kind, KeyPair signingKey) {
        Cryptography replaying = Cryptography.replaying(new ReproducibleRandomness(3));
        ImageSigner signer =
                new ImageSigner(kind, identifier(signingKey), parts -> replaying.sign(signingKey.getPrivate(), parts));
        return new ImageFactory(signer, replaying, CLOCK);
    }

    /** A commercial image of these packets. */
    public static byte[] image(List<byte[]> packets) {
        return image(of(SigningKind.COMMERCIAL, COMMERCIAL), METADATA, packets);
    }

    static byte[] image(ImageFactory factory, ImageMetadata metadata, List<byte[]> packets) {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        try {
            ProfileImageWriter writer = factory.begin(image, new DeviceKey(DEVICE.getPublic()), metadata);
            for (byte[] packet : packets) {
                writer.packet(packet);
            }
            writer.finish();
            return image.toByteArray();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** Signs an image anew as it stands, as a factory would that made it like this. */
    public static byte[] signedAnew(byte[] image) {
        byte[] body = Arrays.copyOf(image, image.length - ImageFormat.SIGNATURE_LENGTH);
        byte[] signature = CRYPTOGRAPHY.sign(COMMERCIAL.getPrivate(), ImageFormat.signed(Cryptography.sha256(body)));
        byte[] signed = Arrays.copyOf(body, image.length);
        System.arraycopy(signature, 0, signed, body.length, signature.length);
        return signed;
    }

    static VerifiedImage verify(byte[] image) {
        return verify(image, TRUSTED);
    }

    static VerifiedImage verify(byte[] image, TrustedSigners trusted) {
        try {
            return VerifiedImage.verify(new ByteArrayInputStream(image), trusted, CRYPTOGRAPHY);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** Verifies an image, and gives the packets that the device gets out of it. */
    public static List<byte[]> packets(byte[] image) {
        return packets(verify(image), image, DEVICE.getPrivate());
    }

    static List<byte[]> packets(VerifiedImage verified, byte[] image, PrivateKey deviceKey) {
        try {
            ProfileImageReader reader = verified.open(new ByteArrayInputStream(image), deviceKey);
            List<byte[]> packets = new ArrayList<>();
            for (Optional<byte[]> p = reader.nextPacket(); p.isPresent(); p = reader.nextPacket()) {
                packets.add(p.get());
            }
            return packets;
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** A key that anybody can make: SHA-256 of a text. */
    private static KeyPair key(String text) {
        byte[] scalar = Cryptography.sha256(text.getBytes(StandardCharsets.US_ASCII));
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
        try {
            byte[] pkcs8 = new PrivateKeyInfo(algorithm, new ECPrivateKey(256, new BigInteger(1, scalar))).getEncoded();
            return Cryptography.system().keyPairOf(Cryptography.system().decodePrivateKey(pkcs8));
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    private static SubjectKeyIdentifier identifier(KeyPair keys) {
        return new DeviceKey(keys.getPublic()).identifier();
    }
}
