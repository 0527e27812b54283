package org.mintline.device.demo.factory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mintline.device.demo.SupportAdministration;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.state.FileStateStore;
import org.mintline.device.factory.device.DeviceSettings;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.device.FolderStorage;
import org.mintline.device.factory.link.AnsweringEnd;
import org.mintline.device.factory.link.Wire;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.TrustedSigner;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/**
 * A device that loses its power whenever it restarts, and whenever it is switched off: what its eUICC and its security area have on the disk
 * is all that it remembers.
 */
final class DemoDevice {
    private static final int STORAGE_KEY = 32;
    private static final int PATIENCE = 100;

    private final Cryptography cryptography = Cryptography.system();
    private final Path folder;
    private final EuiccConfiguration euicc;
    private final KeyPair deviceKey = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
    private final byte[] storageKey = cryptography.randomness().octets(STORAGE_KEY);
    private final AtomicBoolean hasPower = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private DeviceSettings settings;
    private Future<Void> running;

    /**
     * A device that is not assembled yet: its eUICC alone.
     *
     * @param folder of its own
     */
    DemoDevice(Path folder, EuiccConfiguration euicc) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.euicc = euicc;
    }

    /** The EID of its eUICC. */
    Eid eid() {
        return euicc.eid();
    }

    /** Its eUICC, as it is on the disk; for one who has it while the device is off. */
    Euicc euicc() throws IOException {
        return new Euicc(euicc, new FileStateStore(folder.resolve("euicc")));
    }

    /** The profiles on its eUICC. */
    List<Iccid> profiles() throws IOException {
        return euicc().state().profiles().stream()
                .map(profile -> profile.iccid())
                .toList();
    }

    /**
     * Assembles it: gives it its key set and whom it trusts.
     *
     * @param master key set of the factory
     * @param signers whose images it takes
     */
    void assemble(KeySet master, List<TrustedSigner> signers) {
        settings = new DeviceSettings(
                eid(),
                master.diversifiedFor(eid().octets()),
                deviceKey.getPrivate(),
                new TrustedSigners(signers.get(0).kind(), signers),
                EnumSet.of(AuthenticationManner.KEY_SET, AuthenticationManner.BOTH));
    }

    /** As it is registered at a support server. */
    SupportAdministration.Device registration() {
        return new SupportAdministration.Device(
                eid(), deviceKey.getPublic(), settings.trusted().accepted());
    }

    /** Switches it on at a wire. */
    void switchOn(Wire wire) {
        hasPower.set(true);
        running = executor.submit(() -> {
            while (hasPower.get()) {
                untilRestart(wire);
            }
            return null;
        });
    }

    private void untilRestart(Wire wire) throws IOException {
        FactoryDevice device = new FactoryDevice(
                settings,
                new FolderStorage(folder.resolve("security-area")),
                storageKey,
                EuiccSlot.of(euicc()),
                cryptography);
        device.boot();
        AnsweringEnd end = new AnsweringEnd(wire, device::answer);
        while (hasPower.get() && !device.isRestartWanted()) {
            end.answerNext(PATIENCE);
        }
    }

    /** Takes its power away, from any thread; {@link #switchOff} waits until it is dead. */
    void cutPower() {
        hasPower.set(false);
    }

    /**
     * Switches it off.
     *
     * @throws IOException if it had failed before
     */
    void switchOff() throws IOException {
        cutPower();
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IOException("device " + eid() + " failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while device " + eid() + " was switched off", e);
        }
    }

    /** It is scrapped. */
    void scrap() {
        cutPower();
        executor.shutdown();
    }
}
