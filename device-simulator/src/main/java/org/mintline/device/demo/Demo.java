package org.mintline.device.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mintline.device.es2plus.Es2PlusClient;
import org.mintline.device.es2plus.Es2PlusClient.ConfirmOrder;
import org.mintline.device.es2plus.Es2PlusClient.DownloadOrder;
import org.mintline.device.es2plus.Es2PlusClient.OrderConfirmed;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.DownloadRequest;
import org.mintline.device.lpa.DownloadResult;
import org.mintline.device.lpa.EndUser;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.lpa.RspServers;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.identification.ActivationCode;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;

/** The story: an operator, its profile, its order, a device that downloads it, and the word of it back at the operator. */
final class Demo {
    private static final int INSTALLATION = 4;
    private static final int SECONDS_FOR_NOTIFICATION = 60;

    private final Installation installation;
    private final Narrator narrator;
    private final String type = "demo-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final BlockingQueue<ProgressInfo> notifications = new LinkedBlockingQueue<>();

    Demo(Installation installation, Narrator narrator) {
        this.installation = installation;
        this.narrator = narrator;
    }

    /**
     * Plays it.
     *
     * @param source what the profile is made from
     * @param euicc onto which it goes
     * @throws IOException if anything does not work
     */
    void play(ProfileSource source, Euicc euicc) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ProgressInfoReceiver receiver =
                new ProgressInfoReceiver(anyPort, installation.operator().context(), notifications::add)) {
            Subscriber subscriber = stock(source, receiver.port());
            ActivationCode code = order(subscriber.iccid());
            download(code, euicc);
            enable(euicc, subscriber.iccid());
            hearOfIt(subscriber.iccid());
        }
    }

    private Subscriber stock(ProfileSource source, int callbackPort) throws IOException {
        Administration administration = installation.administration();
        long operator = DemoOperator.register(installation, "https://localhost:" + callbackPort);
        narrator.step("Operator registered");
        narrator.value("name", DemoOperator.NAME);
        narrator.value("function requester", DemoOperator.FUNCTION_REQUESTER);

        Administration.Made made = administration.createProfileType(
                operator,
                new Administration.ProfileType(type, source.format(), source.content(), installation.smdpAddress()));
        narrator.step("Profile type made from " + source.name());
        narrator.value("package", made.packageBytes() + " bytes");
        narrator.value("can be personalised", String.join(", ", made.personalised()));

        Subscriber subscriber = Subscriber.fresh();
        Map<String, String> columns = source.isPersonalised() ? subscriber.columns() : Map.of();
        administration.addToStock(operator, type, subscriber.iccid().digits(), columns);
        narrator.step("Profile in stock");
        narrator.value("ICCID", subscriber.iccid().digits());
        if (source.isPersonalised()) {
            narrator.value("IMSI", subscriber.imsi());
        }
        narrator.value(
                "personalised", source.isPersonalised() ? "iccid, " + String.join(", ", columns.keySet()) : "iccid");
        return subscriber;
    }

    private ActivationCode order(Iccid iccid) throws IOException {
        Es2PlusClient es2plus =
                new Es2PlusClient(installation.operatorClient(installation.es2plus()), DemoOperator.FUNCTION_REQUESTER);
        String ordered = es2plus.downloadOrder(DownloadOrder.ofProfileType(type));
        narrator.step("ES2+.DownloadOrder over mutual TLS");
        narrator.value("ICCID", ordered);
        if (!Iccid.parse(ordered).padded().equals(iccid.padded())) {
            throw new IOException("the order is for another profile than the one in stock: " + ordered);
        }
        OrderConfirmed confirmed = es2plus.confirmOrder(ConfirmOrder.release(ordered));
        String text = "1$" + installation.smdpAddress() + "$" + confirmed.matchingId();
        narrator.step("ES2+.ConfirmOrder, released");
        narrator.value("activation code", "LPA:" + text);
        return ActivationCode.parse(text);
    }

    private void download(ActivationCode code, Euicc euicc) throws IOException {
        ConnectTo connectTo = new ConnectTo(Map.of(installation.smdpAddress(), installation.es9plus()));
        RspServers servers = new RspServers(euicc.configuration().ciCertificates(), connectTo, RspServers.Binding.JSON);
        Lpa lpa = new Lpa(
                euicc::transmit,
                servers,
                Lpa.deviceInfo(Imei.withCheckDigit("35290611000000")),
                step -> narrator.step(
                        "Device: " + step.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        DownloadResult result = lpa.download(DownloadRequest.of(code), EndUser.AGREEING);
        if (!result.isInstalled()) {
            throw new IOException("the eUICC did not install the profile: "
                    + result.errorReason().map(Enum::name).orElse("no reason given"));
        }
        narrator.step("Device: profile installed, disabled as yet");
        ProfileInstallationResultData data = result.installation().profileInstallationResultData();
        narrator.value("transaction", data.transactionId());
        narrator.value("notification number", data.notificationMetadata().seqNumber());
        if (data.finalResult() instanceof FinalResult.SuccessResult success) {
            narrator.value("AID of the ISD-P", HexFormat.of().formatHex(success.aid()));
        }
    }

    private void enable(Euicc euicc, Iccid iccid) throws IOException {
        try (Es10 es10 = new Es10(euicc::transmit)) {
            es10.enableProfile(iccid);
        }
        try (Es10 es10 = new Es10(euicc::transmit)) {
            ProfileInfo profile = es10.getProfilesInfo().stream()
                    .filter(candidate -> candidate.iccid().filter(iccid::equals).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IOException("the eUICC does not list the profile"));
            narrator.step("Profile on the eUICC, enabled");
            narrator.value("EID", es10.getEid().digits());
            narrator.value("ICCID", iccid.digits());
            narrator.value("service provider", profile.serviceProviderName().orElse(""));
            narrator.value("state", profile.profileState().map(Enum::name).orElse(""));
        }
    }

    /** Waits for the call that tells of the installation. */
    private void hearOfIt(Iccid iccid) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_NOTIFICATION);
        try {
            Optional<ProgressInfo> heard = Optional.empty();
            while (heard.filter(info -> info.notificationPointId() == INSTALLATION && isOf(iccid, info))
                    .isEmpty()) {
                heard = Optional.ofNullable(notifications.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS));
                ProgressInfo info = heard.orElseThrow(
                        () -> new IOException("the operator was not told of the installation of " + iccid));
                narrator.step("Operator: told by ES2+.HandleDownloadProgressInfo");
                narrator.value("notification point", info.notificationPointId() + ", " + info.point());
                narrator.value("status", info.status());
                narrator.value("ICCID", info.iccid() + (isOf(iccid, info) ? "" : ", a profile of an earlier run"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isOf(Iccid iccid, ProgressInfo info) {
        return Iccid.parse(info.iccid()).padded().equals(iccid.padded());
    }
}
