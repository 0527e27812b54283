package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.image.SigningKind;

/**
 * The files of a test PKI: by part of the system that is given them.
 *
 * <pre>
 * certificate-issuers/ci-nist.der|pem, ci-brainpool.*       trusted by server and device
 * certificate-issuer-keys/ci-nist.key.pem, ...              to make more certificates, good and bad ones
 * smdpplus/smdpplus-nist.p12, smdpplus-brainpool.p12        aliases dpauth, dppb
 * listeners/es9plus.p12, es2plus.p12, console.p12           alias server
 * listeners/es9plus-brainpool.p12                           the same, on brainpoolP256r1
 * smdpplus/images.p12                                       aliases development, commercial
 * listeners/operators.p12                                   trust in the operators' CA
 * listeners/stations.p12                                    trust in the stations' CA
 * operator/operator.p12, operator.pem, operator.key.pem     an operator's client on ES2+
 * operator/server-ca.pem|der, server-ca.p12                 its trust in the ES2+ server
 * station/station.p12, station.pem, station.key.pem         a station of a factory
 * station/server-ca.pem|der, server-ca.p12                  its trust in the support server
 * images/development.pem|der, commercial.*                  certificates of the keys that sign images
 * euicc-nist/, euicc-brainpool/                             eum.der, eum.key.pem, EID.der, EID.key.pem
 * </pre>
 */
public final class TestPkiFolder {
    private static final String ISSUERS = "certificate-issuers";
    private static final String ISSUER_KEYS = "certificate-issuer-keys";

    private final Path root;
    private final char[] passphrase;

    /**
     * @param root the folder, made if it is not there
     * @param passphrase of all PKCS#12 files
     */
    public TestPkiFolder(Path root, char[] passphrase) {
        this.root = root;
        this.passphrase = passphrase.clone();
    }

    /** The name of a curve in file names: {@code nist} or {@code brainpool}. */
    public static String nameOf(EllipticCurve curve) {
        String name = curve.name();
        return name.substring(0, name.indexOf('_')).toLowerCase(Locale.ROOT);
    }

    /**
     * Certificates with flaws, under the certificate issuer and the EUM of a folder that was written.
     *
     * @param ein the EUM's identification number, the first 8 digits of its EIDs
     * @throws IOException if the folder has no EUM on that curve
     */
    public static BrokenCertificates brokenCertificates(
            Path folder, EllipticCurve curve, String ein, Cryptography cryptography) throws IOException {
        return new BrokenCertificates(
                cryptography, readIssuer(folder, curve, cryptography), readEum(folder, curve, cryptography), ein);
    }

    /**
     * The certificate issuers of a folder that was written, by curve, to make another PKI under them.
     *
     * @throws IOException if the folder has none, or one cannot be read
     */
    public static Map<EllipticCurve, KeyAndCertificate> certificateIssuers(Path folder, Cryptography cryptography)
            throws IOException {
        Map<EllipticCurve, KeyAndCertificate> issuers = new EnumMap<>(EllipticCurve.class);
        for (EllipticCurve curve : EllipticCurve.values()) {
            if (Files.exists(certificateIssuer(folder, curve))) {
                issuers.put(curve, readIssuer(folder, curve, cryptography));
            }
        }
        if (issuers.isEmpty()) {
            throw new IOException(folder + " has no certificate issuer");
        }
        return issuers;
    }

    private static KeyAndCertificate readIssuer(Path folder, EllipticCurve curve, Cryptography cryptography)
            throws IOException {
        return KeyFiles.read(
                folder.resolve(ISSUER_KEYS).resolve("ci-" + nameOf(curve) + ".key.pem"),
                certificateIssuer(folder, curve),
                cryptography);
    }

    static Path certificateIssuer(Path folder, EllipticCurve curve) {
        return folder.resolve(ISSUERS).resolve("ci-" + nameOf(curve) + ".der");
    }

    static KeyAndCertificate readEum(Path folder, EllipticCurve curve, Cryptography cryptography) throws IOException {
        Path euiccs = folder.resolve("euicc-" + nameOf(curve));
        return KeyFiles.read(euiccs.resolve("eum.key.pem"), euiccs.resolve("eum.der"), cryptography);
    }

