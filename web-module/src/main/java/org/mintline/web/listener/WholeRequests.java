package org.mintline.web.listener;

import io.undertow.io.IoCallback;
import io.undertow.io.Receiver;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.ImmediatePooledByteBuffer;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes in the body of a request before a thread is given to it, so that a client that stops in the middle of its body holds none.
 *
 * <p>This is so for every body that says how long it is, up to the largest request of RSP, and for those of RSP that do not say it. A
 * longer one goes on unread. At most 512 requests wait for their bodies; others are asked to come again.
 */
public final class WholeRequests implements ServletExtension {
    private static final String RSP = "/gsma/";
    private static final int MAXIMUM = Math.max(
            Integer.getInteger("mintline.limit.es9plus", 131_072),
            Integer.getInteger("mintline.limit.es2plus", 65_536));
    private static final int MAXIMUM_WAITING = 512;

    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> takeIn(exchange, next));
    }

    private void takeIn(HttpServerExchange exchange, HttpHandler next) throws Exception {
        if (exchange.isRequestComplete() || !isToBeWhole(exchange)) {
            next.handleRequest(exchange);
        } else if (waiting.incrementAndGet() > MAXIMUM_WAITING) {
            waiting.decrementAndGet();
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE)
                    .setPersistent(false)
                    .endExchange();
        } else {
            new Pending(next).takeIn(exchange);
        }
    }

    private static boolean isToBeWhole(HttpServerExchange exchange) {
        long length = exchange.getRequestContentLength();
        return length < 0 ? exchange.getRequestPath().startsWith(RSP) : length <= MAXIMUM;
    }

    /** A request whose body is on its way. */
    private final class Pending implements IoCallback {
        private final HttpHandler next;
        private final AtomicBoolean waits = new AtomicBoolean(true);

        Pending(HttpHandler next) {
            this.next = next;
        }

        void takeIn(HttpServerExchange exchange) {
            exchange.addExchangeCompleteListener((ended, others) -> {
                end();
                others.proceed();
            });
            if (HttpContinue.requiresContinueResponse(exchange)) {
                HttpContinue.sendContinueResponse(exchange, this);
            } else {
                receive(exchange);
            }
        }

        private void end() {
            if (waits.getAndSet(false)) {
                waiting.decrementAndGet();
            }
        }

        private void receive(HttpServerExchange exchange) {
            Receiver receiver = exchange.getRequestReceiver();
            receiver.setMaxBufferSize(MAXIMUM);
            receiver.receiveFullBytes(this::goOn, this::refuse);
        }

        /** Gives the body back, to be read again without waiting; what is no body in chunks has ended its exchange already. */
        private void goOn(HttpServerExchange exchange, byte[] body) {
            if (!waits.get()) {
                return;
            }
            if (body.length > 0) {
                Connectors.ungetRequestBytes(exchange, new ImmediatePooledByteBuffer(ByteBuffer.wrap(body)));
                Connectors.resetRequestChannel(exchange);
            }
            handOn(exchange);
        }

        /** Too long a body goes on unread, like one that says so from the start: what refuses that one records it. */
        private void refuse(HttpServerExchange exchange, IOException failure) {
            if (!waits.get()) {
                return;
            }
            exchange.setPersistent(false);
            if (failure instanceof Receiver.RequestToLargeException) {
                exchange.getRequestReceiver().pause();
                exchange.getRequestHeaders().put(Headers.CONTENT_LENGTH, MAXIMUM + 1L);
                handOn(exchange);
            } else {
                exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
            }
        }

        private void handOn(HttpServerExchange exchange) {
            exchange.dispatch((HttpHandler) whole -> {
                end();
                next.handleRequest(whole);
            });
        }

        /** The client that waited for 100 Continue has got it, and sends its body. */
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            exchange.dispatch((HttpHandler) this::receive);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
            exchange.endExchange();
        }
    }
}
