package org.mintline.device.cli;

import org.mintline.device.bench.BenchCommand;
import org.mintline.device.command.DeviceCommand;
import org.mintline.device.command.OperatorCommand;
import org.mintline.device.demo.DemoCommand;
import org.mintline.device.pki.PkiCommand;
import org.mintline.device.profile.ProfileCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The main command that the script {@code ./mintline} starts for everything that is written in Java.
 *
 * <p>Exit codes: 0 done, 1 it did not work (the reason stands on the error stream), 2 wrong usage.
 */
@Command(
        name = "mintline",
        mixinStandardHelpOptions = true,
        versionProvider = Mintline.Version.class,
        description = "Open eSIM provisioning: profiles, devices, test PKI.",
        subcommands = {
            BenchCommand.class,
            DemoCommand.class,
            DeviceCommand.class,
            OperatorCommand.class,
            PkiCommand.class,
            ProfileCommand.class,
            HelpCommand.class
        })
public final class Mintline {
    private Mintline() {}

    /** Runs a subcommand and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all subcommands; tests use it in place of a process. */
    public static CommandLine commandLine() {
        return new CommandLine(new Mintline())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Mintline::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("MINTLINE_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        } else {
            String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            command.getErr().println("mintline: " + reason);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version of the jar this runs from. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Mintline.class.getPackage().getImplementationVersion();
            return new String[] {"Mintline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
