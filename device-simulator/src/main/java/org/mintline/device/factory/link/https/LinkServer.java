package org.mintline.device.factory.link.https;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.mintline.device.factory.link.Carrier;
import org.mintline.rsp.crypto.Randomness;

/**
 * The station's HTTPS server: devices open sessions, and each session is a resource with a random name that only its device knows. Who
 * the device is, and that it knows the station, is shown within the session.
 */
public final class LinkServer implements AutoCloseable {
    /** Where sessions are opened; each lies below. */
    public static final String PATH = "/factory-link";

    private static final int NAME = 16;
    private static final int POLL = 10_000;
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final HttpsServer server;
    private final ExecutorService executor;
    private final Randomness randomness;
    private final int maximumSessions;
    private final int milliseconds;
    private final Map<String, LinkSession> sessions = new ConcurrentHashMap<>();
    private final BlockingQueue<LinkSession> waiting = new LinkedBlockingQueue<>();

    /**
     * Listens.
     *
     * @param address where; port 0 for any that is free
     * @param context the station's key and certificate
     * @param maximumSessions how many devices at once
     * @param milliseconds how long a device may take to answer
     */
    public LinkServer(
            InetSocketAddress address, SSLContext context, Randomness randomness, int maximumSessions, int milliseconds)
            throws IOException {
        this.randomness = randomness;
        this.maximumSessions = maximumSessions;
        this.milliseconds = milliseconds;
        // a thread holds a POST that waits for its command; a device may have a second one under way after a cut
        this.executor = Executors.newFixedThreadPool(2 * maximumSessions + 2);
        this.server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(executor);
        server.createContext(PATH, this::handle);
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A place at which one device after the other is served: it takes the next device once the one before is gone. */
    public Carrier place() {
        return new LinkPlace(this, milliseconds);
    }

    /** Waits for a session that nobody serves yet. */
    Optional<LinkSession> await(int patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience, TimeUnit.MILLISECONDS));
    }

    /** Ends all sessions. */
    @Override
    public void close() {
        sessions.values().forEach(LinkSession::close);
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LinkMessage.MAXIMUM + 1);
            String path = exchange.getRequestURI().getPath();
            if (!"POST".equals(exchange.getRequestMethod())) {
                answer(exchange, METHOD_NOT_ALLOWED);
            } else if (body.length > LinkMessage.MAXIMUM) {
                answer(exchange, CONTENT_TOO_LARGE);
            } else if (path.equals(PATH)) {
                open(exchange);
            } else {
                continueSession(exchange, path, body);
            }
        }
    }

    private synchronized void open(HttpExchange exchange) throws IOException {
        sessions.values().removeIf(LinkSession::isClosed);
        if (sessions.size() >= maximumSessions) {
            answer(exchange, SERVICE_UNAVAILABLE);
            return;
        }
        String path = PATH + "/" + HexFormat.of().formatHex(randomness.octets(NAME));
        LinkSession session = new LinkSession(milliseconds);
        sessions.put(path, session);
        waiting.add(session);
        exchange.getResponseHeaders().set("Location", path);
        answer(exchange, CREATED);
    }

    private void continueSession(HttpExchange exchange, String path, byte[] body) throws IOException {
        LinkSession session = sessions.get(path);
        if (session == null) {
            answer(exchange, NOT_FOUND);
            return;
        }
        Optional<LinkMessage> message = LinkMessage.decode(body);
        if (message.isEmpty()) {
            answer(exchange, BAD_REQUEST);
            return;
        }
        LinkSession.Reply reply = session.post(message.get(), POLL);
        if (reply instanceof LinkSession.Reply.Command command) {
            byte[] next = command.message().encoded();
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(OK, next.length);
            exchange.getResponseBody().write(next);
        } else if (reply instanceof LinkSession.Reply.Nothing) {
            answer(exchange, NO_CONTENT);
        } else {
            answer(exchange, reply instanceof LinkSession.Reply.Conflict ? CONFLICT : NOT_FOUND);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
