package org.mintline.device.es2plus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Takes ES2+.HandleDownloadProgressInfo, the call that the SM-DP+ makes to the operator (SGP.22 v2.5, clause 5.3.5). */
public final class ProgressInfoReceiver implements AutoCloseable {
    /** Where it is called. */
    public static final String PATH = "/gsma/rsp2/es2plus/handleDownloadProgressInfo";

    private static final int MAXIMUM_BODY = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final ExecutorService executor;
    private final Consumer<ProgressInfo> listener;

    /**
     * One call.
     *
     * @param functionCallIdentifier which call: the same again is a call that is repeated, since its answer got lost
     * @param iccid of the Profile
     * @param eid of the eUICC, if it was told
     * @param notificationPointId 1 to 4 as SGP.22 v2.5, clause 5.3.5, has them, 101 to 103 Mintline's own
     * @param status how that point ended, for instance {@code Executed-Success}
     * @param timestamp when, as the SM-DP+ wrote it
     */
    public record ProgressInfo(
            String functionCallIdentifier,
            String iccid,
            Optional<String> eid,
            int notificationPointId,
            String status,
            String timestamp) {
        /** The notification point in words. */
        public String point() {
            return switch (notificationPointId) {
                case 1 -> "eligibility and retry limit check";
                case 2 -> "confirmation failure";
                case 3 -> "BPP download";
                case 4 -> "BPP installation";
                case 101 -> "profile enabled";
                case 102 -> "profile disabled";
                case 103 -> "profile deleted";
                default -> "unknown";
            };
        }
    }

    /**
     * Listens.
     *
     * @param address where; port 0 for any that is free
     * @param context the operator's key, and trust in the SM-DP+
     * @param listener gets each call before it is answered
     */
    public ProgressInfoReceiver(InetSocketAddress address, SSLContext context, Consumer<ProgressInfo> listener)
            throws IOException {
        this.listener = listener;
        this.executor = Executors.newFixedThreadPool(2);
        this.server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new MutualTls(context));
        server.setExecutor(executor);
        server.createContext(PATH, this::handle);
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY + 1);
            if (!"POST".equals(exchange.getRequestMethod()) || body.length > MAXIMUM_BODY) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            JsonNode json = JSON.readTree(body);
            listener.accept(new ProgressInfo(
                    json.at("/header/functionCallIdentifier").asText(),
                    json.path("iccid").asText(),
                    Optional.ofNullable(json.path("eid").textValue()),
                    json.path("notificationPointId").asInt(),
                    json.path("notificationPointStatus").path("status").asText(),
                    json.path("timestamp").asText()));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static final class MutualTls extends HttpsConfigurator {
        MutualTls(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
        }
    }
}
