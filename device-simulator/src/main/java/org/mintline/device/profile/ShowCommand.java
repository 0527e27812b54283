package org.mintline.device.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mintline.rsp.profilepackage.PackageText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline profile show}: the tree of a package. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a package as a tree, with values in words.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The package or template.")
    private Path file;

    @Option(names = "--secrets", description = "Show keys, PINs and PUKs, which are masked otherwise.")
    private boolean secrets;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(PackageText.of(PackageFile.read(file), secrets));
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
