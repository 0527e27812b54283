package org.mintline.device.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.fpa.FactoryProfileAssistant;
import org.mintline.device.fpa.FactoryProfileAssistant.Outcome;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.HttpsLocalServer;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.lpa.Lpa;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.ServerAddress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline fpa}: the Factory Profile Assistant (SGP.41). */
@Command(
        name = "fpa",
        mixinStandardHelpOptions = true,
        description = {
            "The Factory Profile Assistant: takes profiles from a local provisioning server into eUICCs, several at once.",
            "Exit code 0 only if every eUICC was served and no profile failed. Whatever stopped it, run it again."
        })
public final class FpaCommand implements Callable<Integer> {
    private static final String IMEI = "35290611000000";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--server",
            defaultValue = "smdpplus.mintline.test:8448",
            paramLabel = "HOST[:PORT]",
            description = "the local provisioning server, by the name that it signs (default: ${DEFAULT-VALUE})")
    private String server;

    @Option(
            names = "--connect-to",
            paramLabel = "NAME=HOST:PORT",
            description = "where the server is reached, in place of the DNS")
    private List<String> connectTo;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "PKCS#12 file with the assistant's key and certificate")
    private Path keys;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "PKCS#12 file with the CA of the server")
    private Path trust;

    @Option(
            names = "--passphrase-env",
            defaultValue = "KEY_STORE_PASSWORD",
            paramLabel = "NAME",
            description = "environment variable with the passphrase of both (default: ${DEFAULT-VALUE})")
    private String passphraseVariable;

    @Option(
            names = "--parallel",
            defaultValue = "4",
            description = "how many eUICCs at once (default: ${DEFAULT-VALUE})")
    private int parallel;

    @ArgGroup(multiplicity = "1")
    private Which which;

    static final class Which {
        @Option(
                names = "--euicc",
                paramLabel = "DIR",
                description = "folder of a software eUICC; may be given several times")
        private List<Path> euiccs;

        @Option(names = "--lot", paramLabel = "DIR", description = "all eUICCs in the folders of this folder")
        private Path lot;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (parallel < 1 || parallel > 100) {
            throw new IOException("1 to 100 eUICCs are served at once");
        }
        FactoryProfileAssistant assistant = assistant();
        List<Path> folders = which.lot == null ? which.euiccs : EuiccFolder.foldersIn(which.lot);
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<Served>> running = folders.stream()
                    .map(folder -> threads.submit(() -> serve(assistant, folder)))
                    .toList();
            int well = 0;
            for (int i = 0; i < running.size(); i++) {
                well += isWell(folders.get(i), running.get(i)) ? 1 : 0;
            }
            out().println(well + " of " + folders.size() + " eUICCs served");
            return well == folders.size() ? 0 : 1;
        } finally {
            threads.shutdown();
        }
    }

    private static Served serve(FactoryProfileAssistant assistant, Path folder) throws IOException {
        Euicc euicc = new EuiccFolder(folder).open();
        return assistant.serve(euicc::transmit);
    }

    private boolean isWell(Path folder, Future<Served> running) throws InterruptedException {
        try {
            Served served = running.get();
            out().println(served.eid() + ": " + served.outcomes().size() + " profiles"
                    + (served.notifications() > 0 ? ", " + served.notifications() + " results from before" : "")
                    + (served.keysDeleted() ? ", unused keys deleted" : ""));
            for (Outcome outcome : served.outcomes()) {
                out().println("  " + outcome.iccid() + " " + outcome.failure().orElse("installed"));
            }
            return served.isWell();
        } catch (ExecutionException e) {
            out().println(folder + ": " + e.getCause().getMessage());
            return false;
        }
    }

    private FactoryProfileAssistant assistant() throws IOException {
        ServerAddress address = ServerAddress.parse(server);
        String passphrase = Optional.ofNullable(System.getenv(passphraseVariable))
                .orElseThrow(() -> new IOException("the environment variable " + passphraseVariable + " is not set"));
        HttpsClient client = new HttpsClient(
                address.host().toString(),
                ConnectTo.parse(connectTo == null ? List.of() : connectTo).of(address),
                OperatorIdentity.read(keys, trust, passphrase.toCharArray()).context());
        return new FactoryProfileAssistant(
                new HttpsLocalServer(client), address.host().toString(), Lpa.deviceInfo(Imei.withCheckDigit(IMEI)));
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
