package org.mintline.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.device.lpa.DownloadRequest;
import org.mintline.device.lpa.DownloadStep;
import org.mintline.device.lpa.EndUser;
import org.mintline.device.lpa.Lpa;
import org.mintline.faults.FaultyLine.PowerCutException;
import org.mintline.faults.Stop.Moment;
import org.mintline.faults.Stop.Step;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;
import org.mintline.sgp23.SimulatedDevice;

/** A device that downloads one profile, whatever the server does meanwhile. */
final class Downloader {
    private static final Imei IMEI = Imei.withCheckDigit("35290611000000");
    private static final int PIECES_BEFORE_STOP = 6;

    private final SimulatedDevice device;
    private final String iccid;
    private final DownloadRequest order;
    private final Outage outage;

    /** @param matchingId of the activation code */
    Downloader(SimulatedDevice device, String iccid, String matchingId, Outage outage) {
        this.device = device;
        this.iccid = iccid;
        this.order = new DownloadRequest(SimulatedDevice.ADDRESS, Optional.of(matchingId), Optional.empty());
        this.outage = outage;
    }

    /**
     * Downloads, and fails unless in the end the eUICC has the profile once and no notification is left on it.
     *
     * @param stop where the server dies; empty for anywhere
     */
    void run(Optional<Stop> stop) {
        try {
            lpa(stop).download(order, EndUser.AGREEING);
        } catch (PowerCutException e) {
            outage.sitOut();
            device.euicc().reset();
            comeBack();
        }
        requireInstalledOnce();
    }

    /** What a device does after its power was cut: what the eUICC has to tell comes first. */
    private void comeBack() {
        Lpa lpa = lpa(Optional.empty());
        lpa.deliverNotifications();
        if (profiles().isEmpty()) {
            lpa.download(order, EndUser.AGREEING);
        }
    }

    private Lpa lpa(Optional<Stop> stop) {
        FaultyLine line = new FaultyLine(device.es9plus(), stop, outage);
        Optional<Stop> whileLoading = stop.filter(one -> one.step() == Step.LOAD_BOUND_PROFILE_PACKAGE);
        AtomicInteger piecesLeft = new AtomicInteger();
        return new Lpa(
                command -> {
                    if (piecesLeft.get() > 0 && piecesLeft.decrementAndGet() == 0) {
                        stopHere(whileLoading.orElseThrow());
                    }
                    return device.euicc().transmit(command);
                },
                address -> line,
                Lpa.deviceInfo(IMEI),
                step -> {
                    if (step == DownloadStep.PACKAGE_RECEIVED && whileLoading.isPresent()) {
                        piecesLeft.set(PIECES_BEFORE_STOP);
                    }
                });
    }

    private void stopHere(Stop stop) {
        if (stop.moment() == Moment.POWER_CUT) {
            throw new PowerCutException();
        }
        outage.sitOut();
    }

    private void requireInstalledOnce() {
        List<Iccid> installed = profiles().stream().map(ProfileSlot::iccid).toList();
        if (!installed.equals(List.of(Iccid.parse(iccid)))) {
            throw new AssertionError("the eUICC has the profiles " + installed + " and not " + iccid);
        }
        if (!device.euicc().state().notifications().isEmpty()) {
            throw new AssertionError("the eUICC has notifications that were not delivered");
        }
    }

    private List<ProfileSlot> profiles() {
        return device.euicc().state().profiles();
    }
}
