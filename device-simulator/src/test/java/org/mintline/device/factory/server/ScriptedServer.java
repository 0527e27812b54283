package org.mintline.device.factory.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A support server that answers what a test tells it to, over mutual TLS, and keeps what it was asked. */
final class ScriptedServer implements AutoCloseable {
    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final HttpsServer server;

    /**
     * What came in.
     *
     * @param line method and path
     * @param body as text
     * @param serverNames what the client named the server by in the TLS handshake
     */
    record Request(String line, String body, List<SNIServerName> serverNames) {}

    /** What is answered to one request. */
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    ScriptedServer(InetAddress address, int port, SSLContext context) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(address, port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    ScriptedServer answering(Answer... inThisOrder) {
        answers.addAll(List.of(inThisOrder));
        return this;
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    static Answer body(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    static Answer json(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer done() {
        return exchange -> exchange.sendResponseHeaders(204, -1);
    }

    static Answer problem(int status, String detail) {
        return exchange -> {
            byte[] problem = "{\"status\":%d,\"detail\":\"%s\"}"
                    .formatted(status, detail)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, problem.length);
            exchange.getResponseBody().write(problem);
        };
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** The connection ends before an answer comes. */
    static Answer nothing() {
        return HttpExchange::close;
    }

    /** The connection ends in the middle of a body. */
    static Answer half(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            requests.add(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    session.getRequestedServerNames()));
            Answer answer = answers.poll();
            if (answer == null) {
                throw new AssertionError("no answer is left for " + requests.get(requests.size() - 1));
            }
            answer.send(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
