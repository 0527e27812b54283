package org.mintline.device.factory.command;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.mintline.device.factory.device.DeviceSettings;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.device.FolderStorage;
import org.mintline.device.lpa.Es10;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigner;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/**
 * The files of a reference device, beside those of its eUICC.
 *
 * <pre>
 * device.properties       the EID of its eUICC, the kind of images that it accepts, the manners of authentication
 * device.key.pem|pub.pem  to which its images are encrypted
 * keys.p12                its key set and the key of its security area
 * signers/*.der           certificates of signing keys
 * security-area/          what it keeps, encrypted
 * </pre>
 */
final class DeviceFolder {
    private static final String PROPERTIES = "device.properties";
    private static final String DEVICE_KEY = "device.key.pem";
    private static final int STORAGE_KEY = 32;

    private final Path root;
    private final Cryptography cryptography = Cryptography.system();

    DeviceFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes a device around an eUICC.
     *
     * @param euicc tells its EID
     * @param master key set of the station, of which the device gets its own
     * @throws IOException if there is one already, or a certificate is none of a signing key
     */
    void create(EuiccSlot euicc, KeySet master, String passphrase, List<Path> signers, SigningKind kind)
            throws IOException {
        if (Files.exists(root.resolve(PROPERTIES))) {
            throw new FileAlreadyExistsException(root.toString());
        }
        for (Path signer : signers) {
            ImageKeys.trusted(signer);
        }
        Path folder = Files.createDirectories(root.resolve("signers"));
        int number = 0;
        for (Path signer : signers) {
            Files.copy(signer, folder.resolve(number++ + ".der"));
        }
        KeyPair device = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        ImageKeys.writeDevice(root, device);
        Eid eid = eidOf(euicc);
        KeySet own = master.diversifiedFor(eid.octets());
        keys(passphrase).write(own, cryptography.randomness().octets(STORAGE_KEY));
        Properties properties = new Properties();
        properties.setProperty("eid", eid.digits());
        properties.setProperty("kind", kind.name());
        properties.setProperty("manners", "KEY_SET,JIG,BOTH,TEST");
        try (Writer writer = Files.newBufferedWriter(root.resolve(PROPERTIES))) {
            properties.store(writer, "reference device");
        }
    }

    /** Switches the device on. */
    FactoryDevice open(EuiccSlot euicc, String passphrase) throws IOException {
        Properties properties = new Properties();
        if (!Files.exists(root.resolve(PROPERTIES))) {
            throw new IOException("there is no device in " + root + "; make one with 'device factory create'");
        }
        try (Reader reader = Files.newBufferedReader(root.resolve(PROPERTIES))) {
            properties.load(reader);
        }
        Set<AuthenticationManner> manners = EnumSet.noneOf(AuthenticationManner.class);
        for (String manner : properties.getProperty("manners").split(",")) {
            manners.add(AuthenticationManner.valueOf(manner));
        }
        DeviceSettings settings = new DeviceSettings(
                new Eid(properties.getProperty("eid")),
                keys(passphrase).keySet(),
                ImageKeys.devicePrivateKey(root.resolve(DEVICE_KEY), cryptography),
                new TrustedSigners(SigningKind.valueOf(properties.getProperty("kind")), signers()),
                manners);
        return new FactoryDevice(
                settings,
                new FolderStorage(root.resolve("security-area")),
                keys(passphrase).storageKey(),
                euicc,
                cryptography);
    }

    private static Eid eidOf(EuiccSlot euicc) {
        euicc.reset();
        try (Es10 es10 = new Es10(euicc::transmit)) {
            return es10.getEid();
        }
    }

    private List<TrustedSigner> signers() throws IOException {
        List<TrustedSigner> signers = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("signers"))) {
            for (Path file : files.sorted().toList()) {
                signers.add(ImageKeys.trusted(file));
            }
        }
        return signers;
    }

    private KeySetFile keys(String passphrase) {
        return new KeySetFile(root.resolve("keys.p12"), passphrase);
    }
}
