package org.mintline.device.demo.factory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.LocalProvisioningAdministration;
import org.mintline.device.demo.Narrator;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.fpa.FactoryProfileAssistant;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.HttpsLocalServer;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.lpa.Lpa;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;

/**
 * Packages that an aggregator holds at the carrier, a local provisioning server in the factory downloads, and a Factory Profile Assistant
 * brings into eUICCs (OFF-1 to OFF-6).
 */
final class PhasedWay {
    private static final String AGGREGATOR_LINE = "local";
    private static final String PARTNER = "factory-1";
    private static final String ASSISTANT = "assistant-1";

    private final Carrier carrier;
    private final Installation carrierServer;
    private final Installation factory;
    private final LocalProvisioningAdministration local;
    private final String lot;
    private final Narrator narrator;
    private final List<Euicc> euiccs = new ArrayList<>();
    private final List<Iccid> installed = new ArrayList<>();
    private String batch;

    /** @param lot a fresh name, of a lot and the profile type for it */
    PhasedWay(Carrier carrier, Installation carrierServer, Installation factory, String lot, Narrator narrator)
            throws IOException {
        this.carrier = carrier;
        this.carrierServer = carrierServer;
        this.factory = factory;
        this.local = new LocalProvisioningAdministration(factory.administration());
        this.lot = lot;
        this.narrator = narrator;
    }

    /** From stock and bare eUICCs to packages in the local provisioning server. */
    void carry(int size) throws IOException, InterruptedException {
        carrier.stock(lot, size);
        carrier.makeEuiccs(size).forEach(made -> euiccs.add(new Euicc(made)));
        carrier.takeIn(lot, euiccs);
        batch = carrier.order(lot, size, lot, AGGREGATOR_LINE);
        Waiting.until("the receipt of the aggregator", () -> carrier.isReceived(batch));
        narrator.step("For bare eUICCs: another lot, its packages bound and at the aggregator");
        narrator.value("lot", lot);
        LocalProvisioningAdministration aggregator =
                new LocalProvisioningAdministration(carrierServer.administration());
        aggregator.register("LOCAL_PROVISIONING_SERVER", PARTNER, carrierServer.stationCertificate());
        aggregator.allow(PARTNER, lot);
        local.register("FACTORY_PROFILE_ASSISTANT", ASSISTANT, factory.stationCertificate());
        local.download(lot);
        Waiting.until("the packages in the factory", () -> local.packages(lot, "RECEIVED") == size);
        narrator.step("Factory: the local provisioning server has downloaded them over mutual TLS");
        narrator.value("packages", size);
    }

    /** The assistant serves each eUICC, without the world. */
    void provision() throws IOException {
        HttpsClient client = new HttpsClient(
                factory.smdpAddress(), factory.stations(), factory.station().context());
        FactoryProfileAssistant assistant = new FactoryProfileAssistant(
                new HttpsLocalServer(client),
                factory.smdpAddress(),
                Lpa.deviceInfo(Imei.withCheckDigit("35290611000000")));
        for (Euicc euicc : euiccs) {
            Served served = assistant.serve(euicc::transmit);
            if (!served.isWell() || served.outcomes().size() != 1) {
                throw new IOException("the eUICC " + served.eid() + " was not served: " + served.outcomes());
            }
            installed.add(served.outcomes().get(0).iccid());
            narrator.value(
                    "profile on " + served.eid(), served.outcomes().get(0).iccid());
        }
        narrator.step("Assistant: eUICC and local server authenticate each other, the profile is installed");
        narrator.value("packages installed", local.packages(lot, "INSTALLED"));
        narrator.value("reports that wait for the line", local.waitingReports());
    }

    /** Waits until carrier and operator know of all profiles. */
    void awaitKnown() throws IOException, InterruptedException {
        Waiting.until("the local server's reports to go out", () -> local.waitingReports() == 0);
        Waiting.until("the reports at the carrier", () -> carrier.installed(batch) == euiccs.size());
        Waiting.until("the word at the operator", () -> carrier.isOperatorTold(installed));
        narrator.step("What the bare eUICCs signed came back by local server and aggregator");
        narrator.value("profiles of the batch, installed", carrier.installed(batch));
        installed.forEach(profile -> narrator.value("ES2+.HandleDownloadProgressInfo", profile.digits()));
    }
}