    /** Writes all files, over those that are there. */
    public void write(TestPki pki) throws IOException {
        try {
            for (RspPki rsp : pki.byCurve().values()) {
                String curve = nameOf(rsp.curve());
                KeyFiles.certificate(
                        root.resolve(ISSUERS),
                        "ci-" + curve,
                        rsp.certificateIssuer().certificate());
                KeyFiles.privateKey(
                        root.resolve(ISSUER_KEYS).resolve("ci-" + curve + ".key.pem"),
                        rsp.certificateIssuer().privateKey());
                if (pki.parameters().curves().contains(rsp.curve())) {
                    writeRsp(rsp, curve);
                }
            }
            writeListeners(pki);
            writeClient(pki, "operator", pki.operator(), pki.operatorAuthority());
            writeFactory(pki);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write the test PKI", e);
        }
    }

    private void writeRsp(RspPki rsp, String curve) throws IOException, GeneralSecurityException {
        Map<String, KeyAndCertificate[]> entries = new LinkedHashMap<>();
        entries.put("dpauth", new KeyAndCertificate[] {rsp.dpAuth(), rsp.certificateIssuer()});
        entries.put("dppb", new KeyAndCertificate[] {rsp.dpPb(), rsp.certificateIssuer()});
        KeyFiles.keyStore(root.resolve("smdpplus/smdpplus-" + curve + ".p12"), passphrase, entries);
        Path euiccs = root.resolve("euicc-" + curve);
        KeyFiles.certificate(euiccs, "eum", rsp.eum().certificate());
        KeyFiles.privateKey(euiccs.resolve("eum.key.pem"), rsp.eum().privateKey());
        for (KeyAndCertificate euicc : rsp.euiccs()) {
            String eid = euicc.rspCertificate().eid().orElseThrow();
            KeyFiles.certificate(euiccs, eid, euicc.certificate());
            KeyFiles.privateKey(euiccs.resolve(eid + ".key.pem"), euicc.privateKey());
        }
    }

    private void writeListeners(TestPki pki) throws IOException, GeneralSecurityException {
        Path listeners = root.resolve("listeners");
        RspPki nist = pki.byCurve().get(EllipticCurve.NIST_P256);
        server(listeners.resolve("es9plus.p12"), pki.es9plus(), nist.certificateIssuer());
        RspPki brainpool = pki.byCurve().get(EllipticCurve.BRAINPOOL_P256R1);
        if (brainpool != null) {
            server(listeners.resolve("es9plus-brainpool.p12"), brainpool.dpTls(), brainpool.certificateIssuer());
        }
        server(listeners.resolve("es2plus.p12"), pki.es2plus(), pki.serverAuthority());
        server(listeners.resolve("console.p12"), pki.console(), pki.serverAuthority());
        KeyFiles.trustStore(
                listeners.resolve("operators.p12"),
                passphrase,
                "operators",
                pki.operatorAuthority().certificate());
    }

    private void writeFactory(TestPki pki) throws IOException, GeneralSecurityException {
        KeyFiles.trustStore(
                root.resolve("listeners/stations.p12"),
                passphrase,
                "stations",
                pki.stationAuthority().certificate());
        writeClient(pki, "station", pki.station(), pki.stationAuthority());
        Map<String, KeyAndCertificate[]> signers = new LinkedHashMap<>();
        for (Map.Entry<SigningKind, KeyAndCertificate> signer :
                pki.imageSigners().entrySet()) {
            String kind = signer.getKey().name().toLowerCase(Locale.ROOT);
            signers.put(kind, new KeyAndCertificate[] {signer.getValue()});
            KeyFiles.certificate(root.resolve("images"), kind, signer.getValue().certificate());
        }
        KeyFiles.keyStore(root.resolve("smdpplus/images.p12"), passphrase, signers);
    }

    /** The files of a client of a listener with mutual TLS. */
    private void writeClient(TestPki pki, String name, KeyAndCertificate client, KeyAndCertificate authority)
            throws IOException, GeneralSecurityException {
        Path folder = root.resolve(name);
        KeyFiles.keyStore(
                folder.resolve(name + ".p12"), passphrase, Map.of(name, new KeyAndCertificate[] {client, authority}));
        KeyFiles.certificate(folder, name, client.certificate());
        KeyFiles.privateKey(folder.resolve(name + ".key.pem"), client.privateKey());
        KeyFiles.certificate(folder, "server-ca", pki.serverAuthority().certificate());
        KeyFiles.trustStore(
                folder.resolve("server-ca.p12"),
                passphrase,
                "server",
                pki.serverAuthority().certificate());
    }

    private void server(Path file, KeyAndCertificate server, KeyAndCertificate issuer)
            throws IOException, GeneralSecurityException {
        KeyFiles.keyStore(file, passphrase, Map.of("server", new KeyAndCertificate[] {server, issuer}));
    }
}
