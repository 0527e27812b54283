package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mintline.device.factory.device.EuiccSlot;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.link.PipeWire;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/** The worked exchange of docs/formats/factory-link.md is what goes over the wire. */
class FactoryLinkExampleTest {
    private static final Path DESCRIPTION = Path.of("..", "docs", "formats", "factory-link.md");
    private static final EuiccSlot NO_EUICC = new EuiccSlot() {
        @Override
        public void reset() {}

        @Override
        public byte[] transmit(byte[] command) {
            throw new UnsupportedOperationException("the example does not reach the eUICC");
        }
    };

    private final List<String> lines = new ArrayList<>();

    @Test
    void the_description_has_the_frames_of_an_exchange() throws Exception {
        KeySet master = new KeySet(1, key(0x40), key(0x50), key(0x60));
        FactoryDevice device = new FactoryDevice(
                new Factory().settings(Factory.EID, master),
                new Power(Factory.EID).storage(),
                Factory.STORAGE_KEY,
                NO_EUICC,
                Cryptography.replaying(new ReproducibleRandomness(1)));

        PipeWire.Pair pipe = PipeWire.pair();
        try (Plugged plugged = new Plugged(device, pipe.station(), pipe.device())) {
            DeviceLink link = new DeviceLink(new RequestingEnd(recording(plugged.station), 20_000));
            link.identity();
            link.openChannel(master.diversifiedFor(Factory.EID.octets()), new ReproducibleRandomness(2));
            link.openSession(AuthenticationManner.KEY_SET);
            link.setMode(Optional.of(InstallationMode.IMAGE));
        }

        assertThat(described()).isEqualTo(lines);
    }

    private static List<String> described() throws IOException {
        return Files.readAllLines(DESCRIPTION).stream()
                .filter(line -> line.startsWith("> ") || line.startsWith("< "))
                .map(line -> line.split(";")[0].strip())
                .toList();
    }

    private Wire recording(Wire wire) {
        return new Wire() {
            @Override
            public int read(byte[] target, int milliseconds) throws IOException {
                int count = wire.read(target, milliseconds);
                if (count > 0) {
                    lines.add("< " + HexFormat.of().formatHex(Arrays.copyOf(target, count)));
                }
                return count;
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                lines.add("> " + HexFormat.of().formatHex(bytes));
                wire.write(bytes);
            }

            @Override
            public void close() {
                wire.close();
            }
        };
    }

    private static byte[] key(int first) {
        byte[] key = new byte[KeySet.KEY_LENGTH];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return key;
    }
}
