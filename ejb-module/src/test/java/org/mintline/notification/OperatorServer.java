package org.mintline.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An operator's server: HTTPS with client certificates. Keeps what it took. */
final class OperatorServer implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<String> answer;

    OperatorServer(SSLContext tls, ToIntFunction<String> answer) throws IOException {
        this.answer = answer;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = getSSLContext().getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Admin-Protocol"));
        int status = answer.applyAsInt(body);
        if (status == 200 || status == 204) {
            taken.add(body);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void answer(ToIntFunction<String> next) {
        answer = next;
    }

    List<String> taken() {
        return taken;
    }

    List<String> paths() {
        return paths;
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/base");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
