package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./mintline pki}: makes a test PKI. */
@Command(
        name = "pki",
        mixinStandardHelpOptions = true,
        description = "A test PKI: certificate issuer, SM-DP+, EUM, eUICCs, operator.")
public final class PkiCommand {
    @Spec
    private CommandSpec command;

    /** The curves to choose from on the command line. */
    public enum CurveChoice {
        /** NIST P-256 alone. */
        NIST(EnumSet.of(EllipticCurve.NIST_P256)),
        /** brainpoolP256r1 for RSP; TLS on NIST P-256 besides. */
        BRAINPOOL(EnumSet.of(EllipticCurve.BRAINPOOL_P256R1)),
        /** Both, as SGP.22 asks of an SM-DP+. */
        BOTH(EnumSet.allOf(EllipticCurve.class));

        private final Set<EllipticCurve> curves;

        CurveChoice(Set<EllipticCurve> curves) {
            this.curves = curves;
        }

        /** Whether a curve is among them. */
        public boolean includes(EllipticCurve curve) {
            return curves.contains(curve);
        }
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes fresh keys and certificates and writes them to a folder.")
    int create(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write to")
                    Path folder,
            @Option(
                            names = "--address",
                            defaultValue = "smdpplus.mintline.test",
                            paramLabel = "FQDN",
                            description = "host name of the SM-DP+ (default: ${DEFAULT-VALUE})")
                    String address,
            @Option(
                            names = "--oid",
                            defaultValue = "2.999.10",
                            description = "object identifier of the SM-DP+ (default: ${DEFAULT-VALUE})")
                    String smdpOid,
            @Option(
                            names = "--curve",
                            defaultValue = "both",
                            description = "nist, brainpool or both (default: ${DEFAULT-VALUE})")
                    CurveChoice curve,
            @Option(
                            names = "--ein",
                            defaultValue = TestPki.EIN,
                            description = "EIN of the EUM, 8 digits (default: ${DEFAULT-VALUE})")
                    String ein,
            @Option(
                            names = "--euiccs",
                            defaultValue = "1",
                            description = "how many eUICCs on each curve (default: ${DEFAULT-VALUE})")
                    int euiccs,
            @Option(
                            names = "--operator",
                            defaultValue = "operator1",
                            description =
                                    "common name of the operator's client certificate (default: ${DEFAULT-VALUE})")
                    String operator,
            @Option(
                            names = "--certificate-issuers-of",
                            paramLabel = "DIR",
                            description =
                                    "another test PKI, whose certificate issuers issue this one's certificates too"
                                            + " (default: fresh ones)")
                    Optional<Path> issuers,
            @Option(
                            names = "--passphrase-env",
                            defaultValue = "KEY_STORE_PASSWORD",
                            paramLabel = "NAME",
                            description = "environment variable with the passphrase of the PKCS#12 files"
                                    + " (default: ${DEFAULT-VALUE})")
                    String passphraseVariable)
            throws IOException {
        String passphrase = System.getenv(passphraseVariable);
        if (passphrase == null || passphrase.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "the environment variable " + passphraseVariable + " is not set");
        }
        TestPki.Parameters standard =
                TestPki.Parameters.of(address, Clock.systemUTC().instant());
        TestPki.Parameters parameters =
                new TestPki.Parameters(address, smdpOid, curve.curves, ein, euiccs, operator, standard.validFrom());
        Cryptography cryptography = Cryptography.system();
        TestPki pki = issuers.isPresent()
                ? TestPki.create(
                        cryptography, parameters, TestPkiFolder.certificateIssuers(issuers.get(), cryptography))
                : TestPki.create(cryptography, parameters);
        new TestPkiFolder(folder, passphrase.toCharArray()).write(pki);
        command.commandLine().getOut().println("test PKI for " + address + " written to " + folder);
        return 0;
    }
}
