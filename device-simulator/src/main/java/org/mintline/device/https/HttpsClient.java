package org.mintline.device.https;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A client of one server; may be used by many threads, and should be, since it keeps connections. */
public final class HttpsClient {
    private static final int MAXIMUM_BODY = 4 * 1024 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI base;

    /**
     * What the server answered.
     *
     * @param status the HTTP status
     * @param body the body, empty if there is none
     */
    public record Answer(int status, byte[] body) {}

    /**
     * A client of a server that has another name than the host where it is reached.
     *
     * @param name the name of the server, for SNI; its certificate is for this name, or for the host
     * @param connectTo where it is reached
     * @param context trust in the server, and the client's own certificate if it has one
     */
    public HttpsClient(String name, InetSocketAddress connectTo, SSLContext context) {
        this(connectTo, context, List.of(new SNIHostName(name)));
    }

    /**
     * A client of a server that is known by its host.
     *
     * @param server where it is reached; its certificate is for this host, which SNI names too unless it is an IP address
     * @param context trust in the server, and the client's own certificate if it has one
     */
    public HttpsClient(InetSocketAddress server, SSLContext context) {
        this(server, context, List.of());
    }

    private HttpsClient(InetSocketAddress connectTo, SSLContext context, List<SNIServerName> names) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setServerNames(names);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(context)
                .sslParameters(parameters)
                .build();
        this.base = URI.create("https://" + connectTo.getHostString() + ":" + connectTo.getPort());
    }

    /**
     * Sends a body and waits for the answer.
     *
     * @throws IOException if the server is not reached, not trusted, or answers with more than 4 MiB
     */
    public Answer post(String path, Map<String, String> headers, byte[] body) throws IOException {
        return send("POST", path, headers, body);
    }

    /**
     * Sends a request of any method; the body may be empty.
     *
     * @throws IOException if the server is not reached, not trusted, or answers with more than 4 MiB
     */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                byte[] answer = stream.readNBytes(MAXIMUM_BODY + 1);
                if (answer.length > MAXIMUM_BODY) {
                    throw new IOException("the answer is longer than " + MAXIMUM_BODY + " bytes");
                }
                return new Answer(response.statusCode(), answer);
            }
        } catch (ConnectException e) {
            throw new IOException(
                    "no connection to " + base.getAuthority() + ": nobody listens there, or the name is unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the answer", e);
        }
    }
}
