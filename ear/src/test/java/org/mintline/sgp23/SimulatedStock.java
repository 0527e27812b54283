package org.mintline.sgp23;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.server.Administration;

/** The profile types of S_MNO and the stock of each, brought by one file a type: a call of the administration costs much more. */
final class SimulatedStock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_FOR_AN_IMPORT = 60;
    private static final int LONG_ADDRESSES = 4;
    private static final String IMSI = "001010000000001";

    private final Administration administration;
    private final long operator;

    private SimulatedStock(Administration administration, long operator) {
        this.administration = administration;
        this.operator = operator;
    }

    /** Makes the types and waits until all is in stock. */
    static void bring(Administration administration, long operator) throws IOException, InterruptedException {
        SimulatedStock stock = new SimulatedStock(administration, operator);
        List<Long> imports = new ArrayList<>();
        for (StockedType type : StockedType.values()) {
            stock.createProfileType(type);
            imports.add(stock.importFile(type));
        }
        for (long number : imports) {
            stock.await(number);
        }
    }

    private void createProfileType(StockedType type) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode()
                .put("name", type.profileType())
                .put("sourceFormat", "TEMPLATE")
                .put(
                        "source",
                        Base64.getEncoder()
                                .encodeToString(DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8)))
                .put("serviceProviderName", "SGP.23 operator")
                .put("profileName", "Operational Profile 1")
                .put("protection", type.protection())
                .put("protectedAhead", 0);
        ArrayNode notifications = body.putArray("notifications");
        notify(notifications, SimulatedDevice.ADDRESS.toString(), "INSTALL", "ENABLE", "DISABLE", "DELETE");
        for (int i = 0; type.hasLongMetadata() && i < LONG_ADDRESSES; i++) {
            notify(notifications, longestAddress(i), "DELETE");
        }
        expect(administration.post("operators/" + operator + "/profileTypes", body.toString()));
    }

    private static void notify(ArrayNode notifications, String address, String... events) {
        ObjectNode notification = notifications.addObject().put("address", address);
        ArrayNode names = notification.putArray("events");
        Stream.of(events).forEach(event -> names.add("NOTIFICATION_" + event));
    }

    /** A host name of 250 characters or so: four make metadata longer than the 1007 bytes of a segment. */
    private static String longestAddress(int number) {
        String label = "n" + number + "a".repeat(56);
        return Stream.of(label, label, label, label, "mintline.test").collect(Collectors.joining("."));
    }

    private long importFile(StockedType type) throws IOException, InterruptedException {
        String lines = Stream.generate(SimulatedOperator::unknownIccid)
                .limit(type.profiles())
                .map(iccid -> iccid + "," + IMSI + "\n")
                .collect(Collectors.joining("", "iccid,imsi\n", ""));
        String path = "imports?operator=" + operator + "&profileType=" + type.profileType()
                + "&fileName=sgp23.csv&format=CSV";
        HttpResponse<String> received = administration.upload(path, lines.getBytes(StandardCharsets.US_ASCII));
        return JSON.readTree(expect(received)).path("id").asLong();
    }

    private void await(long number) throws IOException, InterruptedException {
        for (int second = 0; second < SECONDS_FOR_AN_IMPORT; second++) {
            JsonNode progress = JSON.readTree(expect(administration.get("imports/" + number)));
            if (!progress.path("finishedAt").isMissingNode()
                    && !progress.path("finishedAt").isNull()) {
                if (progress.path("rejected").asInt() != 0
                        || progress.path("accepted").asInt() == 0) {
                    throw new AssertionError("the import brought no stock: " + progress);
                }
                return;
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("import " + number + " is not done after " + SECONDS_FOR_AN_IMPORT + " s");
    }

    private static String expect(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    response.uri() + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
