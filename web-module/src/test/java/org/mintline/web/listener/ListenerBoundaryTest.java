package org.mintline.web.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;

class ListenerBoundaryTest {
    private static final Map<Listener, Integer> PORTS = Map.of(
            Listener.ES9PLUS,
            18443,
            Listener.ES2PLUS,
            18444,
            Listener.CONSOLE,
            18445,
            Listener.ES9PLUS_BRAINPOOL,
            18446,
            Listener.STATIONS,
            18448);

    private static final MintlineConfiguration.Limits LIMITS =
            new MintlineConfiguration.Limits(128 * 1024, 64 * 1024, 1024 * 1024, 512 * 1024);

    private final ListenerBoundary boundary = new ListenerBoundary(
            PORTS, new Routes(LIMITS), new RequestRate(1, 2, 10, () -> 0), EnumSet.allOf(ServerRole.class));
    private final Map<String, String> headers = new HashMap<>();
    private final AtomicReference<ServletRequest> passed = new AtomicReference<>();
    private boolean secure = true;
    private int status = HttpServletResponse.SC_OK;
    private long announced = -1;

    @ParameterizedTest
    @CsvSource({
        "/gsma/rsp2/es9plus/initiateAuthentication,18443",
        "/gsma/rsp2/asn1,18443",
        "/gsma/rsp2/es2plus/downloadOrder,18444",
        "/administration/v1/operators,18445",
        "/openapi.yaml,18445",
        "/,18445",
        "/profiles.xhtml,18445",
        "/gsma/rsp2/es9plusx/initiateAuthentication,18445",
    })
    void a_path_is_answered_on_its_listener_and_not_found_on_the_others(String path, int port) throws Exception {
        for (int other : PORTS.values()) {
            passed.set(null);
            status = HttpServletResponse.SC_OK;

            call(path, other, "127.0.0.1", new byte[0]);

            boolean here = other == port || other == 18446 && port == 18443;
            assertThat(passed.get() != null).as("%s on %d", path, other).isEqualTo(here);
            assertThat(status).isEqualTo(here ? 200 : 404);
        }
    }

    @Test
    void nothing_is_answered_without_tls() throws Exception {
        secure = false;

        call("/gsma/rsp2/es9plus/initiateAuthentication", 18443, "127.0.0.1", new byte[0]);

        assertThat(passed.get()).isNull();
        assertThat(status).isEqualTo(403);
    }

    @Test
    void a_body_is_read_up_to_the_limit_of_its_path_and_no_further() throws Exception {
        call("/gsma/rsp2/es2plus/downloadOrder", 18444, "127.0.0.1", new byte[64 * 1024]);
        assertThat(body().readAllBytes()).hasSize(64 * 1024);

        call("/gsma/rsp2/es2plus/downloadOrder", 18444, "127.0.0.1", new byte[64 * 1024 + 1]);
        InputStream tooLong = body();
        assertThatThrownBy(tooLong::readAllBytes).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void a_body_that_is_announced_too_long_is_not_waited_for() throws Exception {
        announced = 64 * 1024 + 1;
        call("/gsma/rsp2/es2plus/downloadOrder", 18444, "127.0.0.1", new byte[1]);
        InputStream tooLong = body();

        assertThatThrownBy(tooLong::read).isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> tooLong.read(new byte[1])).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void a_device_that_calls_too_often_is_told_to_wait() throws Exception {
        for (int i = 0; i < 3; i++) {
            call("/gsma/rsp2/asn1", 18443, "192.0.2.1", new byte[0]);
        }

        assertThat(status).isEqualTo(429);
        assertThat(headers).containsEntry("Retry-After", "1");
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        call("/gsma/rsp2/asn1", 18443, "127.0.0.1", new byte[0]);
        assertThat(headers)
                .containsEntry("Strict-Transport-Security", "max-age=31536000")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("Cache-Control", "no-store");

        headers.clear();
        call("/dashboard.xhtml", 18445, "127.0.0.1", new byte[0]);
        assertThat(headers.get("Content-Security-Policy")).contains("frame-ancestors 'none'", "form-action 'self'");
    }

    private InputStream body() throws IOException {
        return passed.get().getInputStream();
    }

    private void call(String path, int port, String remote, byte[] body) throws ServletException, IOException {
        Map<String, Object> answers = Map.of(
                "isSecure",
                secure,
                "getServletPath",
                path,
                "getLocalPort",
                port,
                "getRemoteAddr",
                remote,
                "getInputStream",
                stream(body),
                "getContentLengthLong",
                announced);
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, arguments) -> answers.get(name));
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, arguments) -> {
            if (name.equals("setStatus")) {
                status = (int) arguments[0];
            } else if (name.equals("setHeader")) {
                headers.put((String) arguments[0], (String) arguments[1]);
            }
            return null;
        });
        boundary.doFilter(request, response, (next, ignored) -> passed.set(next));
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private static ServletInputStream stream(byte[] body) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("is read by blocking");
            }
        };
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
