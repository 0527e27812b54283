package org.mintline.device.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mintline image keys}: fresh keys for trials. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes fresh keys for trials: one for commercial, one for development images, and a device's.")
final class KeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        ImageKeys.write(folder, Cryptography.system(), Clock.systemUTC().instant());
        PrintWriter out = spec.commandLine().getOut();
        out.println("signing keys (commercial, development) and a device key written to " + folder);
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
