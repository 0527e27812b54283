package org.mintline.device.image;

import java.nio.file.Path;
import java.util.List;
import org.mintline.rsp.image.SigningKind;
import picocli.CommandLine.Option;

/** Whose images are accepted. */
final class SignerOptions {
    @Option(
            names = "--signer",
            required = true,
            paramLabel = "CERT",
            description = "Certificate (DER) of a signing key that is trusted; may be given several times.")
    List<Path> certificates;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What is accepted, as on a device: commercial or development images."
                    + " Without it, what the first certificate is for.")
    SigningKind kind;
}
