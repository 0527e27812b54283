package org.mintline.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mintline.server.RunningServer;
import org.mintline.server.TlsClient;

/** Two operators with two profile types each, made over the administration interface. */
final class ConsoleWorld {
    static final String NORTH = "Console North";
    static final String SOUTH = "Console South";
    static final String TYPE = "console-test";
    static final String VARIANT = "console-test-5g";

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final String TEMPLATE = "/org/mintline/rsp/profilepackage/template/mintline-default.yaml";

    private final RunningServer server;
    private final HttpClient http;

    ConsoleWorld(RunningServer server) throws IOException, GeneralSecurityException {
        this.server = server;
        http = HttpClient.newBuilder()
                .sslContext(TlsClient.trusting(server.home().resolve("pki/operator/server-ca.pem")))
                .build();
    }

    /** The password of the first administrator. */
    String password() throws IOException {
        return Files.readString(server.home().resolve("administrator.password")).strip();
    }

    /** Makes an operator with a profile type and what can be a variant of it; the answer is its number. */
    long operator(String name, String functionRequesterIdentifier) throws IOException, InterruptedException {
        String operator = administration(
                "operators",
                "{\"name\":\"%s\",\"functionRequesterIdentifier\":\"%s\",\"clientCertificates\":[]}"
                        .formatted(name, functionRequesterIdentifier));
        Matcher id = ID.matcher(operator);
        if (!id.find()) {
            throw new IllegalStateException(operator);
        }
        for (String type : List.of(TYPE, VARIANT)) {
            profileType(id.group(1), type, name);
        }
        return Long.parseLong(id.group(1));
    }

    private void profileType(String operator, String type, String name) throws IOException, InterruptedException {
        administration(
                "operators/" + operator + "/profileTypes",
                ("{\"name\":\"%s\",\"sourceFormat\":\"TEMPLATE\",\"source\":\"%s\","
                                + "\"serviceProviderName\":\"%s\",\"profileName\":\"Test\",\"description\":\"\"}")
                        .formatted(type, Base64.getEncoder().encodeToString(template()), name));
    }

    /** Brings a profile into stock. */
    void profile(long operator, String iccid) throws IOException, InterruptedException {
        administration(
                "operators/" + operator + "/profiles",
                ("{\"profileType\":\"%s\",\"iccid\":\"%s\",\"columns\":{\"imsi\":\"262990000000001\","
                                + "\"ki\":\"000102030405060708090a0b0c0d0e0f\",\"opc\":\"f0e0d0c0b0a090807060504030201000\"}}")
                        .formatted(TYPE, iccid));
    }

    /**
     * Makes a user in the room of the users.
     *
     * @param administrator a browser in which an administrator is signed in
     * @param operator the name of the operator whose user it is; empty for the platform's own staff
     * @param role as the room calls it
     */
    void makeUser(Browser administrator, String name, String operator, String role, String password) {
        administrator.open("users.xhtml");
        administrator.type("new:name", name);
        administrator.choose("new:operator", operator);
        administrator.choose("new:role", role);
        administrator.type("new:password", password);
        administrator.click("new:create");
        administrator.await("The user " + name + " can sign in now.");
    }

    /** What a page answers to a form that was not made by the page. */
    HttpResponse<String> post(String page, String cookie, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.console().resolve("/console/" + page))
                        .header("Cookie", "JSESSIONID=" + cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String administration(String path, String body) throws IOException, InterruptedException {
        String credentials = "administrator:" + password();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.console().resolve("/administration/v1/" + path))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static byte[] template() throws IOException {
        try (InputStream yaml = ConsoleWorld.class.getResourceAsStream(TEMPLATE)) {
            return yaml.readAllBytes();
        }
    }

    /** An input file with that many good lines and one bad one, the last. */
    static Path inputFile(int lines) throws IOException {
        StringBuilder csv = new StringBuilder("iccid,imsi,ki,opc\n");
        for (int line = 0; line < lines; line++) {
            csv.append(iccid(line)).append(",26299%010d,%032x,%032x%n".formatted(line, line + 1, line + 2));
        }
        csv.append("8949000000000000000,262990000000000,00,00\n");
        return Files.writeString(Files.createTempFile("profiles", ".csv"), csv.toString());
    }

    /** An ICCID with its check digit (ITU-T E.118; Luhn). */
    static String iccid(int number) {
        String digits = "8949777%011d".formatted(number);
        int sum = 0;
        for (int position = 0; position < digits.length(); position++) {
            int digit = digits.charAt(digits.length() - 1 - position) - '0';
            int doubled = position % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
