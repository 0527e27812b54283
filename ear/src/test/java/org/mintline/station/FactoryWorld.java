package org.mintline.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.factory.server.SupportServer;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.server.Administration;
import org.mintline.server.RunningServer;

/** An operator, a lot of eUICCs and a station at a running server. A batch for the whole lot was ordered and has come in. */
public final class FactoryWorld {
    /** The name of the operator, the profile type and the lot. */
    public static final String NAME = "Factory";

    /** The name of the station that the test PKI has a certificate for. */
    public static final String STATION = "station 1";

    static final String JIG = "3.3,0.12,5,3";

    private static final int EUICCS = 30;
    private static final int SPARE = 3;
    private static final long FIRST_EUICC = 8_800_000;
    private static final int KEY_SET_VERSION = 101;
    private static final int SECONDS = 120;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<RunningServer, FactoryWorld> BY_SERVER = new ConcurrentHashMap<>();

    private final RunningServer server;
    private final Administration administration;
    private final KeySet master = masterKeys();
    private final Queue<Euicc> euiccs = new ArrayDeque<>();
    private final String batch;
    private final long operator;
    private final long lot;
    private final long station;

    private FactoryWorld(RunningServer server) {
        this.server = server;
        try {
            administration = new Administration(server);
            operator = operatorWithStock();
            lot = lotOfAll();
            registerMasterKeys(JSON.createObjectNode()
                    .put("version", master.version())
                    .put("enc", master.enc())
                    .put("mac", master.mac())
                    .put("dek", master.dek())
                    .toString());
            station = registerStation();
            batch = order(NAME, EUICCS);
            await("batches/" + batch, seen -> seen.at("/state").asText().equals("RECEIVED"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The factory at that server, set up when it is first asked for. */
    public static FactoryWorld at(RunningServer server) {
        return BY_SERVER.computeIfAbsent(server, FactoryWorld::new);
    }

    /** The batch, by its identifier. */
    public String batch() {
        return batch;
    }

    /** The number of the lot. */
    public long lot() {
        return lot;
    }

    Path pki() {
        return server.home().resolve("pki");
    }

    KeySet master() {
        return master;
    }

    int stationPort() {
        return server.stations().getPort();
    }

    /** A device that was not taken yet, with a profile of the batch waiting for it; it accepts what the server signs for it. */
    public DeviceInFactory device(Path folder) throws IOException, InterruptedException {
        return device(folder, SigningKind.COMMERCIAL, SigningKind.COMMERCIAL, master);
    }

    /**
     * A device that was not taken yet.
     *
     * @param registered the kind of images that the server believes it accepts
     * @param accepts the kind that it accepts
     * @param keys the master key set that its own is diversified from
     */
    DeviceInFactory device(Path folder, SigningKind registered, SigningKind accepts, KeySet keys)
            throws IOException, InterruptedException {
        DeviceInFactory device = new DeviceInFactory(euiccs.remove(), keys, accepts, pki(), folder);
        register(device.eid(), device.publicKey(), registered, KEY_SET_VERSION);
        return device;
    }

    /** Has a device install its profile; its EID. */
    public String installOne(Path folder) throws IOException, InterruptedException {
        DeviceInFactory device = device(folder);
        install(device, folder);
        return device.eid().digits();
    }

    /** A batch of one profile, which is installed; its identifier. */
    public String batchOfOneThatIsInstalled(String ofLot, Path folder) throws IOException, InterruptedException {
        EuiccMaker maker = EuiccMaker.of(pki(), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system());
        Euicc euicc = new Euicc(maker.make(FIRST_EUICC - 1));
        lot(ofLot, euicc.preload(1, euicc.configuration().credentials().get(0)).encoded());
        DeviceInFactory device = new DeviceInFactory(euicc, master, SigningKind.COMMERCIAL, pki(), folder);
        register(device.eid(), device.publicKey(), SigningKind.COMMERCIAL, KEY_SET_VERSION);
        String ordered = order(ofLot, 1);
        await("batches/" + ordered, seen -> seen.at("/state").asText().equals("RECEIVED"));
        install(device, folder);
        await("batches/" + ordered, seen -> seen.at("/installed").asInt() == 1);
        return ordered;
    }

    private void install(DeviceInFactory device, Path folder) throws IOException, InterruptedException {
        setStation("BOTH", false);
        Path own = Files.createDirectories(folder.resolve("station of " + device.eid()));
        try (StationInFactory atWork = new StationInFactory(supportServer(stationPort()), own)) {
            assertThat(atWork.serve(device.line())).as(atWork.told().toString()).isTrue();
        }
    }

    /** Sets after how many days a rule of purging holds. */
    void purgeAfter(String rule, int days) throws IOException, InterruptedException {
        HttpResponse<String> changed = administration.put("support/purgeRules/" + rule, "{\"days\":" + days + "}");
        assertThat(changed.statusCode()).as(changed.body()).isLessThan(300);
    }

    /** Cancels a batch, whatever the answer. */
    public HttpResponse<String> cancel(String cancelled) throws IOException, InterruptedException {
        return administration.post("batches/" + cancelled + "/cancel", "");
    }

    /** A device that its maker did not register. */
    DeviceInFactory stranger(Path folder) throws IOException {
        return new DeviceInFactory(euiccs.remove(), master, SigningKind.COMMERCIAL, pki(), folder);
    }

    /** Sets how the station has to authenticate devices. */
    public void setStation(String manner, boolean testAllowed) throws IOException, InterruptedException {
        ObjectNode settings = JSON.createObjectNode()
                .put("manner", manner)
                .put("jig", JIG)
                .put("testAllowed", testAllowed)
                .put("lot", NAME)
                .put("enabled", true);
        read(administration.put("support/stations/" + station + "/settings", settings.toString()));
    }

    /** Gives the station another certificate than the one that it has, or that again. */
    void setStationCertificate(Path pem) throws IOException, InterruptedException {
        ObjectNode certificate = JSON.createObjectNode().put("certificate", Files.readString(pem));
        read(administration.put("support/stations/" + station + "/certificate", certificate.toString()));
    }

    Path stationCertificate() {
        return pki().resolve("station/station.pem");
    }

    /** The server as the station reaches it at a port of this machine. */
    SupportServer supportServer(int port) throws IOException {
        Path folder = pki().resolve("station");
        char[] passphrase =
                Files.readString(folder.resolve("passphrase")).strip().toCharArray();
        return new SupportServer(new HttpsClient(
                InetSocketAddress.createUnresolved("localhost", port),
                OperatorIdentity.read(folder.resolve("station.p12"), folder.resolve("server-ca.p12"), passphrase)
                        .context()));
    }

    /** What is at a path below {@code /administration/v1/}. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return read(administration.get(path));
    }

    /** Waits until what is at a path is as expected. */
    public JsonNode await(String path, Predicate<JsonNode> expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        JsonNode seen = get(path);
        while (!expected.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " is not as expected after " + SECONDS + " s: " + seen);
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            seen = get(path);
        }
        return seen;
    }

    /** The audit lines of a device and an action, each as OUTCOME: DETAIL. */
    String audit(String action, Eid eid) throws IOException, InterruptedException {
        return audit(action, "device:" + eid.digits());
    }

    String audit(String action, String subject) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        get("audit/lines?action=" + action + "&subject=" + subject).at("/items").forEach(line -> lines.append(
                        line.at("/outcome").asText())
                .append(": ")
                .append(line.at("/detail").asText())
                .append('\n'));
        return lines.toString();
    }

    /** The profile of the batch that is for a device: its ICCID and state at the SM-DP+. */
    JsonNode profileFor(Eid eid) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        get("batches/" + batch + "/profiles?limit=200").spliterator(), false)
                .filter(profile -> profile.at("/eid").asText().equals(eid.digits()))
                .findFirst()
                .orElseThrow();
    }

