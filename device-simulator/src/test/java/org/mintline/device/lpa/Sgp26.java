package org.mintline.device.lpa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;

/** The published test certificates and keys of SGP.26, and the generic test profiles of TS.48. */
public final class Sgp26 {
    /** An instant at which all the certificates are valid. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Path DATA = Path.of(System.getProperty("mintline.material", "none"));
    private static final Path ROOT = DATA.resolve("sgp26");

    /** Why a test is skipped. */
    static final String MISSING = "published material is not in " + ROOT;

    private Sgp26() {}

    /** Whether the material is there. */
    static boolean isHere() {
        return Files.isDirectory(ROOT);
    }

    /** Skips a test where the material is not there. */
    public static void assumeHere() {
        assumeTrue(isHere(), MISSING);
    }

    /** An eUICC with the test key and certificate of SGP.26. */
    public static EuiccConfiguration euicc() {
        RspCertificate euicc = certificate("eUICC/CERT_EUICC_ECDSA_NIST.der");
        RspCertificate ci = certificate("CertificateIssuer/CERT_CI_ECDSA_NIST.der");
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(ci.subjectKeyIdentifier().orElseThrow()),
                key("eUICC/SK_EUICC_ECDSA_NIST.pem"),
                euicc.encoded(),
                certificate("EUM/CERT_EUM_ECDSA_NIST.der").encoded());
        return EuiccConfiguration.of(
                new Eid(euicc.eid().orElseThrow()),
                List.of(ci, certificate("CertificateIssuer/CERT_CI_ECDSA_BRP.der")),
                List.of(credentials));
    }

    /** A certificate of the folder. */
    public static RspCertificate certificate(String file) {
        return RspCertificate.decode(read(ROOT.resolve(file)));
    }

    /** A private key of the folder. */
    public static PrivateKey key(String file) {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file));
                PEMParser parser = new PEMParser(reader)) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PEMKeyPair pair) {
                    return Cryptography.system()
                            .decodePrivateKey(pair.getPrivateKeyInfo().getEncoded());
                }
            }
            throw new IllegalStateException("there is no key in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generic test profile. */
    public static byte[] profile(String name) {
        return read(DATA.resolve("ts48").resolve(name));
    }

    /** The names of the generic test profiles. */
    public static List<String> profiles() {
        assumeHere();
        try (var files = Files.list(DATA.resolve("ts48"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".der"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
