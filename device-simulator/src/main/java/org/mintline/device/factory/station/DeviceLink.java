package org.mintline.device.factory.station;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.protocol.Identity;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.scp03.AuthenticationFailedException;
import org.mintline.rsp.scp03.ChallengeLength;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.scp03.Scp03Host;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The functions of a device, a method an instruction, as the station calls them. Once a channel is open under the key set, commands and
 * answers have MACs. Refusals come as {@link RefusedException}. For one thread.
 */
public final class DeviceLink {
    private static final byte[] NOTHING = {};
    private static final int MAXIMUM_REPORT = 0xFFFF;

    private final Carrier carrier;
    private Optional<Scp03Host> channel = Optional.empty();

    /** @param carrier to the device */
    public DeviceLink(Carrier carrier) {
        this.carrier = carrier;
    }

    /** Who the device says it is. */
    public Identity identity() throws IOException {
        ResponseApdu response = carrier.exchange(Instruction.GET_IDENTITY.command(0, 0, NOTHING));
        if (!response.isOk()) {
            throw new IOException("what is there is no device of this kind: it answers " + response);
        }
        try {
            return Identity.decode(response.data());
        } catch (DecodeException e) {
            throw new IOException("what is there is no device of this kind: " + e.getMessage(), e);
        }
    }

    /**
     * Proves the key set to one another.
     *
     * @throws AuthenticationFailedException if the device does not have it
     * @throws RefusedException if the device says that the station does not have it
     */
    public void openChannel(KeySet keys, Randomness randomness) throws IOException {
        channel = Optional.empty();
        Scp03Host host = new Scp03Host(keys, ChallengeLength.S16, randomness);
        byte[] answer = accepted(carrier.exchange(host.initializeUpdate()));
        CommandApdu proof;
        try {
            proof = host.externalAuthenticate(answer);
        } catch (DecodeException e) {
            throw new AuthenticationFailedException("the other end does not prove a key set");
        }
        accepted(carrier.exchange(proof));
        channel = Optional.of(host);
    }

    /** Begins a session. */
    public void openSession(AuthenticationManner manner) throws IOException {
        call(Instruction.OPEN_SESSION, manner.number(), 0, NOTHING);
    }

    /**
     * Sends an image, from where an earlier transfer of it was cut off, and has the device check it.
     *
     * @param sent is told how many bytes the device has
     */
    public void send(QueuedImage image, IntConsumer sent) throws IOException {
        int offset = number(call(Instruction.BEGIN_IMAGE, 0, 0, image.transfer().encoded()));
        try (InputStream input = new BufferedInputStream(Files.newInputStream(image.file()))) {
            input.skipNBytes(offset);
            sent.accept(offset);
            while (offset < image.transfer().length()) {
                byte[] chunk = input.readNBytes(Instruction.CHUNK);
                byte[] data = ByteBuffer.allocate(Integer.BYTES + chunk.length)
                        .putInt(offset)
                        .put(chunk)
                        .array();
                offset = number(call(Instruction.IMAGE_CHUNK, 0, 0, data));
                sent.accept(offset);
            }
        }
        call(Instruction.COMMIT_IMAGE, 0, 0, NOTHING);
    }

    /** Has the device forget an image that does not count yet. */
    public void discard() throws IOException {
        call(Instruction.DISCARD_IMAGE, 0, 0, NOTHING);
    }

    /** Begins an installation from packets. */
    public void beginPackets() throws IOException {
        call(Instruction.BEGIN_PACKETS, 0, 0, NOTHING);
    }

    /**
     * Sends a packet.
     *
     * @return what the eUICC answers, of which the device passes on at most 200 bytes
     */
    public ResponseApdu packet(byte[] packet) throws IOException {
        int offset = 0;
        while (packet.length - offset > Instruction.PACKET_PART) {
            call(Instruction.PACKET, 0, 0, Arrays.copyOfRange(packet, offset, offset + Instruction.PACKET_PART));
            offset += Instruction.PACKET_PART;
        }
        byte[] last = Arrays.copyOfRange(packet, offset, packet.length);
        return ResponseApdu.decode(call(Instruction.PACKET, Instruction.LAST_PART, 0, last));
    }

    /**
     * Sets the mode.
     *
     * @param mode the mode, or empty for whatever comes
     */
    public void setMode(Optional<InstallationMode> mode) throws IOException {
        call(Instruction.SET_MODE, mode.map(InstallationMode::number).orElse(0), 0, NOTHING);
    }

    /** Has the device enter or leave test-profile mode. */
    public void setTestProfileMode(boolean on) throws IOException {
        call(Instruction.TEST_PROFILE_MODE, on ? 1 : 0, 0, NOTHING);
    }

    /** Has the device boot; the session ends. */
    public void restart() throws IOException {
        call(Instruction.RESTART, 0, 0, NOTHING);
        channel = Optional.empty();
    }

    /** The oldest report that waits. */
    public Optional<InstallationReport> report() throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        int length;
        do {
            byte[] part = call(Instruction.GET_REPORT, report.size() >> 8, report.size() & 0xFF, NOTHING);
            if (part.length == 0) {
                return Optional.empty();
            }
            length = number(part);
            report.write(part, Integer.BYTES, part.length - Integer.BYTES);
            if (length > MAXIMUM_REPORT || part.length == Integer.BYTES) {
                throw new IOException("the device gives a report that does not end");
            }
        } while (report.size() < length);
        try {
            return Optional.of(InstallationReport.decode(report.toByteArray()));
        } catch (DecodeException e) {
            throw new IOException("the device gives a report that cannot be read: " + e.getMessage(), e);
        }
    }

    /** The station has kept the report. */
    public void removeReport(InstallationReport report) throws IOException {
        call(Instruction.REMOVE_REPORT, 0, 0, report.imageIdentifier());
    }

    private byte[] call(Instruction instruction, int p1, int p2, byte[] data) throws IOException {
        CommandApdu command = instruction.command(p1, p2, data);
        if (channel.isEmpty()) {
            return accepted(carrier.exchange(command));
        }
        ResponseApdu response = carrier.exchange(channel.get().wrap(command));
        try {
            byte[] content = channel.get().unwrap(response.data(), response.statusWord());
            return accepted(new ResponseApdu(content, response.statusWord()));
        } catch (AuthenticationFailedException e) {
            channel = Optional.empty();
            throw new IOException("what comes now is not from this device any more: " + e.getMessage(), e);
        }
    }

    private static byte[] accepted(ResponseApdu response) throws IOException {
        if (response.isOk()) {
            return response.data();
        }
        byte[] data = response.data();
        Refusal refusal = Refusal.find(data.length == 0 ? 0 : data[0])
                .orElseThrow(() -> new IOException("the device answers " + response));
        ProfileImageException.Reason[] reasons = ProfileImageException.Reason.values();
        boolean hasReason = data.length > 1 && data[1] > 0 && data[1] <= reasons.length;
        throw new RefusedException(refusal, hasReason ? Optional.of(reasons[data[1] - 1]) : Optional.empty());
    }

    private static int number(byte[] data) throws IOException {
        if (data.length < Integer.BYTES || data[0] < 0) {
            throw new IOException("the device answers with no number");
        }
        return ByteBuffer.wrap(data).getInt();
    }
}
