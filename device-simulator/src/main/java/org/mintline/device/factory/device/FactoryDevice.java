package org.mintline.device.factory.device;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.device.factory.protocol.Identity;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.protocol.Numbers;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The reference device. Making one is switching it on; {@link #boot()} then installs what waits in the security area, and {@link #answer}
 * takes the commands of a station. What was told to be durable is, whenever the power is cut; whoever does so makes a new one over the
 * same storage.
 */
public final class FactoryDevice {
    private static final String MODE = "mode";
    private static final int OFFSET = 4;

    private final DeviceSettings settings;
    private final SecurityArea area;
    private final ImageStore store;
    private final ImageCheck check;
    private final Ledger ledger;
    private final EuiccAccess access;
    private final ImageInstaller imageInstaller;
    private final PacketInstaller packetInstaller;
    private final DeviceSession session;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private DeviceMode mode;
    private boolean restartWanted;

    /**
     * Switches a device on.
     *
     * @param storage where its security area lies
     * @param storageKey under which that is encrypted, 32 bytes
     */
    public FactoryDevice(
            DeviceSettings settings, Storage storage, byte[] storageKey, EuiccSlot euicc, Cryptography cryptography) {
        this.settings = settings;
        this.area = new SecurityArea(storage, storageKey, cryptography.randomness());
        this.store = new ImageStore(area);
        this.check = new ImageCheck(settings, store, cryptography);
        this.ledger = new Ledger(area);
        this.access = new EuiccAccess(euicc, settings.eid());
        this.imageInstaller = new ImageInstaller(store, check, ledger, access);
        this.packetInstaller = new PacketInstaller(access, ledger, cryptography.randomness());
        this.session = new DeviceSession(settings, cryptography.randomness());
        this.mode = area.read(MODE).map(DeviceMode::decode).orElse(DeviceMode.NEW);
    }

    /**
     * Boots: resets the eUICC, and installs the image that counts, if the device is in the first mode.
     *
     * @return how that ended, if there was one
     * @throws EuiccException if the eUICC cannot be used; the image stays for the next boot
     */
    public synchronized Optional<InstallationReport> boot() {
        restartWanted = false;
        session.end();
        access.reset();
        return imageInstaller.run(mode);
    }

    /** Whether the station wants it to boot. */
    public synchronized boolean isRestartWanted() {
        return restartWanted;
    }

    /** Where it takes profiles from. */
    public synchronized DeviceMode mode() {
        return mode;
    }

    /**
     * The user chooses the mode at the device.
     *
     * @param choice the mode, or empty for whatever comes
     * @throws RefusedException if an image is here
     */
    public synchronized void userInput(Optional<InstallationMode> choice) {
        change(mode.after(new ModeTrigger.UserInput(choice)));
    }

    /** Answers a command of the station; what is refused says why. */
    public synchronized ResponseApdu answer(CommandApdu command) {
        if (command.ins() == Instruction.GET_IDENTITY.value()) {
            return ok(new Identity(settings.eid(), settings.trusted().accepted(), mode.mode(), mode.testProfileMode())
                    .encoded());
        }
        try {
            Optional<ResponseApdu> handshake = session.handshake(command);
            if (handshake.isPresent()) {
                return handshake.get();
            }
            if (command.ins() == Instruction.OPEN_SESSION.value() && command.cla() == Instruction.CLASS) {
                session.end();
            }
            boolean maced = session.isMaced();
            CommandApdu plain = maced ? session.unwrap(command) : command;
            ResponseApdu response = answerPlain(plain);
            return maced ? session.wrap(response) : response;
        } catch (RefusedException e) {
            return refused(e);
        }
    }

    private ResponseApdu answerPlain(CommandApdu command) {
        try {
            return ok(carryOut(command));
        } catch (RefusedException e) {
            return refused(e);
        } catch (EuiccException e) {
            return refused(new RefusedException(Refusal.EUICC));
        } catch (DecodeException e) {
            return refused(new RefusedException(Refusal.MALFORMED));
        }
    }

    private byte[] carryOut(CommandApdu command) {
        Instruction instruction = Instruction.of(command).orElseThrow(() -> new RefusedException(Refusal.MALFORMED));
        if (instruction != Instruction.OPEN_SESSION) {
            session.requireOpen();
        }
        return switch (instruction) {
            case GET_IDENTITY -> throw new IllegalStateException("is answered to everybody");
            case OPEN_SESSION -> openSession(command.p1());
            case BEGIN_IMAGE -> beginImage(ImageTransfer.decode(command.data()));
            case IMAGE_CHUNK -> appendChunk(command.data());
            case COMMIT_IMAGE -> commitImage();
            case DISCARD_IMAGE -> discardImage();
            case BEGIN_PACKETS -> beginPackets();
            case PACKET -> passPacketOn(command);
            case SET_MODE -> setMode(command.p1());
            case TEST_PROFILE_MODE -> setTestProfileMode(command.p1());
            case RESTART -> restart();
            case GET_REPORT -> report(command.p1() << 8 | command.p2());
            case REMOVE_REPORT -> removeReport(command.data());
        };
    }

    private byte[] openSession(int number) {
        AuthenticationManner manner = Numbers.find(AuthenticationManner.class, number)
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED));
        session.open(manner, mode);
        if (store.image().isEmpty()) {
            change(mode.after(new ModeTrigger.Authenticated(manner)));
        }
        return nothing();
    }

    private byte[] beginImage(ImageTransfer transfer) {
        if (ledger.knows(transfer.imageIdentifier())) {
            throw new RefusedException(Refusal.IMAGE_KNOWN);
        }
        if (ledger.isFull()) {
            throw new RefusedException(Refusal.REPORTS_WAITING);
        }
        requireMode(InstallationMode.IMAGE, Refusal.NOT_IN_IMAGE_MODE);
        return offset(store.begin(transfer));
    }

    private byte[] appendChunk(byte[] data) {
        if (data.length <= OFFSET) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        int offset = ByteBuffer.wrap(data).getInt();
        return offset(store.append(offset, Arrays.copyOfRange(data, OFFSET, data.length)));
    }

    /** A bad image is forgotten, so that a good one can take its place. */
    private byte[] commitImage() {
        StoredImage whole = store.whole();
        try {
            check.check(whole.transfer(), mode);
        } catch (RefusedException e) {
            store.remove();
            throw e;
        }
        store.commit();
        return nothing();
    }

    private byte[] discardImage() {
        if (store.image().filter(StoredImage::isCommitted).isPresent()) {
            throw new RefusedException(Refusal.IMAGE_COMMITTED);
        }
        store.remove();
        return nothing();
    }

    /** Packets do not tell their class in a way that is signed, so test-profile mode takes none. */
    private byte[] beginPackets() {
        if (mode.testProfileMode()) {
            throw new RefusedException(Refusal.TEST_PROFILES_ONLY);
        }
        if (store.image().isPresent()) {
            throw new RefusedException(Refusal.OTHER_IMAGE);
        }
        if (ledger.isFull()) {
            throw new RefusedException(Refusal.REPORTS_WAITING);
        }
        requireMode(InstallationMode.PACKETS, Refusal.NOT_IN_PACKET_MODE);
        packet.reset();
        packetInstaller.begin();
        return nothing();
    }

    private byte[] passPacketOn(CommandApdu command) {
        if (!packetInstaller.isBegun()) {
            throw new RefusedException(Refusal.NO_IMAGE);
        }
        if (packet.size() + command.data().length > 2 * Instruction.PACKET_PART) {
            packet.reset();
            throw new RefusedException(Refusal.MALFORMED);
        }
        packet.writeBytes(command.data());
        if (command.p1() != Instruction.LAST_PART) {
            return nothing();
        }
        byte[] whole = packet.toByteArray();
        packet.reset();
        ResponseApdu response = packetInstaller.packet(whole);
        byte[] data = Arrays.copyOf(response.data(), Math.min(response.data().length, Instruction.REPORT_PART));
        return new ResponseApdu(data, response.statusWord()).encoded();
    }

    private byte[] setMode(int number) {
        Optional<InstallationMode> choice = Numbers.find(InstallationMode.class, number);
        if (choice.isEmpty() && number != 0) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        change(mode.after(new ModeTrigger.ServerCommand(choice)));
        return nothing();
    }

    private byte[] setTestProfileMode(int value) {
        if (value > 1) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        change(mode.withTestProfileMode(value == 1));
        return nothing();
    }

    private byte[] restart() {
        restartWanted = true;
        return nothing();
    }

    private byte[] report(int offset) {
        byte[] report = ledger.oldestReport().map(InstallationReport::encoded).orElse(nothing());
        if (report.length == 0) {
            return report;
        }
        if (offset >= report.length) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        int end = Math.min(report.length, offset + Instruction.REPORT_PART);
        return ByteBuffer.allocate(OFFSET + end - offset)
                .putInt(report.length)
                .put(report, offset, end - offset)
                .array();
    }

    private byte[] removeReport(byte[] imageIdentifier) {
        if (!ledger.remove(imageIdentifier)) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        return nothing();
    }

    private void requireMode(InstallationMode type, Refusal otherwise) {
        DeviceMode next = mode.after(new ModeTrigger.DataReceived(type));
        if (next.mode() != type) {
            throw new RefusedException(otherwise);
        }
        change(next);
    }

    /** The mode does not change while an image is here. */
    private void change(DeviceMode next) {
        if (next.equals(mode)) {
            return;
        }
        if (store.image().isPresent()) {
            throw new RefusedException(Refusal.BUSY);
        }
        area.write(MODE, next.encoded());
        mode = next;
    }

    private static ResponseApdu ok(byte[] data) {
        return new ResponseApdu(data, StatusWord.NO_ERROR.value());
    }

    private static ResponseApdu refused(RefusedException e) {
        byte[] data = {
            (byte) e.refusal().number(),
            (byte) e.imageReason().map(reason -> reason.ordinal() + 1).orElse(0).intValue()
        };
        return new ResponseApdu(data, e.refusal().statusWord().value());
    }

    private static byte[] offset(int value) {
        return ByteBuffer.allocate(OFFSET).putInt(value).array();
    }

    private static byte[] nothing() {
        return new byte[0];
    }
}
