package org.mintline.device.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.device.command.EuiccFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline demo}, once the server runs. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "A profile from order to device, against the server that ./mintline started.")
public final class DemoCommand implements Callable<Integer> {
    private static final int MEMORY = 4_000_000;

    @Spec
    private CommandSpec command;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the state folder of the server")
    private Path home;

    @Option(names = "--port-offset", defaultValue = "0", description = "what is added to each port")
    private int portOffset;

    @Option(names = "--address", defaultValue = "smdpplus.mintline.test", description = "address of the SM-DP+")
    private String address;

    @Option(names = "--package", paramLabel = "FILE", description = "deliver this profile package (DER)")
    private Optional<Path> profilePackage;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = new Installation(home, portOffset, address);
        ProfileSource source = profilePackage.isPresent()
                ? ProfileSource.ofPackage(profilePackage.get())
                : ProfileSource.ownTemplate();
        new Demo(installation, new Narrator(out))
                .play(source, euicc(installation).open());
        out.println("The profile is installed and enabled, and the operator knows.");
        return 0;
    }

    /**
     * The demo's card: the same one each time, as its notifications are numbered for life; the last of the PKI, so that the first is
     * free for {@code ./mintline device create}.
     */
    private EuiccFolder euicc(Installation installation) throws IOException {
        Path folder = installation.pki().resolve("demo-euicc");
        EuiccFolder euicc = new EuiccFolder(folder);
        if (!Files.exists(folder)) {
            List<String> eids = EuiccFolder.eids(installation.pki());
            euicc.create(installation.pki(), Optional.of(eids.get(eids.size() - 1)), MEMORY, Optional.empty());
        }
        return euicc;
    }
}