    private long operatorWithStock() throws IOException, InterruptedException {
        String operator = JSON.createObjectNode()
                .put("name", NAME)
                .put("functionRequesterIdentifier", "1.3.6.1.4.1.99999.88")
                .set("clientCertificates", JSON.createArrayNode())
                .toString();
        long number = read(administration.post("operators", operator)).at("/id").asLong();
        String type = JSON.createObjectNode()
                .put("name", NAME)
                .put("sourceFormat", "TEMPLATE")
                .put("source", DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8))
                .put("serviceProviderName", NAME)
                .put("profileName", NAME)
                .put("protectedAhead", 0)
                .toString();
        read(administration.post("operators/" + number + "/profileTypes", type));
        StringBuilder file = new StringBuilder("iccid,imsi,ki,opc\n");
        IntStream.range(0, EUICCS + SPARE).forEach(index -> file.append(subscriber(index)));
        String path = "imports?operator=" + number + "&profileType=" + NAME + "&fileName=factory.csv&format=CSV";
        long upload = read(administration.upload(path, file.toString().getBytes(StandardCharsets.UTF_8)))
                .at("/id")
                .asLong();
        await("imports/" + upload, seen -> seen.hasNonNull("finishedAt"));
        return number;
    }

    private static String subscriber(int index) {
        return Iccid.withCheckDigit(String.format("8988288%011d", index))
                + String.format(
                        ",00101%010d,00112233445566778899aabbccddeeff,ffeeddccbbaa99887766554433221100%n", index);
    }

    private long lotOfAll() throws IOException, InterruptedException {
        EuiccMaker maker = EuiccMaker.of(pki(), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int index = 0; index < EUICCS; index++) {
            Euicc euicc = new Euicc(maker.make(FIRST_EUICC + index));
            file.writeBytes(
                    euicc.preload(1, euicc.configuration().credentials().get(0)).encoded());
            euiccs.add(euicc);
        }
        return lot(NAME, file.toByteArray());
    }

    /** Makes a lot of the eUICCs of a file of preloaded keys; its number. */
    long lot(String name, byte[] preloadedKeys) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("keysExpireAt", "2099-01-01T00:00:00Z");
        body.putArray("operators").add(operator);
        long number =
                read(administration.post("lots", body.toString())).at("/id").asLong();
        JsonNode received = read(administration.upload("lots/" + number + "/keys", preloadedKeys));
        assertThat(received.at("/rejected").asInt()).as(received.toString()).isZero();
        return number;
    }

    /** Orders a batch for a lot; its identifier. */
    String order(String ofLot, int amount) throws IOException, InterruptedException {
        String order = JSON.createObjectNode()
                .put("operator", operator)
                .put("profileType", NAME)
                .put("amount", amount)
                .put("lot", ofLot)
                .put("line", "local")
                .toString();
        return read(administration.post("batches", order)).at("/batch").asText();
    }

    /** Registers a device. */
    void register(Eid eid, String publicKey, SigningKind kind, int keySetVersion)
            throws IOException, InterruptedException {
        String line = String.join(",", eid.digits(), publicKey, kind.name(), NAME, "" + keySetVersion);
        JsonNode done = read(administration.upload(
                "support/devices",
                ("eid,publicKey,kind,lot,keySetVersion\n" + line + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(done.at("/registered").asInt()).as(done.toString()).isEqualTo(1);
    }

    /** Registers a master key set. */
    void registerMasterKeys(String json) throws IOException, InterruptedException {
        read(administration.post("support/masterKeySets", json));
    }

    private static KeySet masterKeys() {
        return KeySet.fresh(KEY_SET_VERSION, Cryptography.system().randomness());
    }

    private long registerStation() throws IOException, InterruptedException {
        ObjectNode body =
                JSON.createObjectNode().put("name", STATION).put("certificate", Files.readString(stationCertificate()));
        body.putObject("settings")
                .put("manner", "KEY_SET")
                .put("testAllowed", false)
                .put("lot", NAME)
                .put("enabled", true);
        return read(administration.post("support/stations", body.toString()))
                .at("/id")
                .asLong();
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode())
                .as(response.uri() + ": " + response.body())
                .isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
