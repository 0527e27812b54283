package org.mintline.device.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mintline.device.es2plus.Es2PlusClient;
import org.mintline.device.es2plus.Es2PlusClient.ConfirmOrder;
import org.mintline.device.es2plus.Es2PlusClient.DownloadOrder;
import org.mintline.device.es2plus.Es2PlusClient.OrderConfirmed;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.identification.ServerAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./mintline operator}: the operator's side of ES2+. */
@Command(
        name = "operator",
        mixinStandardHelpOptions = true,
        description = "The operator's side of ES2+: order, cancel, receive notifications.")
public final class OperatorCommand {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--keys",
            required = true,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "PKCS#12 file with the operator's key and certificate")
    private Path keys;

    @Option(
            names = "--trust",
            required = true,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "PKCS#12 file with the CA of the SM-DP+")
    private Path trust;

    @Option(
            names = "--passphrase-env",
            defaultValue = "KEY_STORE_PASSWORD",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "environment variable with the passphrase of both (default: ${DEFAULT-VALUE})")
    private String passphraseVariable;

    @Option(
            names = "--name",
            defaultValue = "operator1",
            scope = ScopeType.INHERIT,
            description = "functionRequesterIdentifier, as the certificate names it (default: ${DEFAULT-VALUE})")
    private String name;

    @Option(
            names = "--server",
            defaultValue = "smdpplus.mintline.test:8444",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST[:PORT]",
            description = "the SM-DP+ on ES2+ (default: ${DEFAULT-VALUE})")
    private String server;

    @Option(
            names = "--connect-to",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME=HOST:PORT",
            description = "where the server is reached, in place of the DNS")
    private List<String> connectTo;

    @Command(
            name = "order",
            mixinStandardHelpOptions = true,
            description = "Orders, confirms and releases a profile; shows its activation code.")
    int order(
            @Option(names = "--profile-type", description = "any profile of this type") Optional<String> profileType,
            @Option(names = "--iccid", description = "this profile") Optional<String> iccid,
            @Option(names = "--eid", description = "for this eUICC only") Optional<String> eid,
            @Option(names = "--matching-id", description = "Activation Code Token of one's own choice")
                    Optional<String> matchingId,
            @Option(names = "--confirmation-code", description = "what the end user has to type")
                    Optional<String> confirmationCode)
            throws IOException {
        Es2PlusClient client = client();
        String ordered = client.downloadOrder(new DownloadOrder(eid, iccid, profileType));
        OrderConfirmed confirmed =
                client.confirmOrder(new ConfirmOrder(ordered, eid, matchingId, confirmationCode, true));
        String address = confirmed
                .smdpAddress()
                .orElse(ServerAddress.parse(server).host().toString());
        out().println("ICCID            " + ordered);
        out().println("activation code  LPA:1$" + address + "$" + confirmed.matchingId()
                + (confirmationCode.isPresent() ? "$$1" : ""));
        return 0;
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Cancels an order.")
    int cancel(
            @Parameters(paramLabel = "ICCID") String iccid,
            @Option(names = "--eid", description = "the eUICC of the order") Optional<String> eid,
            @Option(names = "--matching-id", description = "the MatchingID of the order") Optional<String> matchingId,
            @Option(
                            names = "--final",
                            defaultValue = "Available",
                            description = "Available or Unavailable (default: ${DEFAULT-VALUE})")
                    String finalProfileStatusIndicator)
            throws IOException {
        client().cancelOrder(iccid, eid, matchingId, finalProfileStatusIndicator);
        return 0;
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Releases a confirmed profile.")
    int release(@Parameters(paramLabel = "ICCID") String iccid) throws IOException {
        client().releaseProfile(iccid);
        return 0;
    }

    @Command(
            name = "receive",
            mixinStandardHelpOptions = true,
            description = "Shows the notifications of the SM-DP+ until it is interrupted.")
    int receive(
            @Option(
                            names = "--port",
                            defaultValue = "8446",
                            description = "port on the loopback address (default: ${DEFAULT-VALUE})")
                    int port)
            throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        try (ProgressInfoReceiver receiver =
                new ProgressInfoReceiver(address, identity().context(), this::show)) {
            out().println("listening on port " + receiver.port());
            out().flush();
            Thread.currentThread().join();
        }
        return 0;
    }

    private void show(ProgressInfo info) {
        out().println(info.timestamp() + "  " + info.iccid() + "  "
                + info.eid().map(eid -> "EID " + eid + "  ").orElse("") + info.notificationPointId() + " "
                + info.point()
                + "  " + info.status());
        out().flush();
    }

    private Es2PlusClient client() throws IOException {
        ServerAddress address = ServerAddress.parse(server);
        ConnectTo addresses = ConnectTo.parse(connectTo == null ? List.of() : connectTo);
        HttpsClient https = new HttpsClient(
                address.host().toString(), addresses.of(address), identity().context());
        return new Es2PlusClient(https, name);
    }

    private OperatorIdentity identity() throws IOException {
        String passphrase = System.getenv(passphraseVariable);
        if (passphrase == null) {
            throw new IOException("the environment variable " + passphraseVariable + " is not set");
        }
        return OperatorIdentity.read(keys, trust, passphrase.toCharArray());
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
