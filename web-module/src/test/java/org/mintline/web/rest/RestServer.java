package org.mintline.web.rest;

import io.undertow.Undertow;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** One REST interface as it is deployed, behind a plain HTTP port of its own, over roles that the test brings. */
public final class RestServer implements AutoCloseable {
    private static final List<Logger> QUIET = Stream.of(
                    "org.jboss.resteasy", "io.undertow", "org.xnio", "org.hibernate")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final UndertowJaxrsServer server = new UndertowJaxrsServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    /**
     * Starts the interface on a free port.
     *
     * @param application the JAX-RS application, whose classes are made with their injected constructors
     * @param roles what to inject, by type; a role that is not there must not be asked
     * @param filters servlet filters before it
     */
    public RestServer(Application application, Map<Class<?>, Object> roles, Filter... filters) throws IOException {
        String path =
                application.getClass().getAnnotation(ApplicationPath.class).value();
        ResteasyDeployment deployment = new ResteasyDeploymentImpl();
        deployment.setApplication(new WithRoles(application, roles));
        DeploymentInfo info = server.undertowDeployment(deployment, path);
        info.setClassLoader(getClass().getClassLoader());
        info.setContextPath("/");
        info.setDeploymentName("test");
        for (Filter filter : filters) {
            String name = filter.getClass().getName();
            info.addFilter(new FilterInfo(name, filter.getClass(), new ImmediateInstanceFactory<>(filter)));
            info.addFilterUrlMapping(name, "/*", DispatcherType.REQUEST);
        }
        server.deploy(info);
        int port = freePort();
        server.start(Undertow.builder().addHttpListener(port, "127.0.0.1"));
        base = URI.create("http://127.0.0.1:" + port + path + "/");
    }

    /** A request to a path below that of the interface. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                path.isEmpty() ? URI.create(base.toString().replaceFirst("/$", "")) : base.resolve(path));
    }

    /** Posts a JSON body as a client of RSP does. */
    public HttpResponse<String> post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body as a client of RSP does, whatever is in it. */
    public HttpResponse<String> post(String path, byte[] body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    /** The classes of an application as instances, made as the container makes them. */
    private static final class WithRoles extends Application {
        private final Map<Class<?>, Object> instances;
        private final Set<Object> singletons = new HashSet<>();

        WithRoles(Application application, Map<Class<?>, Object> roles) {
            instances = new HashMap<>(roles);
            application.getClasses().forEach(type -> singletons.add(make(type)));
        }

        @Override
        public Set<Object> getSingletons() {
            return singletons;
        }

        private Object make(Class<?> type) {
            Object known = instances.get(type);
            if (known != null) {
                return known;
            }
            if (type.isInterface()) {
                return notAsked(type);
            }
            Constructor<?> constructor = constructor(type);
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(this::make)
                    .toArray();
            try {
                constructor.setAccessible(true);
                Object made = constructor.newInstance(arguments);
                instances.put(type, made);
                return made;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A role that the test does without: each call of it fails. */
        private static Object notAsked(Class<?> role) {
            return Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, arguments) -> {
                throw new IllegalStateException("nobody should ask " + method);
            });
        }

        private static Constructor<?> constructor(Class<?> type) {
            List<Constructor<?>> all = List.of(type.getDeclaredConstructors());
            return all.stream()
                    .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                    .findFirst()
                    .orElseGet(() -> all.stream()
                            .filter(constructor -> constructor.getParameterCount() == 0)
                            .findFirst()
                            .orElseThrow());
        }
    }
}
