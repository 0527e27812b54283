package org.mintline.device.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.DownloadRequest;
import org.mintline.device.lpa.DownloadResult;
import org.mintline.device.lpa.EndUser;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.lpa.RspServers;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileState;
import org.mintline.rsp.es10.ResetOption;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.identification.ActivationCode;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.tlv.NamedNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./mintline device}: a software eUICC with its LPA. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = "A software eUICC and its LPA: create, download, enable, serve to other programs.",
        subcommands = {ServeCommand.class, PreloadCommand.class})
public final class DeviceCommand {
    private static final String IMEI = "35290611000000";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--euicc",
            defaultValue = "${env:MINTLINE_HOME:-.mintline}/euicc",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "folder of the eUICC (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes an eUICC out of a test PKI.")
    int create(
            @Option(names = "--pki", required = true, paramLabel = "DIR", description = "folder of the test PKI")
                    Path pki,
            @Option(names = "--eid", description = "which eUICC of the PKI (default: the first)") Optional<String> eid,
            @Option(
                            names = "--memory",
                            defaultValue = "" + EuiccFolder.DEFAULT_MEMORY,
                            description = "memory for profiles in bytes (default: ${DEFAULT-VALUE})")
                    int memory,
            @Option(names = "--default-smdp", paramLabel = "FQDN", description = "default SM-DP+ address")
                    Optional<String> defaultDpAddress,
            @Option(
                            names = "--block-lpa",
                            description =
                                    "downloads over ES9+ and profile management wait until no preloaded key remains")
                    boolean blockLpa)
            throws IOException {
        EuiccFolder made = new EuiccFolder(folder);
        made.create(pki, eid, memory, defaultDpAddress);
        if (blockLpa) {
            made.blockLpaWhileKeysRemain();
        }
        return info();
    }

    @Command(name = "info", mixinStandardHelpOptions = true, description = "Shows what the eUICC says of itself.")
    int info() throws IOException {
        try (Es10 es10 = es10()) {
            EuiccInfo2 info = es10.getEuiccInfo2();
            out().println("EID                " + es10.getEid().digits());
            out().println("SGP.22             " + info.svn());
            out().println("profile package    " + info.profileVersion());
            out().println("free memory        "
                    + info.resources().freeNonVolatileMemory().orElse(0) + " bytes");
            out().println("CI keys            " + info.euiccCiPKIdListForVerification());
            out().println("default SM-DP+     "
                    + es10.getEuiccConfiguredAddresses().defaultDpAddress().orElse("none"));
            out().println("root SM-DS         "
                    + es10.getEuiccConfiguredAddresses().rootDsAddress());
        }
        return 0;
    }

    @Command(name = "download", mixinStandardHelpOptions = true, description = "Downloads and installs a profile.")
    int download(
            @Option(
                            names = "--activation-code",
                            paramLabel = "CODE",
                            description = "LPA:1$... (default: ask the default SM-DP+)")
                    Optional<String> activationCode,
            @Option(names = "--confirmation-code", description = "what the operator gave beside it")
                    Optional<String> confirmationCode,
            @Option(
                            names = "--connect-to",
                            paramLabel = "NAME=HOST:PORT",
                            description = "where a server is reached, in place of the DNS")
                    List<String> connectTo,
            @Option(
                            names = "--binding",
                            defaultValue = "JSON",
                            description = "JSON or ASN1 (default: ${DEFAULT-VALUE})")
                    RspServers.Binding binding)
            throws IOException {
        Lpa lpa = lpa(connectTo, binding);
        EndUser endUser = EndUser.of(confirmationCode);
        DownloadResult result = activationCode.isPresent()
                ? lpa.download(DownloadRequest.of(ActivationCode.parse(activationCode.get())), endUser)
                : lpa.downloadFromDefault(endUser);
        if (!result.isInstalled()) {
            throw new IOException("the eUICC did not install the profile: "
                    + result.errorReason().map(Enum::name).orElse("no reason given"));
        }
        out().println("installed " + result.profile().iccid().digits() + " "
                + result.profile().serviceProviderName() + " "
                + result.profile().profileName());
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the profiles.")
    int list() throws IOException {
        try (Es10 es10 = es10()) {
            for (ProfileInfo profile : es10.getProfilesInfo()) {
                out().println(line(profile));
            }
        }
        return 0;
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Enables a profile.")
    int enable(@Parameters(paramLabel = "ICCID") String iccid) throws IOException {
        try (Es10 es10 = es10()) {
            return report(es10.enableProfile(Iccid.parse(iccid)));
        }
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Disables a profile.")
    int disable(@Parameters(paramLabel = "ICCID") String iccid) throws IOException {
        try (Es10 es10 = es10()) {
            return report(es10.disableProfile(Iccid.parse(iccid)));
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a profile.")
    int delete(@Parameters(paramLabel = "ICCID") String iccid) throws IOException {
        try (Es10 es10 = es10()) {
            return report(es10.deleteProfile(Iccid.parse(iccid)));
        }
    }

    @Command(name = "nickname", mixinStandardHelpOptions = true, description = "Gives a profile a nickname.")
    int nickname(@Parameters(paramLabel = "ICCID") String iccid, @Parameters(paramLabel = "TEXT") String nickname)
            throws IOException {
        try (Es10 es10 = es10()) {
            return report(es10.setNickname(Iccid.parse(iccid), nickname));
        }
    }

    @Command(
            name = "notifications",
            mixinStandardHelpOptions = true,
            description = "Lists the notifications, and delivers them if told to.")
    int notifications(
            @Option(names = "--deliver", description = "deliver them") boolean deliver,
            @Option(names = "--connect-to", paramLabel = "NAME=HOST:PORT", description = "where a server is reached")
                    List<String> connectTo)
            throws IOException {
        if (deliver) {
            int left = lpa(connectTo, RspServers.Binding.JSON).deliverNotifications();
            out().println(left + " not delivered");
            return left == 0 ? 0 : 1;
        }
        try (Es10 es10 = es10()) {
            for (PendingNotification notification : es10.retrieveNotificationsList()) {
                NotificationMetadata metadata = notification.notificationMetadata();
                out().println(metadata.seqNumber() + " " + metadata.profileManagementOperation() + " "
                        + metadata.iccid().map(Iccid::digits).orElse("-") + " " + metadata.notificationAddress());
            }
        }
        return 0;
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, description = "Deletes all profiles.")
    int reset() throws IOException {
        Set<ResetOption> all = EnumSet.allOf(ResetOption.class);
        try (Es10 es10 = es10()) {
            return report(es10.euiccMemoryReset(all));
        }
    }

    @Command(
            name = "default-smdp",
            mixinStandardHelpOptions = true,
            description = "Sets the default SM-DP+ address; an empty one clears it.")
    int defaultSmdp(@Parameters(paramLabel = "FQDN") String address) throws IOException {
        try (Es10 es10 = es10()) {
            es10.setDefaultDpAddress(address);
        }
        return 0;
    }

    @Command(
            name = "delete-unused-keys",
            mixinStandardHelpOptions = true,
            description = "Erases the preloaded keys that nothing was installed with; the eUICC signs which they are.")
    int deleteUnusedKeys(
            @Option(names = "--out", paramLabel = "FILE", description = "takes the signed answer, for the SM-DP+s")
                    Optional<Path> file)
            throws IOException {
        try (Es10 es10 = es10()) {
            DeleteUnusedKeysResponse response = es10.deleteUnusedKeys();
            response.signed().keyIdentifiers().forEach(out()::println);
            if (file.isPresent()) {
                Files.write(file.get(), response.encoded());
            }
        }
        return 0;
    }

    /** The folder of the eUICC. */
    public Path folder() {
        return folder;
    }

    /** Switches the eUICC on. */
    public Euicc open() throws IOException {
        return new EuiccFolder(folder).open();
    }

    private Es10 es10() throws IOException {
        return new Es10(open()::transmit);
    }

    private Lpa lpa(List<String> connectTo, RspServers.Binding binding) throws IOException {
        Euicc euicc = open();
        ConnectTo addresses = ConnectTo.parse(connectTo == null ? List.of() : connectTo);
        RspServers servers = new RspServers(euicc.configuration().ciCertificates(), addresses, binding);
        return new Lpa(euicc::transmit, servers, Lpa.deviceInfo(Imei.withCheckDigit(IMEI)), step -> out().println(
                        step.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private int report(NamedNumber result) {
        out().println(result.toString().toLowerCase(Locale.ROOT).replace('_', ' '));
        return result.number() == 0 ? 0 : 1;
    }

    private static String line(ProfileInfo profile) {
        boolean enabled =
                profile.profileState().filter(ProfileState.ENABLED::equals).isPresent();
        return profile.iccid().map(Iccid::digits).orElse("-") + (enabled ? " enabled  " : " disabled ")
                + profile.serviceProviderName().orElse("") + " / "
                + profile.profileNickname().or(profile::profileName).orElse("");
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
