package org.mintline.device.demo.factory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.Narrator;
import org.mintline.device.demo.SupportAdministration;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.JigReading;

/** Profiles that come over the dedicated line, become images in the factory, and are installed by devices at a station (PSS-1 to PSS-12). */
final class ImageWay {
    /** The dedicated line. */
    static final String LINE = "factory-1";

    private static final String JIG_SETTINGS = "3.3,0.12,5,3";
    private static final String RIGHT_READING = "V=3.312 I=0.118";
    private static final String WRONG_READING = "V=3.312 I=0.031";

    private final Carrier carrier;
    private final Installation factory;
    private final SupportAdministration support;
    private final Path folder;
    private final String lot;
    private final Narrator narrator;
    private final List<DemoDevice> devices = new ArrayList<>();
    private String batch;
    private volatile String reading = RIGHT_READING;

    /**
     * @param factory the server at the other end of the line
     * @param folder for the devices and the station
     * @param lot a fresh name, of a lot and the profile type for it
     */
    ImageWay(Carrier carrier, Installation factory, Path folder, String lot, Narrator narrator) throws IOException {
        this.carrier = carrier;
        this.factory = factory;
        this.support = new SupportAdministration(factory.administration());
        this.folder = folder;
        this.lot = lot;
        this.narrator = narrator;
    }

    /** From stock and eUICCs that are in no device yet to the receipt of the factory. */
    void carry(int size) throws IOException, InterruptedException {
        int bytes = carrier.stock(lot, size);
        narrator.step("Carrier: profiles in stock");
        narrator.value("profile type", lot + ", " + bytes + " bytes");
        List<Euicc> euiccs = new ArrayList<>();
        for (EuiccConfiguration made : carrier.makeEuiccs(size)) {
            DemoDevice device = new DemoDevice(folder.resolve("device-" + made.eid()), made);
            devices.add(device);
            euiccs.add(device.euicc());
        }
        carrier.takeIn(lot, euiccs);
        narrator.step("eUICC maker: a one-time key in each eUICC, the signed public halves at the carrier");
        devices.forEach(device -> narrator.value("EID", device.eid()));
        batch = carrier.order(lot, size, lot, LINE);
        narrator.step("Operator: a batch of profiles, on the dedicated line");
        narrator.value("batch", batch);
        Waiting.until("the receipt of the factory", () -> carrier.isReceived(batch));
        narrator.step("Profiles bound, carried over the line, receipt of the factory");
        narrator.value("batch in the factory", support.received(batch).state());
    }

    /** Whether the factory has noticed that the line does not carry. */
    boolean isLineDown() throws IOException {
        return !support.line(LINE).equals("UP");
    }

    /** Devices are made around the eUICCs, get their images at a station, and install them. */
    void makeDevices() throws IOException, InterruptedException {
        KeySet master = support.freshMasterKeySet(Cryptography.system().randomness());
        for (DemoDevice device : devices) {
            device.assemble(master, List.of(ImageKeys.trusted(factory.pki().resolve("images/commercial.der"))));
        }
        support.registerDevices(
                lot, devices.stream().map(DemoDevice::registration).toList());
        narrator.step("Factory: devices made around the eUICCs, and registered");
        Waiting.until("the images", () -> support.received(batch).in("IMAGED") == devices.size());
        narrator.step("Factory: an image for each, signed, encrypted to the device");
        narrator.value("images", devices.size());
        support.register(new SupportAdministration.Station(
                "Station 1", factory.stationCertificate(), "BOTH", JIG_SETTINGS, lot));
        provision();
        tellStories();
    }

    /** One device first draws the wrong current, then loses its power in the middle of the transfer; after that all are served at once. */
    private void provision() throws IOException, InterruptedException {
        Jig jig = () -> JigReading.parse(reading).orElseThrow();
        DemoDevice unlucky = devices.get(0);
        PowerCut powerCut = new PowerCut(unlucky, narrator);
        try (FactoryFloor floor = new FactoryFloor(factory, folder, devices, jig, powerCut)) {
            devices.forEach(floor::switchOn);
            refuse(floor, unlucky, powerCut);
            powerCut.arm();
            floor.serve(unlucky);
            unlucky.switchOff();
            narrator.step("Station: the power is cut in the middle of a transfer");
            narrator.value("device " + unlucky.eid(), powerCut.sent() + " of " + powerCut.length() + " bytes");
            floor.switchOn(unlucky);
            int installed = floor.serveAll();
            floor.sendReports();
            for (DemoDevice device : devices) {
                device.switchOff();
                device.scrap();
            }
            if (installed != devices.size()) {
                throw new IOException(
                        installed + " of " + devices.size() + " devices installed a profile: " + powerCut.refusal());
            }
            narrator.step("Station: images sent at once, devices power-cycled, profiles installed at boot");
            narrator.value("the cut transfer went on at", powerCut.resumedAt() + " bytes");
        }
    }

    private void refuse(FactoryFloor floor, DemoDevice device, PowerCut powerCut) throws IOException {
        reading = WRONG_READING;
        if (floor.serve(device)) {
            throw new IOException("a device was served that draws the wrong current");
        }
        reading = RIGHT_READING;
        narrator.step("Station: a device that draws the wrong current gets nothing");
        narrator.value("the jig measures", WRONG_READING);
        narrator.value("the station says", powerCut.refusal());
    }

    private void tellStories() throws IOException {
        for (DemoDevice device : devices) {
            List<Iccid> profiles = device.profiles();
            if (profiles.size() != 1) {
                throw new IOException("the eUICC " + device.eid() + " has " + profiles.size() + " profiles");
            }
            narrator.value("profile on " + device.eid(), profiles.get(0).digits());
        }
        narrator.step("Factory: reports at the support server");
        narrator.value("profiles", support.received(batch).profiles());
        narrator.value(
                "the first device's story",
                String.join("; ", support.story(devices.get(0).eid())));
        narrator.value("the carrier knows of", carrier.installed(batch) + " installed profiles");
    }

    /** Waits until carrier and operator know of all profiles. */
    void awaitKnown() throws IOException, InterruptedException {
        List<Iccid> profiles = new ArrayList<>();
        for (DemoDevice device : devices) {
            profiles.addAll(device.profiles());
        }
        Waiting.until("the reports of the station at the carrier", () -> carrier.installed(batch) == devices.size());
        Waiting.until("the word at the operator", () -> carrier.isOperatorTold(profiles));
        narrator.step("The line is mended: what the devices' eUICCs signed is at carrier and operator");
        narrator.value("profiles of the batch, installed", carrier.installed(batch));
        profiles.forEach(profile -> narrator.value("ES2+.HandleDownloadProgressInfo", profile.digits()));
    }
}
