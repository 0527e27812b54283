package org.mintline.device.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mintline.rsp.profilepackage.PackageDifference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline profile diff}: what two packages do not have in common. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compares two packages, element by element.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the packages are equal", "1:they differ, or a file is no package", "2:wrong usage"})
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A package or template.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "A package or template.")
    private Path after;

    @Option(names = "--secrets", description = "Show keys, PINs and PUKs, which are masked otherwise.")
    private boolean secrets;

    @Override
    public Integer call() throws IOException {
        List<PackageDifference> differences =
                PackageDifference.between(PackageFile.read(before), PackageFile.read(after), secrets);
        differences.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return differences.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
