package org.mintline.web.listener;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses forms that are longer than any page sends, or do not say how long they are. The container reads a form into memory before
 * it knows who sends it, and wherever a path ends like that of the sign-in; so a limit within the application would come too late.
 */
public final class ShortForms implements ServletExtension {
    /** The longest form, in bytes. */
    static final long MAXIMUM = 128 * 1024;

    private static final String ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";
    private static final Set<String> UPLOADS =
            Set.of("/console/imports.xhtml", "/console/devices.xhtml", "/console/lot.xhtml", "/console/batches.xhtml");
    private static final String RSP = "/gsma/";
    private static final String SIGN_IN = "/j_security_check";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> handle(exchange, next));
    }

    private static void handle(HttpServerExchange exchange, HttpHandler next) throws Exception {
        long length = exchange.getRequestContentLength();
        if (!isReadAsForm(exchange.getRequestPath(), mediaType(exchange)) || length >= 0 && length <= MAXIMUM) {
            next.handleRequest(exchange);
        } else {
            exchange.setStatusCode(length < 0 ? StatusCodes.LENGTH_REQUIRED : StatusCodes.REQUEST_ENTITY_TOO_LARGE)
                    .setPersistent(false)
                    .endExchange();
        }
    }

    /** What RSP is sent is no form, whatever it says; a file that is brought in streams to the disk, behind a sign-in. */
    private static boolean isReadAsForm(String path, String mediaType) {
        boolean form = mediaType.startsWith(ENCODED) || mediaType.startsWith(MULTIPART) && !UPLOADS.contains(path);
        return form && (!path.startsWith(RSP) || path.endsWith(SIGN_IN));
    }

    private static String mediaType(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
