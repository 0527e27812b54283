package org.mintline.device.demo.factory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.DemoOperator;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.LotsAndBatches;
import org.mintline.device.demo.LotsAndBatches.Batch;
import org.mintline.device.demo.Narrator;
import org.mintline.device.demo.ProfileSource;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.demo.SupportAdministration;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.JigReading;

/**
 * The story: profiles for eUICCs that have no device yet, bound by a carrier and brought over a dedicated line to a factory; that line is
 * cut; devices are made there, get their images and install them after a loss of power; the line is mended, and the carrier and its operator know.
 */
final class FactoryDemo {
    private static final String LINE = "factory-1";
    private static final String EIN = "89049032";
    private static final String JIG_SETTINGS = "3.3,0.12,5,3";
    private static final String RIGHT_READING = "V=3.312 I=0.118";
    private static final String WRONG_READING = "V=3.312 I=0.031";
    private static final int INSTALLATION = 4;
    private static final Duration LOT_LIFETIME = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Cryptography cryptography = Cryptography.system();
    private final String name = "factory-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Set<String> installedByOperator = ConcurrentHashMap.newKeySet();
    private final Installation carrier;
    private final Installation factory;
    private final SupportAdministration support;
    private final Path folder;
    private final Narrator narrator;
    private volatile String reading = RIGHT_READING;

    /**
     * @param carrier the server at the carrier's end of the line
     * @param factory the server at the other end
     * @param folder for the devices and the station
     */
    FactoryDemo(Installation carrier, Installation factory, Path folder, Narrator narrator) throws IOException {
        this.carrier = carrier;
        this.factory = factory;
        this.support = new SupportAdministration(factory.administration());
        this.folder = folder.resolve(name);
        this.narrator = narrator;
    }

