package org.mintline.web.rest.administration;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mintline.audit.AuditTrail;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.users.RecentSignIns;
import org.mintline.users.SignInLock;
import org.mintline.web.rest.RecordedAudit;
import org.mintline.web.rest.RestServer;

/** The administration interface with {@link TwoUsers}, one operator, and the roles that a test brings; called as the administrator. */
final class AdministrationServer implements AutoCloseable {
    /** The operator that there is. */
    static final OperatorId OPERATOR = new OperatorId(1);

    private static final String ADMIN = "Basic YWRtaW46c2VjcmV0";

    private final RecordedAudit audit = new RecordedAudit();
    private final RestServer server;

    /**
     * Starts it on a free port.
     *
     * @param roles what the test is about, by type
     */
    AdministrationServer(Map<Class<?>, Object> roles) throws IOException {
        Map<Class<?>, Object> all = new HashMap<>();
        all.put(RecentSignIns.class, TwoUsers.signIns());
        all.put(SignInLock.class, new SignInLock(10, Duration.ofMinutes(5)));
        all.put(OperatorDirectory.class, oneOperator());
        all.put(AuditTrail.class, audit);
        all.putAll(roles);
        server = new RestServer(new AdministrationApplication(), all, new TwoUsers());
    }

    /** What was recorded. */
    RecordedAudit audit() {
        return audit;
    }

    /** What is at a path below {@code /administration/v1/}. */
    HttpResponse<String> get(String path) {
        return send(path, Optional.of(ADMIN), "GET", BodyPublishers.noBody(), Optional.empty());
    }

    /** What is at a path for a caller with other credentials, or with none. */
    HttpResponse<String> getAs(Optional<String> authorization, String path) {
        return send(path, authorization, "GET", BodyPublishers.noBody(), Optional.empty());
    }

    /** Sends a JSON body. */
    HttpResponse<String> send(String method, String path, String json) {
        return send(path, Optional.of(ADMIN), method, BodyPublishers.ofString(json), Optional.of("application/json"));
    }

    /** Deletes what is at a path. */
    HttpResponse<String> delete(String path) {
        return send(path, Optional.of(ADMIN), "DELETE", BodyPublishers.noBody(), Optional.empty());
    }

    /** Sends a file. */
    HttpResponse<String> upload(String path, String file) {
        return send(
                path,
                Optional.of(ADMIN),
                "POST",
                BodyPublishers.ofString(file),
                Optional.of("application/octet-stream"));
    }

    private HttpResponse<String> send(
            String path,
            Optional<String> authorization,
            String method,
            HttpRequest.BodyPublisher body,
            Optional<String> mediaType) {
        HttpRequest.Builder request = server.request(path).method(method, body);
        authorization.ifPresent(credentials -> request.header("Authorization", credentials));
        mediaType.ifPresent(type -> request.header("Content-Type", type));
        return server.send(request);
    }

    @Override
    public void close() {
        server.close();
    }

    private static OperatorDirectory oneOperator() {
        Operator operator = new Operator(OPERATOR, "Example Mobile", "2.999.1", Optional.empty());
        return (OperatorDirectory) Proxy.newProxyInstance(
                OperatorDirectory.class.getClassLoader(),
                new Class<?>[] {OperatorDirectory.class},
                (self, method, arguments) -> method.getName().equals("find") && arguments[0].equals(OPERATOR)
                        ? Optional.of(operator)
                        : Optional.empty());
    }
}
