package org.mintline.notification;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Calls over HTTPS with mutual TLS, as SGP.22 v2.5, clauses 2.6.6 and 6.5, ask of ES2+. */
final class HttpsOperatorCalls implements OperatorCalls {
    private static final String PATH = "/gsma/rsp2/es2plus/";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final HttpClient client;
    private final Duration timeout;

    HttpsOperatorCalls(SSLContext tls, Duration timeout, Executor executor) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(timeout)
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public CompletionStage<Outcome> call(URI callbackAddress, String function, String body) {
        String base = callbackAddress.toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH + function))
                .timeout(timeout)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("X-Admin-Protocol", "gsma/rsp/v2.5.0")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<Void>> exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                        return Outcome.unreachable(reason(failure));
                    }
                    int status = response.statusCode();
                    return status == OK || status == NO_CONTENT ? Outcome.taken() : Outcome.refused(status);
                });
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "no connection";
        }
        if (cause instanceof SSLException) {
            return "TLS: " + cause.getMessage();
        }
        return cause instanceof IOException ? "connection broken: " + cause.getMessage() : cause.toString();
    }
}
