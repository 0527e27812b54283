package org.mintline.device.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.personalisation.Personalisation;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationDataBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mintline profile personalise}: a package with one subscriber's data. */
@Command(
        name = "personalise",
        mixinStandardHelpOptions = true,
        description = "Puts a subscriber's data into a package or template.",
        footer = {
            "",
            "Columns: iccid, imsi, ki with opc or op, k with topc and number-of-keccak, pin1, pin2, puk1, puk2, adm1, msisdn,",
            "spn, service-centre, impi, impu, domain, and key-VV-II for key version VV and key identifier II of the operator's",
            "security domain. Keys are written in hexadecimal digits; put them into a data file, not on the command line."
        })
final class PersonaliseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The package or template.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the personalised package goes.")
    private Path output;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            description = "A text file with one column=value a line; # begins a comment.")
    private Path data;

    @Option(names = "--set", paramLabel = "COLUMN=VALUE", description = "One value; may be repeated.")
    private List<String> values = List.of();

    @Override
    public Integer call() throws IOException {
        PersonalisationDataBuilder builder = PersonalisationData.builder();
        if (data != null) {
            List<String> lines = new String(PackageFile.bytes(data), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(line -> set(builder, line));
        }
        values.forEach(value -> set(builder, value));
        PersonalisationData subscriber = builder.build();
        if (subscriber.subjects().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is nothing to personalise: give --data or --set");
        }
        ProfilePackage personalised = Personalisation.personalise(PackageFile.read(file), subscriber);
        PackageFile.write(output, personalised);
        spec.commandLine().getOut().println(output + ": set " + subscriber.subjects());
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private void set(PersonalisationDataBuilder builder, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new ParameterException(spec.commandLine(), "a value is written as column=value");
        }
        builder.column(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
}
