package org.mintline.device.factory.link.https;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.mintline.device.factory.link.CommandHandler;
import org.mintline.device.factory.link.DeviceEnd;

/**
 * The device's end over HTTPS: opens a session at the station, brings answers and takes commands away. A POST that fails is sent again, the same bytes; if
 * the session is over, or that does not help, it opens another one, as often as it takes.
 */
public final class LinkClient implements DeviceEnd {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;
    private static final int PAUSE = 500;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final Pattern SESSION = Pattern.compile(LinkServer.PATH + "/[0-9a-f]{32}");

    private final HttpClient client;
    private final URI station;
    private final CommandHandler handler;
    private Optional<URI> session = Optional.empty();
    private LinkMessage answer = nothing();
    private Optional<LinkMessage> command = Optional.empty();
    private CompletableFuture<HttpResponse<InputStream>> underWay;
    private int failures;

    /**
     * @param station its address, without a path
     * @param context trust in the station
     * @param handler carries out the commands
     */
    public LinkClient(URI station, SSLContext context, CommandHandler handler) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .sslContext(context)
                .build();
        this.station = station;
        this.handler = handler;
    }

    /** @throws IOException if the station is not the one that is trusted */
    @Override
    public boolean answerNext(int milliseconds) throws IOException {
        boolean isAnswered = command.isPresent();
        if (isAnswered) {
            LinkMessage asked = command.get();
            command = Optional.empty();
            answer = new LinkMessage(asked.sequence(), handler.answer(asked.payload()));
        }
        if (underWay == null) {
            underWay = send();
        }
        try {
            HttpResponse<InputStream> response = underWay.get(milliseconds, TimeUnit.MILLISECONDS);
            underWay = null;
            accept(response);
        } catch (TimeoutException e) {
            // it stays under way until the next call
        } catch (ExecutionException e) {
            underWay = null;
            failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the station", e);
        }
        return isAnswered;
    }

    private CompletableFuture<HttpResponse<InputStream>> send() {
        byte[] body = session.isPresent() ? answer.encoded() : new byte[0];
        HttpRequest request = HttpRequest.newBuilder(session.orElse(station.resolve(LinkServer.PATH)))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofInputStream());
    }

    private void accept(HttpResponse<InputStream> response) throws IOException {
        byte[] body;
        try (InputStream stream = response.body()) {
            body = stream.readNBytes(LinkMessage.MAXIMUM + 1);
        }
        failures = 0;
        if (session.isEmpty()) {
            begin(response);
        } else if (response.statusCode() == OK) {
            command = LinkMessage.decode(body).filter(next -> next.sequence() == answer.next());
            session = session.filter(here -> command.isPresent());
        } else if (response.statusCode() != NO_CONTENT) {
            session = Optional.empty();
        }
    }

    private void begin(HttpResponse<InputStream> response) {
        session = response.headers()
                .firstValue("Location")
                .filter(location -> response.statusCode() == CREATED)
                .filter(SESSION.asMatchPredicate())
                .map(station::resolve);
        answer = nothing();
        if (session.isEmpty()) {
            pause();
        }
    }

    private void failed(Throwable cause) throws IOException {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                throw new IOException(
                        "the station at " + station + " is not the trusted one: " + each.getMessage(), cause);
            }
        }
        if (++failures >= ATTEMPTS) {
            session = Optional.empty();
            failures = 0;
        }
        pause();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LinkMessage nothing() {
        return new LinkMessage(0, new byte[0]);
    }
}
