package org.mintline.device.cli;

import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.mintline.device.bench.BenchCommand;
import org.mintline.device.command.DeviceCommand;
import org.mintline.device.command.FpaCommand;
import org.mintline.device.command.OperatorCommand;
import org.mintline.device.demo.DemoCommand;
import org.mintline.device.demo.factory.FactoryDemoCommand;
import org.mintline.device.factory.command.FactoryDeviceCommand;
import org.mintline.device.factory.command.StationCommand;
import org.mintline.device.image.ImageCommand;
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
            FactoryDemoCommand.class,
            DeviceCommand.class,
            FpaCommand.class,
            ImageCommand.class,
            OperatorCommand.class,
            PkiCommand.class,
            ProfileCommand.class,
            StationCommand.class,
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
        CommandLine commandLine = new CommandLine(new Mintline());
        commandLine.getSubcommands().get("device").addSubcommand(FactoryDeviceCommand.class);
        return commandLine
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Mintline::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("MINTLINE_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println("mintline: " + reason(failure));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** In words also where the exception's message is a mere file name or nothing. */
    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof FileAlreadyExistsException existing) {
            return "there is something at " + existing.getFile() + " already";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no access to " + denied.getFile();
        }
        if (failure instanceof UnknownHostException unknown) {
            return "no address is known for " + unknown.getMessage();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
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
