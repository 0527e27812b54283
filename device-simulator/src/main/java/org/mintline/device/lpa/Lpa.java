package org.mintline.device.lpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.identification.Fqdn;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.ServerAddress;

/** The local profile assistant: downloads profiles onto an eUICC and delivers its notifications. One user at a time. */
public final class Lpa {
    private static final DeviceInfo DEVICE = deviceInfo(Imei.withCheckDigit("35290611000000"));

    private final UnaryOperator<byte[]> card;
    private final Function<ServerAddress, Es9PlusClient> servers;
    private final DeviceInfo device;
    private final Consumer<DownloadStep> progress;

    /**
     * @param card takes the bytes of a command and gives those of the response
     * @param servers makes the client of an SM-DP+ address
     */
    public Lpa(UnaryOperator<byte[]> card, Function<ServerAddress, Es9PlusClient> servers) {
        this(card, servers, DEVICE, step -> {});
    }

    /**
     * @param card takes the bytes of a command and gives those of the response
     * @param servers makes the client of an SM-DP+ address
     * @param device what the SM-DP+ is told of the device
     * @param progress is told each step
     */
    public Lpa(
            UnaryOperator<byte[]> card,
            Function<ServerAddress, Es9PlusClient> servers,
            DeviceInfo device,
            Consumer<DownloadStep> progress) {
        this.card = card;
        this.servers = servers;
        this.device = device;
        this.progress = progress;
    }

    /** What a device of that IMEI says of itself, with no capability named. */
    public static DeviceInfo deviceInfo(Imei imei) {
        return new DeviceInfo(imei.tac(), new DeviceCapabilities(Map.of()), Optional.of(imei));
    }

    /**
     * Downloads and installs a profile, then delivers all notifications.
     *
     * @return what the eUICC said
     * @throws Es9PlusException if the SM-DP+ answers with an error
     * @throws DownloadCancelledException if it was given up
     * @throws LpaException if it cannot go on for another reason
     */
    public DownloadResult download(DownloadRequest order, EndUser endUser) {
        try (Es10 euicc = new Es10(card)) {
            Es9PlusClient server = servers.apply(order.smdpAddress());
            DownloadResult result = new Download(euicc, server, order, device, endUser, progress).run();
            deliver(euicc);
            return result;
        }
    }

    /**
     * Downloads from the default SM-DP+ of the eUICC.
     *
     * @throws LpaException if the eUICC has none
     */
    public DownloadResult downloadFromDefault(EndUser endUser) {
        String address;
        try (Es10 euicc = new Es10(card)) {
            address = euicc.getEuiccConfiguredAddresses()
                    .defaultDpAddress()
                    .orElseThrow(() -> new LpaException("the eUICC has no default SM-DP+ address"));
        }
        return download(DownloadRequest.ofDefault(address), endUser);
    }

    /**
     * Delivers the notifications of the eUICC, in their order; what a server does not take stays for the next time.
     *
     * @return how many are left
     */
    public int deliverNotifications() {
        try (Es10 euicc = new Es10(card)) {
            return deliver(euicc);
        }
    }

    private int deliver(Es10 euicc) {
        List<PendingNotification> pending = euicc.retrieveNotificationsList();
        int left = 0;
        for (PendingNotification notification : pending) {
            if (deliver(notification)) {
                euicc.removeNotificationFromList(
                        notification.notificationMetadata().seqNumber());
            } else {
                left++;
            }
        }
        if (left == 0) {
            progress.accept(DownloadStep.NOTIFICATIONS_DELIVERED);
        }
        return left;
    }

    private boolean deliver(PendingNotification notification) {
        String address = notification.notificationMetadata().notificationAddress();
        if (!Fqdn.isWellFormed(address.replaceFirst(":[0-9]+$", ""))) {
            return false;
        }
        try {
            servers.apply(ServerAddress.parse(address)).handleNotification(notification);
            return true;
        } catch (LpaException e) {
            return false;
        }
    }
}
