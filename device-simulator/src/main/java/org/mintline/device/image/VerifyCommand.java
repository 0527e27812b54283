package org.mintline.device.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mintline.rsp.image.VerifiedImage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline image verify}: whether an image is whole and signed by somebody trusted. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks that an image is whole, of the right kind, and signed by a key that is trusted.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The image.")
    private Path file;

    @Mixin
    private SignerOptions signer;

    @Override
    public Integer call() throws IOException {
        VerifiedImage image = ImageFile.verify(file, signer.certificates, signer.kind);
        PrintWriter out = spec.commandLine().getOut();
        out.print(ImageFile.text(image.header(), image.packets(), image.length()));
        out.println("signature  good");
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
