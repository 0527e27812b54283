package org.mintline.device.demo.factory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.DemoOperator;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.LotsAndBatches;
import org.mintline.device.demo.LotsAndBatches.Batch;
import org.mintline.device.demo.ProfileSource;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Iccid;

/** The carrier's end: its server, its operator with an ES2+ callback, and the maker of the eUICCs that this server knows. */
final class Carrier implements AutoCloseable {
    private static final int INSTALLATION = 4;
    private static final Duration LOT_LIFETIME = Duration.ofDays(30);

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Installation installation;
    private final Administration administration;
    private final LotsAndBatches bulk;
    private final EuiccMaker maker;
    private final ProgressInfoReceiver receiver;
    private final long operator;
    private long nextEuicc = System.currentTimeMillis() * 1_000;

    Carrier(Installation installation) throws IOException {
        this.installation = installation;
        this.administration = installation.administration();
        this.bulk = new LotsAndBatches(administration);
        this.maker = EuiccMaker.of(installation.pki(), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system());
        this.receiver = new ProgressInfoReceiver(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                installation.operator().context(),
                this::hear);
        this.operator = DemoOperator.register(installation, "https://localhost:" + receiver.port());
    }

    private void hear(ProgressInfo info) {
        if (info.notificationPointId() == INSTALLATION) {
            told.add(Iccid.parse(info.iccid()).digits());
        }
    }

    /**
     * Makes a profile type of the product's own template, and brings profiles of it into stock.
     *
     * @return the size of a package, in bytes
     */
    int stock(String profileType, int profiles) throws IOException {
        ProfileSource source = ProfileSource.ownTemplate();
        Administration.Made made = administration.createProfileType(
                operator,
                new Administration.ProfileType(
                        profileType, source.format(), source.content(), installation.smdpAddress()));
        for (int i = 0; i < profiles; i++) {
            Subscriber subscriber = Subscriber.fresh();
            administration.addToStock(operator, profileType, subscriber.iccid().digits(), subscriber.columns());
        }
        return made.packageBytes();
    }

    /** So many eUICCs that were not there before. */
    List<EuiccConfiguration> makeEuiccs(int count) {
        List<EuiccConfiguration> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(maker.make(nextEuicc++));
        }
        return made;
    }

    /** Has each eUICC make a one-time key, and brings the signed public halves into a lot of this name. */
    void takeIn(String lot, List<Euicc> euiccs) throws IOException {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        for (Euicc euicc : euiccs) {
            keys.write(
                    euicc.preload(1, euicc.configuration().credentials().get(0)).encoded());
        }
        long number = bulk.createLot(lot, operator, Instant.now().plus(LOT_LIFETIME));
        bulk.receiveKeys(number, keys.toByteArray());
    }

    /** Orders a profile for each eUICC of a lot; returns the identifier of the batch. */
    String order(String profileType, int amount, String lot, String line) throws IOException {
        return bulk.order(operator, profileType, amount, lot, line).identifier();
    }

    /**
     * Whether the receipt for a batch is here.
     *
     * @throws IOException if it does not go on
     */
    boolean isReceived(String batch) throws IOException {
        Batch now = bulk.find(batch);
        if (!now.problem().isEmpty() || now.failed() > 0) {
            throw new IOException("batch " + batch + " does not go on: " + now.problem());
        }
        return now.state().equals("RECEIVED");
    }

    /** How many profiles of a batch are installed, by the word of their eUICCs. */
    int installed(String batch) throws IOException {
        return bulk.find(batch).installed();
    }

    /** Whether the operator was told of the installation of each. */
    boolean isOperatorTold(Collection<Iccid> profiles) {
        return profiles.stream().map(Iccid::digits).allMatch(told::contains);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
