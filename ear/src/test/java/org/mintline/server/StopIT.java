package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mintline stop} and {@code status} do where the number of the server's process is another's, as after a reboot. */
@OnOneDatabase
class StopIT {
    @TempDir
    Path home;

    @Test
    void a_process_that_has_the_number_of_a_server_that_is_gone_lives_on() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path server = Files.createDirectories(home.resolve("server"));
            Files.writeString(server.resolve("server.pid"), Long.toString(stranger.pid()));
            CommandLine mintline = new CommandLine(home, 0);

            assertThat(mintline.run(Map.of(), "status"))
                    .isEqualTo(new CommandLine.Outcome(3, "The server does not run\n"));
            assertThat(mintline.run(Map.of(), "stop").status()).isZero();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }
}
