package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Locale;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;

/**
 * The files of keys that profile images need.
 *
 * <pre>
 * commercial.key.pem, commercial.der|pem     a factory's signing key for devices that are sold, and its certificate
 * development.key.pem, development.der|pem   the same for development
 * device.key.pem, device.pub.pem             a device's key pair
 * </pre>
 */
public final class ImageKeys {
    private static final String DEVICE = "device";
    private static final String SECRET = ".key.pem";

    private ImageKeys() {}

    /**
     * Makes all of them.
     *
     * @throws FileAlreadyExistsException if one of them is there already
     */
    public static void write(Path folder, Cryptography cryptography, Instant from) throws IOException {
        for (SigningKind kind : SigningKind.values()) {
            requireNothingAt(folder.resolve(nameOf(kind) + SECRET));
        }
        requireNothingAt(folder.resolve(DEVICE + SECRET));
        try {
            for (SigningKind kind : SigningKind.values()) {
                KeyAndCertificate signer = makeSigner(kind, cryptography, from);
                KeyFiles.certificate(folder, nameOf(kind), signer.certificate());
                KeyFiles.privateKey(folder.resolve(nameOf(kind) + SECRET), signer.privateKey());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write the keys", e);
        }
        writeDevice(folder, cryptography.generateKeyPair(EllipticCurve.NIST_P256));
    }

    /** A fresh signing key of a kind. */
    static KeyAndCertificate makeSigner(SigningKind kind, Cryptography cryptography, Instant from) {
        return CertificateTemplate.of("Mintline Test Factory", "Test " + nameOf(kind) + " images")
                .valid(from, RspPki.LIFETIME)
                .policy(true, kind.policy())
                .endEntity()
                .selfSigned(cryptography, EllipticCurve.NIST_P256);
    }

    /** Writes the key pair of a device. */
    public static void writeDevice(Path folder, KeyPair device) throws IOException {
        KeyFiles.privateKey(folder.resolve(DEVICE + SECRET), device.getPrivate());
        KeyFiles.publicKey(folder.resolve(DEVICE + ".pub.pem"), device.getPublic());
    }

    /**
     * A factory's signing key.
     *
     * @param key in PEM
     * @param certificate in DER
     * @throws IOException if one of them is not there or is something else
     */
    public static ImageSigner signer(Path key, Path certificate, Cryptography cryptography) throws IOException {
        PrivateKey privateKey = KeyFiles.readPrivateKey(key, cryptography);
        RspCertificate ofSigner = certificate(certificate);
        if (!cryptography.keyPairOf(privateKey).getPublic().equals(cryptography.adopt(ofSigner.publicKey()))) {
            throw new IOException(key + " is not the key of " + certificate);
        }
        return ImageSigner.of(ofSigner, parts -> cryptography.sign(privateKey, parts));
    }

    /**
     * A signing key that is trusted.
     *
     * @param certificate in DER
     * @throws IOException if it is not there or is something else
     */
    public static TrustedSigner trusted(Path certificate) throws IOException {
        return TrustedSigner.of(certificate(certificate));
    }

    /**
     * A device's public key.
     *
     * @param key in PEM
     * @throws IOException if it is not there or is something else
     */
    public static DeviceKey device(Path key, Cryptography cryptography) throws IOException {
        return new DeviceKey(KeyFiles.readPublicKey(key, cryptography));
    }

    /**
     * A device's private key.
     *
     * @param key in PEM
     * @throws IOException if it is not there or is something else
     */
    public static PrivateKey devicePrivateKey(Path key, Cryptography cryptography) throws IOException {
        return KeyFiles.readPrivateKey(key, cryptography);
    }

    private static RspCertificate certificate(Path file) throws IOException {
        return RspCertificate.decode(Files.readAllBytes(file));
    }

    private static void requireNothingAt(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static String nameOf(SigningKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
