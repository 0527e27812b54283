package org.mintline.device.factory.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mintline.device.command.DeviceCommand;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.image.SigningKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./mintline device factory}: the reference device of a factory, with a software eUICC in it. */
@Command(
        name = "factory",
        mixinStandardHelpOptions = true,
        description = "The reference device of a factory: keeps profile images and installs them when it boots."
                + " Its own files are in the folder 'factory' of its eUICC.")
public final class FactoryDeviceCommand {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private DeviceCommand device;

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a device around an eUICC: its key set out of the master's, a device key, a security area.")
    int create(
            @Option(
                            names = "--keys",
                            required = true,
                            paramLabel = "FILE",
                            description = "master key set, as 'station keys' makes it")
                    Path master,
            @Mixin PassphraseOption passphrase,
            @Option(
                            names = "--signer",
                            required = true,
                            paramLabel = "CERT",
                            description =
                                    "certificate (DER) of a signing key that is trusted; may be given several times")
                    List<Path> signers,
            @Mixin EuiccReaderOption reader,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description = "images that it accepts: commercial or development (default: what the first"
                                    + " certificate is for)")
                    SigningKind kind)
            throws IOException {
        SigningKind accepted = kind == null ? ImageKeys.trusted(signers.get(0)).kind() : kind;
        deviceFolder()
                .create(
                        slot(reader),
                        new KeySetFile(master, passphrase.passphrase()).keySet(),
                        passphrase.passphrase(),
                        signers,
                        accepted);
        out().println("made a device in " + root() + "; its public key is device.pub.pem");
        return 0;
    }

    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description = "Switches the device on: it boots, and answers a station until it is stopped.")
    int serve(@Mixin DeviceEndOptions end, @Mixin EuiccReaderOption reader, @Mixin PassphraseOption passphrase)
            throws IOException {
        FactoryDevice opened = open(passphrase, reader);
        end.run(opened, new DeviceProcess(opened, told -> {
            out().println(told);
            out().flush();
        }));
        return 0;
    }

    @Command(
            name = "boot",
            mixinStandardHelpOptions = true,
            description = "Switches the device on once, without a station.")
    int boot(@Mixin EuiccReaderOption reader, @Mixin PassphraseOption passphrase) throws IOException {
        Optional<InstallationReport> report = open(passphrase, reader).boot();
        out().println(report.map(InstallationReport::detail).orElse("no image waits"));
        return report.isEmpty() || report.get().isInstalled() ? 0 : 1;
    }

    @Command(
            name = "mode",
            mixinStandardHelpOptions = true,
            description = "What the user chooses at the device: profiles from images, from packets, or whatever comes.")
    int mode(
            @Parameters(paramLabel = "MODE", description = "image, packets or any") ModeChoice choice,
            @Mixin EuiccReaderOption reader,
            @Mixin PassphraseOption passphrase)
            throws IOException {
        FactoryDevice opened = open(passphrase, reader);
        opened.userInput(choice.mode());
        InstallationMode mode = opened.mode().mode();
        out().println("the device takes profiles from " + (mode == InstallationMode.IMAGE ? "images" : "packets")
                + (opened.mode().chosen() ? "" : ", until something else comes"));
        return 0;
    }

    private FactoryDevice open(PassphraseOption passphrase, EuiccReaderOption reader) throws IOException {
        return deviceFolder().open(slot(reader), passphrase.passphrase());
    }

    private EuiccSlot slot(EuiccReaderOption reader) throws IOException {
        Optional<EuiccSlot> inReader = reader.slot();
        return inReader.isPresent() ? inReader.get() : EuiccSlot.of(device.open());
    }

    private DeviceFolder deviceFolder() {
        return new DeviceFolder(root());
    }

    private Path root() {
        return device.folder().resolve("factory");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
