package org.mintline.device.profile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.Finding;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline profile compile}: a package of a template. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Compiles a template into a package, and checks it.")
final class CompileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TEMPLATE", arity = "0..1", description = "The template; Mintline's own if none is given.")
    private Path template;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the package goes.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        ProfilePackage profile =
                template == null ? TemplateCompiler.compile(DefaultTemplate.yaml()) : PackageFile.read(template);
        List<Finding> findings = PackageCheck.findings(profile);
        PrintWriter err = spec.commandLine().getErr();
        findings.forEach(err::println);
        err.flush();
        if (!PackageCheck.isSound(findings)) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        PackageFile.write(output, profile);
        spec.commandLine()
                .getOut()
                .println(output + ": " + profile.elements().size() + " profile elements, " + profile.encoded().length
                        + " bytes");
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
