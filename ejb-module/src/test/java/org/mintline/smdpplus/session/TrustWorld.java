package org.mintline.smdpplus.session;

import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.configuration.ConfigurationReader;
import org.mintline.device.pki.RspPki;
import org.mintline.device.pki.TestPki;
import org.mintline.device.pki.TestPkiFolder;
import org.mintline.keys.ConfiguredKeys;
import org.mintline.keys.ServerSecrets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.profile.Protection;

/** The files of a test PKI, and an SM-DP+ with released orders that is configured to use them. */
final class TrustWorld {
    static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");
    static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final char[] PASSPHRASE = "passphrase of a test".toCharArray();

    final TestPki pki;
    final RspPki nist;
    final Path folder;
    final Map<String, String> settings = new HashMap<>();

    TrustWorld(Path folder) throws IOException {
        this.folder = folder;
        pki = TestPki.create(
                CRYPTOGRAPHY,
                new TestPki.Parameters(
                        ADDRESS,
                        "2.999.10",
                        Set.of(EllipticCurve.values()),
                        "89049032",
                        2,
                        "Northern",
                        Instant.parse("2027-01-01T00:00:00Z")));
        nist = pki.byCurve().get(EllipticCurve.NIST_P256);
        new TestPkiFolder(folder, PASSPHRASE).write(pki);
        Files.createDirectories(folder.resolve("crls"));
        settings.put("mintline.mode", "development");
        settings.put("mintline.smdpplus.address", ADDRESS);
        settings.put("mintline.keys.kek", "file:" + folder.resolve("kek"));
        settings.put(
                "mintline.keys.stores",
                folder.resolve("smdpplus/smdpplus-nist.p12") + "," + folder.resolve("smdpplus/smdpplus-brainpool.p12"));
        settings.put("mintline.keys.stores.passphrase", secret("passphrase", new String(PASSPHRASE)));
        settings.put(
                "mintline.keys.certificate-issuers",
                folder.resolve("certificate-issuers").toString());
        settings.put("mintline.keys.revocation-lists", folder.resolve("crls").toString());
    }

    /** A secret in a file, as a setting names it. */
    String secret(String name, String text) throws IOException {
        return "file:" + Files.writeString(folder.resolve(name), text);
    }

    ConfiguredKeys keys() {
        return new ConfiguredKeys(
                new ConfigurationReader(settings::get, name -> null).read(),
                new ServerSecrets(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    void revocationList(String name, byte[] content) throws IOException {
        Files.write(folder.resolve("crls").resolve(name), content);
    }

    SoftwareEuicc euicc(EllipticCurve curve, int index) {
        return new SoftwareEuicc(CRYPTOGRAPHY, pki.byCurve().get(curve), index);
    }

    /** Orders that are released under the MatchingIDs {@code TOKEN-0} and so on. */
    static void release(SmDpPlusWorld world, int orders) {
        Es2Plus es2Plus = world.es2Plus();
        List<String> iccids = world.addProfiles(world.addType(SmDpPlusWorld.PREPAID, Protection.RANDOM_KEYS), orders);
        for (int i = 0; i < orders; i++) {
            es2Plus.downloadOrder(
                    new Es2Plus.Call(NORTHERN, "order-" + i),
                    new Es2Plus.DownloadOrder(Optional.empty(), Optional.of(iccids.get(i)), Optional.empty()));
            es2Plus.confirmOrder(
                    new Es2Plus.Call(NORTHERN, "confirm-" + i),
                    new Es2Plus.ConfirmOrder(
                            iccids.get(i),
                            Optional.empty(),
                            Optional.of("TOKEN-" + i),
                            Optional.empty(),
                            Optional.empty(),
                            true));
        }
    }
}
