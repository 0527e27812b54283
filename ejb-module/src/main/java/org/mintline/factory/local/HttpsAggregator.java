package org.mintline.factory.local;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.mintline.factory.Aggregation;
import org.mintline.factory.Aggregation.LotView;
import org.mintline.factory.Aggregation.Position;
import org.mintline.factory.Aggregation.Receipt;
import org.mintline.factory.Aggregation.Refusal;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** The aggregator over HTTPS with mutual TLS ({@code docs/formats/local-provisioning.md}). Safe for use by many threads. */
final class HttpsAggregator implements Aggregator {
    private static final String BASE = "/aggregation/v1";
    private static final String JSON = "application/json";
    private static final String OBJECTS = "application/octet-stream";
    private static final String NEXT = "Mintline-Next";
    private static final int OK = 200;
    private static final int MAXIMUM_BODY = Aggregation.MAXIMUM_PAGE_BYTES + 2 * ProfilePackets.MAXIMUM_LENGTH;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);
    private static final DecodeLimits PAGE = new DecodeLimits(MAXIMUM_BODY, 1, Aggregation.MAXIMUM_PAGE);
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private final HttpClient client;
    private final URI address;

    private record Answer(byte[] body, Optional<String> next) {}

    HttpsAggregator(URI address, SSLContext tls) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public List<LotView> lots() throws IOException {
        return list(get("/lots", JSON), HttpsAggregator::lot);
    }

    private static LotView lot(JsonObject lot) {
        return new LotView(
                lot.getString("name"),
                lot.getBoolean("isMore"),
                Optional.ofNullable(lot.getString("expiresAt", null)).map(Instant::parse));
    }

    @Override
    public Page packages(String lot, Optional<Position> after) throws IOException {
        String from = after.map(position -> "&after=" + position.batch() + "/" + position.number())
                .orElse("");
        Answer answer = get("/lots/" + encoded(lot) + "/packets?limit=" + Aggregation.MAXIMUM_PAGE + from, OBJECTS);
        try {
            return new Page(
                    Tlv.decodeAll(answer.body(), PAGE).stream()
                            .map(Tlv::encoded)
                            .toList(),
                    answer.next().map(HttpsAggregator::position));
        } catch (DecodeException e) {
            throw new IOException("the aggregator answers with what are no packages: " + e.getMessage(), e);
        }
    }

    private static Position position(String text) {
        if (!text.matches("[0-9A-Fa-f]{32}/[1-9][0-9]{0,8}")) {
            throw new DecodeException(NEXT, 0, "is no position");
        }
        return new Position(BatchId.of(text.substring(0, 32)), Integer.parseInt(text.substring(33)));
    }

    @Override
    public List<Refusal> acknowledge(String lot, List<Receipt> receipts) throws IOException {
        JsonArrayBuilder list = PROVIDER.createArrayBuilder();
        receipts.forEach(receipt -> list.add(PROVIDER.createObjectBuilder()
                .add("batch", receipt.batch().toString())
                .add("number", receipt.number())
                .add("digest", HexFormat.of().formatHex(receipt.digest()))));
        byte[] body = PROVIDER.createObjectBuilder()
                .add("receipts", list)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return refusals(post("/lots/" + encoded(lot) + "/receipts", JSON, body));
    }

    @Override
    public List<Refusal> report(List<byte[]> reports) throws IOException {
        return refusals(post("/reports", OBJECTS, joined(reports)));
    }

    @Override
    public List<Refusal> deletedKeys(List<byte[]> proofs) throws IOException {
        return refusals(post("/deletedKeys", OBJECTS, joined(proofs)));
    }

    private static byte[] joined(List<byte[]> objects) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        objects.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static List<Refusal> refusals(Answer answer) throws IOException {
        return list(answer, refusal -> new Refusal(refusal.getInt("index"), refusal.getString("reason")));
    }

    private static <T> List<T> list(Answer answer, Function<JsonObject, T> member) throws IOException {
        try (JsonReader reader = PROVIDER.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(member)
                    .toList();
        } catch (JsonException | ClassCastException | NullPointerException | DateTimeException e) {
            throw new IOException("the aggregator answers with what cannot be read", e);
        }
    }

    private Answer get(String path, String accept) throws IOException {
        return send(HttpRequest.newBuilder(address.resolve(BASE + path)).header("Accept", accept));
    }

    private Answer post(String path, String type, byte[] body) throws IOException {
        return send(HttpRequest.newBuilder(address.resolve(BASE + path))
                .header("Content-Type", type)
                .header("Accept", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    exchange(request.timeout(REQUEST_TIMEOUT).build());
            try (InputStream body = answer.body()) {
                byte[] whole = body.readNBytes(MAXIMUM_BODY + 1);
                if (answer.statusCode() != OK || whole.length > MAXIMUM_BODY) {
                    throw new IOException("the aggregator answers with HTTP status " + answer.statusCode() + " and "
                            + whole.length + " bytes");
                }
                return new Answer(whole, answer.headers().firstValue(NEXT));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the aggregator", e);
        }
    }

    /** A refused connection says nothing by itself. */
    private HttpResponse<InputStream> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new IOException("the aggregator is not reached" + reason, e);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
