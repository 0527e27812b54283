package org.mintline.device.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.FileStateStore;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;

/**
 * The files of one software eUICC.
 *
 * <pre>
 * euicc.properties             eid, memory, defaultDpAddress, lpaBlockedWhileKeysRemain
 * ci/*.der                     CERT.CI, trusted
 * credentials/N/euicc.der      CERT.EUICC, with euicc.key.pem and eum.der; the first is preferred
 * state                        what the card remembers
 * </pre>
 */
public final class EuiccFolder {
    /** The memory of an eUICC of which nobody says otherwise, in bytes. */
    static final int DEFAULT_MEMORY = 1_500_000;

    private static final String PROPERTIES = "euicc.properties";
    private static final String LPA_BLOCKED = "lpaBlockedWhileKeysRemain";

    private final Path root;

    /** @param root the folder */
    public EuiccFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes an eUICC out of the folder of a test PKI: its first eUICC, or that of an EID, on every curve that has it.
     *
     * @throws IOException if there is one here already, or the PKI has no such eUICC
     */
    public void create(Path pki, Optional<String> wantedEid, int memory, Optional<String> defaultDpAddress)
            throws IOException {
        if (isThere()) {
            throw new IOException("there is an eUICC in " + root + " already");
        }
        String eid = wantedEid.isPresent() ? wantedEid.get() : eids(pki).get(0);
        if (!eids(pki).contains(eid)) {
            throw new IOException("the PKI has no eUICC " + eid);
        }
        Path ci = Files.createDirectories(root.resolve("ci"));
        for (Path certificate : list(pki.resolve("certificate-issuers"), ".der")) {
            Files.copy(certificate, ci.resolve(certificate.getFileName()));
        }
        int number = 0;
        for (String curve : List.of("nist", "brainpool")) {
            Path source = pki.resolve("euicc-" + curve);
            if (Files.exists(source.resolve(eid + ".der"))) {
                Path target =
                        Files.createDirectories(root.resolve("credentials").resolve("" + number++));
                Files.copy(source.resolve(eid + ".der"), target.resolve("euicc.der"));
                Files.copy(source.resolve(eid + ".key.pem"), target.resolve("euicc.key.pem"));
                Files.copy(source.resolve("eum.der"), target.resolve("eum.der"));
            }
        }
        Properties properties = new Properties();
        properties.setProperty("eid", eid);
        properties.setProperty("memory", Integer.toString(memory));
        defaultDpAddress.ifPresent(address -> properties.setProperty("defaultDpAddress", address));
        store(properties);
    }

    /** Whether there is an eUICC. */
    boolean isThere() {
        return Files.exists(root.resolve(PROPERTIES));
    }

    /** From now on, downloads over ES9+, profile management and settings wait until no preloaded key remains. */
    void blockLpaWhileKeysRemain() throws IOException {
        Properties properties = properties();
        properties.setProperty(LPA_BLOCKED, "true");
        store(properties);
    }

    /**
     * The folders in a folder that hold an eUICC, in the order of their names.
     *
     * @throws IOException if there is none
     */
    static List<Path> foldersIn(Path lot) throws IOException {
        List<Path> folders = list(lot, "").stream()
                .filter(folder -> new EuiccFolder(folder).isThere())
                .toList();
        if (folders.isEmpty()) {
            throw new IOException("there is no eUICC in the folders of " + lot);
        }
        return folders;
    }

    /** Switches the eUICC on. */
    public Euicc open() throws IOException {
        return new Euicc(configuration(), new FileStateStore(root.resolve("state")));
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve(PROPERTIES))) {
            properties.load(reader);
            return properties;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no eUICC in " + root + "; make one with 'device create'", e);
        }
    }

    private void store(Properties properties) throws IOException {
        try (var writer = Files.newBufferedWriter(root.resolve(PROPERTIES))) {
            properties.store(writer, "software eUICC");
        }
    }

    private EuiccConfiguration configuration() throws IOException {
        Properties properties = properties();
        List<RspCertificate> ci = new ArrayList<>();
        for (Path file : list(root.resolve("ci"), ".der")) {
            ci.add(RspCertificate.decode(Files.readAllBytes(file)));
        }
        List<EuiccCredentials> credentials = new ArrayList<>();
        for (Path folder : list(root.resolve("credentials"), "")) {
            credentials.add(credentials(folder));
        }
        EuiccConfiguration configuration = EuiccConfiguration.of(
                        new Eid(properties.getProperty("eid")), ci, credentials)
                .withMemory(Integer.parseInt(properties.getProperty("memory")))
                .withLpaBlockedWhileKeysRemain(Boolean.parseBoolean(properties.getProperty(LPA_BLOCKED)));
        String defaultDpAddress = properties.getProperty("defaultDpAddress");
        return defaultDpAddress == null ? configuration : configuration.withDefaultDpAddress(defaultDpAddress);
    }

    private static EuiccCredentials credentials(Path folder) throws IOException {
        byte[] eum = Files.readAllBytes(folder.resolve("eum.der"));
        byte[] ciKey = RspCertificate.decode(eum)
                .authorityKeyIdentifier()
                .orElseThrow(() -> new IOException("the EUM certificate names no CI key"));
        return new EuiccCredentials(
                new SubjectKeyIdentifier(ciKey),
                privateKey(folder.resolve("euicc.key.pem")),
                Files.readAllBytes(folder.resolve("euicc.der")),
                eum);
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PEMKeyPair pair) {
                    return decoded(pair.getPrivateKeyInfo());
                }
                if (object instanceof PrivateKeyInfo info) {
                    return decoded(info);
                }
            }
            throw new IOException("there is no private key in " + file);
        }
    }

    private static PrivateKey decoded(PrivateKeyInfo info) throws IOException {
        return Cryptography.system().decodePrivateKey(info.getEncoded());
    }

    /**
     * The EIDs of the eUICCs that a test PKI has, in order.
     *
     * @throws IOException if it has none
     */
    public static List<String> eids(Path pki) throws IOException {
        Path folder = pki.resolve("euicc-nist");
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no test PKI with eUICCs in " + pki);
        }
        List<String> eids = list(folder, ".der").stream()
                .map(file -> file.getFileName().toString().replace(".der", ""))
                .filter(name -> name.matches("[0-9]{32}"))
                .toList();
        if (eids.isEmpty()) {
            throw new IOException("the PKI in " + pki + " has no eUICC");
        }
        return eids;
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 1, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !file.equals(folder) && file.toString().endsWith(ending))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
