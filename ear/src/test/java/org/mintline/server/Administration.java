package org.mintline.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The REST interface for the platform's own staff, called as the administrator unless something else is said. */
public final class Administration {
    private final HttpClient client;
    private final URI base;
    private final String authorization;

    /** Calls the given server. */
    public Administration(RunningServer server) throws IOException, GeneralSecurityException {
        this(server, "administrator", server.administratorPassword());
    }

    /** Calls the given server as some user. */
    public Administration(RunningServer server, String user, String password)
            throws IOException, GeneralSecurityException {
        client = HttpClient.newBuilder()
                .sslContext(TlsClient.trusting(server.home().resolve("pki/operator/server-ca.pem")))
                .build();
        base = server.console().resolve("/administration/v1/");
        String credentials = user + ":" + password;
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** What is at a path below {@code /administration/v1/}. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Sends a JSON body. */
    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    /** Replaces what is at a path by a JSON body. */
    public HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, json);
    }

    private HttpResponse<String> send(String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends a file. */
    public HttpResponse<String> upload(String path, byte[] file) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization);
    }
}
