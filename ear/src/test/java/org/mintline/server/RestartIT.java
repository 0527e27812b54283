package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@OnOneDatabase
@ExtendWith(ServerExtension.class)
class RestartIT {
    private static final String OPERATOR = """
            {"name": "%s", "functionRequesterIdentifier": "%s", "clientCertificates": []}""";

    @Test
    void what_was_answered_is_still_there_after_the_server_was_killed(RunningServer server) throws Exception {
        HttpResponse<String> registered =
                new Administration(server).post("operators", OPERATOR.formatted("Survivor", "1.3.6.1.4.1.99999.11"));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);

        server.kill();
        server.ensureRunning();

        assertThat(new Administration(server).get("operators").body()).contains("\"Survivor\"");
    }

    @Test
    void what_was_answered_is_still_there_after_the_server_was_stopped(RunningServer server) throws Exception {
        HttpResponse<String> registered =
                new Administration(server).post("operators", OPERATOR.formatted("Sleeper", "1.3.6.1.4.1.99999.12"));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);

        server.stop();
        server.ensureRunning();

        assertThat(new Administration(server).get("operators").body()).contains("\"Sleeper\"");
    }
}
