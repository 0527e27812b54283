package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.device.lpa.RspServers.Binding;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedDevice;
import org.mintline.sgp23.Way;

/** Clients that begin to send and stop: the server has fewer threads for requests than there are of them. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class SlowClientIT {
    private static final int CLIENTS = 80;
    private static final byte[] HALF_A_BODY = Malformed.utf8("{\"euiccChallenge\":\"");

    private final RunningServer server;

    SlowClientIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1000",
                "Transfer-Encoding: chunked",
                "Content-Length: 1000\r\nExpect: 100-continue"
            })
    void clients_that_send_half_a_body_and_stop_keep_nobody_waiting(String length) throws Exception {
        List<SSLSocket> slow = new ArrayList<>();
        try (SimulatedDevice device = new SimulatedDevice(server, new Way(EllipticCurve.NIST_P256, Binding.JSON))) {
            for (int client = 0; client < CLIENTS; client++) {
                slow.add(halfRequest(length));
            }

            device.es9plus().initiateAuthentication(device.initiateAuthentication());

            // Had it waited for one of them, it would have waited until the server gave that one up.
            assertThat(slow).allSatisfy(SlowClientIT::isStillConnected);
        } finally {
            for (SSLSocket socket : slow) {
                socket.close();
            }
        }
    }

    private SSLSocket halfRequest(String length) throws Exception {
        SSLSocket socket = Wire.es9plus(server).connect();
        byte[] head = Wire.head(
                "POST /gsma/rsp2/es9plus/initiateAuthentication HTTP/1.1",
                "Host: smdpplus.mintline.test",
                "Content-Type: application/json",
                "X-Admin-Protocol: gsma/rsp/v2.2.0",
                length);
        byte[] body = length.startsWith("Transfer") ? Wire.joined(Malformed.utf8("3E8\r\n"), HALF_A_BODY) : HALF_A_BODY;
        socket.getOutputStream().write(Wire.joined(head, body));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Whether the server has neither answered, but for 100 Continue, nor closed the connection. */
    private static void isStillConnected(SSLSocket socket) throws IOException {
        socket.setSoTimeout(10);
        StringBuilder answer = new StringBuilder();
        assertThatThrownBy(() -> {
                    for (int next = socket.getInputStream().read();
                            next >= 0;
                            next = socket.getInputStream().read()) {
                        answer.append((char) next);
                    }
                })
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(answer.toString().replace("HTTP/1.1 100 Continue\r\n", "").strip())
                .isEmpty();
    }
}
