package org.mintline.sgp23;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * Case 16 of TC_SM-DP+_ES9+.AuthenticateClientNIST_ErrorCases and ...BRP_ErrorCases (SGP.23, clause 4.3.14.2), for which the server
 * is started with orders that last a second.
 */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_AuthenticateClient_ErrorCases_16IT {
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(1);

    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_AuthenticateClient_ErrorCases_16IT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @BeforeAll
    static void shortOrders(RunningServer server) {
        server.restartWith(Map.of("mintline.smdpplus.order.time-to-live", TIME_TO_LIVE.toString()));
    }

    @AfterAll
    static void usualOrders(RunningServer server) {
        server.restartWith(Map.of());
    }

    @OverAllWays
    void case_16_download_order_expired(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        Instant expired = Instant.now().plus(TIME_TO_LIVE);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            while (!Instant.now().isAfter(expired)) {
                Thread.sleep(100);
            }
            way.failed(() -> device.offer(order.matchingId()), "8.8.5/4.10", "DOWNLOAD_ORDER_EXPIRED");
        }
    }
}
