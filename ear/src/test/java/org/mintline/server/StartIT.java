package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mintline start} does where a server cannot be started. */
@OnOneDatabase
class StartIT {
    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> a_port_of_another_process_is_named_and_nothing_is_begun() {
        return Stream.of(8443, 8444, 8445, 8446, 8448, 9990)
                .map(port -> DynamicTest.dynamicTest(Integer.toString(port), () -> startBesides(port)));
    }

    private void startBesides(int port) throws IOException {
        Path home = temporary.resolve(Integer.toString(port));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLine.Outcome outcome =
                    new CommandLine(home, other.getLocalPort() - port).run(Map.of(), "start", "--no-build");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.output()).contains("port " + other.getLocalPort() + " is taken by another process");
            assertThat(home).doesNotExist();
        }
    }
}
