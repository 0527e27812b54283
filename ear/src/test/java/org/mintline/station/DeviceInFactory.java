package org.mintline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.device.DeviceSettings;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.device.FolderStorage;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.device.pki.ImageKeys;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/** The reference device with a software eUICC, within the test; it trusts the signing keys of the test PKI. */
public final class DeviceInFactory {
    private static final int STORAGE_KEY = 32;

    private final Euicc euicc;
    private final KeyPair key = Cryptography.system().generateKeyPair(EllipticCurve.NIST_P256);
    private final FactoryDevice device;

    DeviceInFactory(Euicc euicc, KeySet master, SigningKind accepts, Path pki, Path folder) throws IOException {
        this.euicc = euicc;
        device = new FactoryDevice(
                new DeviceSettings(
                        eid(),
                        master.diversifiedFor(eid().octets()),
                        key.getPrivate(),
                        new TrustedSigners(
                                accepts,
                                List.of(
                                        ImageKeys.trusted(pki.resolve("images/commercial.der")),
                                        ImageKeys.trusted(pki.resolve("images/development.der")))),
                        EnumSet.allOf(AuthenticationManner.class)),
                new FolderStorage(folder.resolve(eid().digits())),
                new byte[STORAGE_KEY],
                EuiccSlot.of(euicc),
                Cryptography.system());
    }

    /** Of its eUICC. */
    public Eid eid() {
        return euicc.configuration().eid();
    }

    /** SubjectPublicKeyInfo in Base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    /** How many profiles are installed. */
    int profiles() {
        return euicc.state().profiles().size();
    }

    /** Has the device install test profiles only, as a station with the master key set commands it. */
    void enterTestProfileMode(KeySet master) throws IOException {
        DeviceLink link = new DeviceLink(line());
        link.openChannel(
                master.diversifiedFor(eid().octets()), Cryptography.system().randomness());
        link.openSession(AuthenticationManner.KEY_SET);
        link.setTestProfileMode(true);
    }

    FactoryDevice device() {
        return device;
    }

    /** A line to the device that passes everything on; the device boots when it is told to. */
    public Carrier line() {
        return line(UnaryOperator.identity());
    }

    /**
     * A line to the device.
     *
     * @param onTheWay what becomes of a command on it
     */
    Carrier line(UnaryOperator<CommandApdu> onTheWay) {
        DeviceProcess process = new DeviceProcess(device, told -> {});
        process.boot();
        return new Carrier() {
            @Override
            public ResponseApdu exchange(CommandApdu command) {
                return process.answer(onTheWay.apply(command));
            }

            @Override
            public void close() {
                device.boot();
            }
        };
    }
}
