package org.mintline.device.profile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mintline.rsp.profilepackage.check.Finding;
import org.mintline.rsp.profilepackage.check.Finding.Severity;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline profile check}: the findings of the check. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks packages against the rules of the interoperable format.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors (warnings are allowed)", "1:errors, or a file that is no package", "2:wrong usage"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Packages or templates.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean sound = true;
        for (Path file : files) {
            List<Finding> findings = PackageCheck.findings(PackageFile.read(file));
            findings.forEach(finding -> out.println(file.getFileName() + ": " + finding));
            long errors = findings.stream()
                    .filter(f -> f.severity() == Severity.ERROR)
                    .count();
            out.println(file.getFileName() + ": " + errors + " errors, " + (findings.size() - errors) + " warnings");
            sound &= PackageCheck.isSound(findings);
        }
        out.flush();
        return sound ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