    /**
     * Plays it.
     *
     * @param size how many devices are made
     * @param outside the line between the two servers, both ways
     * @throws IOException if anything does not work
     */
    void play(int size, List<CuttableRelay> outside) throws IOException, InterruptedException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ProgressInfoReceiver receiver =
                new ProgressInfoReceiver(anyPort, carrier.operator().context(), this::hear)) {
            long operator = DemoOperator.register(carrier, "https://localhost:" + receiver.port());
            stock(operator, size);
            List<DemoDevice> devices = makeEuiccs(size);
            LotsAndBatches bulk = new LotsAndBatches(carrier.administration());
            Batch batch = order(bulk, operator, devices);
            awaitReceived(bulk, batch);
            outside.forEach(CuttableRelay::cut);
            await("the line to be noticed as down", () -> !support.line(LINE).equals("UP"));
            narrator.step("The line to the world is cut");
            narrator.value("line " + LINE + " in the factory", support.line(LINE));
            makeDevices(devices, batch);
            provision(devices);
            tellStories(devices, batch);
            narrator.value("the carrier knows of", bulk.find(batch.identifier()).installed() + " installed profiles");
            outside.forEach(CuttableRelay::mend);
            hearOfIt(bulk, batch);
        }
    }

    private void hear(ProgressInfo info) {
        if (info.notificationPointId() == INSTALLATION) {
            installedByOperator.add(Iccid.parse(info.iccid()).digits());
        }
    }

    private void stock(long operator, int size) throws IOException {
        ProfileSource source = ProfileSource.ownTemplate();
        Administration administration = carrier.administration();
        Administration.Made made = administration.createProfileType(
                operator,
                new Administration.ProfileType(name, source.format(), source.content(), carrier.smdpAddress()));
        for (int i = 0; i < size; i++) {
            Subscriber subscriber = Subscriber.fresh();
            administration.addToStock(operator, name, subscriber.iccid().digits(), subscriber.columns());
        }
        narrator.step("Carrier: profiles in stock");
        narrator.value("profile type", name + ", " + made.packageBytes() + " bytes");
        narrator.value("profiles", size);
    }

    private List<DemoDevice> makeEuiccs(int size) throws IOException {
        EuiccMaker maker = EuiccMaker.of(carrier.pki(), EllipticCurve.NIST_P256, EIN, cryptography);
        long first = System.currentTimeMillis() * 1_000;
        List<DemoDevice> devices = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            var configuration = maker.make(first + i);
            devices.add(new DemoDevice(
                    folder.resolve("device-" + configuration.eid().digits()), configuration));
        }
        return devices;
    }

    private Batch order(LotsAndBatches bulk, long operator, List<DemoDevice> devices) throws IOException {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        for (DemoDevice device : devices) {
            Euicc euicc = device.euicc();
            keys.write(
                    euicc.preload(1, euicc.configuration().credentials().get(0)).encoded());
        }
        long lot = bulk.createLot(name, operator, Instant.now().plus(LOT_LIFETIME));
        bulk.receiveKeys(lot, keys.toByteArray());
        narrator.step("eUICC maker: eUICCs with preloaded one-time keys, their public halves at the carrier");
        narrator.value("lot", name);
        for (DemoDevice device : devices) {
            narrator.value("EID", device.eid());
        }
        Batch batch = bulk.order(operator, name, devices.size(), name, LINE);
        narrator.step("Operator: a batch of profiles for that lot, on line " + LINE);
        narrator.value("batch", batch.identifier());
        return batch;
    }

    private void awaitReceived(LotsAndBatches bulk, Batch ordered) throws IOException, InterruptedException {
        await("the batch to be received at the other end", () -> {
            Batch batch = bulk.find(ordered.identifier());
            if (!batch.problem().isEmpty() || batch.failed() > 0) {
                throw new IOException("the batch does not go on: " + batch.problem());
            }
            return batch.state().equals("RECEIVED");
        });
        narrator.step("Profiles bound, carried over the dedicated line, receipt of the factory");
        narrator.value("in the factory", support.received(ordered.identifier()).state());
    }

    /** The devices get their keys, and only now the images for them can be made. */
    private void makeDevices(List<DemoDevice> devices, Batch batch) throws IOException, InterruptedException {
        KeySet master = masterKeySet();
        support.register(master);
        StringBuilder file = new StringBuilder("eid,publicKey,kind,lot\n");
        for (DemoDevice device : devices) {
            device.assemble(master, List.of(ImageKeys.trusted(factory.pki().resolve("images/commercial.der"))));
            file.append(device.registration(name)).append('\n');
        }
        support.registerDevices(file.toString());
        narrator.step("Factory: devices made around the eUICCs, and registered");
        await(
                "the images to be made",
                () -> support.received(batch.identifier()).in("IMAGED") == devices.size());
        narrator.step("Factory: an image for each, signed, encrypted to the device");
        narrator.value("images", devices.size());
        support.register(new SupportAdministration.Station(
                "Station 1", factory.stationCertificate(), "BOTH", JIG_SETTINGS, name));
    }

    private KeySet masterKeySet() throws IOException {
        int version = support.masterKeySets().stream().mapToInt(i -> i).max().orElse(0) + 1;
        Randomness randomness = cryptography.randomness();
        return new KeySet(
                version,
                randomness.octets(KeySet.KEY_LENGTH),
                randomness.octets(KeySet.KEY_LENGTH),
                randomness.octets(KeySet.KEY_LENGTH));
    }

    /** One device first draws the wrong current, then loses its power in the middle of the transfer; the others are served all at once. */
    private void provision(List<DemoDevice> devices) throws IOException, InterruptedException {
        Jig jig = () -> JigReading.parse(reading).orElseThrow();
        DemoDevice unlucky = devices.get(0);
        PowerCut powerCut = new PowerCut(unlucky, narrator);
        try (FactoryFloor floor = new FactoryFloor(factory, folder, devices, jig, powerCut)) {
            for (DemoDevice device : devices) {
                floor.switchOn(device);
            }
            reading = WRONG_READING;
            if (floor.serve(unlucky)) {
                throw new IOException("a device was served that draws the wrong current");
            }
            narrator.step("Station: a device that draws the wrong current gets nothing");
            narrator.value("the jig measures", WRONG_READING);
            narrator.value("the station says", powerCut.refusal());
            reading = RIGHT_READING;
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

    private void tellStories(List<DemoDevice> devices, Batch batch) throws IOException {
        for (DemoDevice device : devices) {
            List<Iccid> profiles = device.euicc().state().profiles().stream()
                    .map(profile -> profile.iccid())
                    .toList();
            if (profiles.size() != 1) {
                throw new IOException("the eUICC " + device.eid() + " has " + profiles.size() + " profiles");
            }
            narrator.value("profile on " + device.eid(), profiles.get(0).digits());
        }
        narrator.step("Factory: reports at the support server");
        narrator.value(
                "batch", new TreeMap<>(support.received(batch.identifier()).profiles()));
        narrator.value(
                "the first device's story",
                String.join("; ", support.story(devices.get(0).eid())));
    }

    private void hearOfIt(LotsAndBatches bulk, Batch batch) throws IOException, InterruptedException {
        int size = bulk.find(batch.identifier()).bound();
        await(
                "the reports to come over the mended line",
                () -> bulk.find(batch.identifier()).installed() == size && installedByOperator.size() == size);
        narrator.step("The line is mended; what the eUICCs signed is at the carrier");
        narrator.value("installed profiles", bulk.find(batch.identifier()).installed());
        narrator.step("Operator: told by ES2+.HandleDownloadProgressInfo");
        for (String iccid : installedByOperator) {
            narrator.value("installed", iccid);
        }
    }

    /** What is waited for. */
    private interface Condition {
        boolean isMet() throws IOException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.isMet()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
