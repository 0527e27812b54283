package org.mintline.phased;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.fpa.FactoryProfileAssistant;
import org.mintline.device.fpa.FactoryProfileAssistant.Served;
import org.mintline.device.fpa.HttpsLocalServer;
import org.mintline.device.fpa.LocalServer;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Imei;
import org.mintline.server.RunningServer;
import org.mintline.server.Staff;

/**
 * The server of all tests, which generates and aggregates, and a local provisioning server on H2, which know each other; an assistant at the latter,
 * and two operators at the former.
 */
final class FactoryFloor implements AutoCloseable {
    static final int KEYS = 3;
    private static final String NAME = "factory.mintline.test";
    private static final int STOCK = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    final RunningServer central;
    final RunningServer local;
    final Staff atCentral;
    final Staff atLocal;
    final List<OfflineOperator> operators = new ArrayList<>();
    private final Map<String, Long> lots = new TreeMap<>();
    private final Map<String, Optional<Instant>> offered = new TreeMap<>();
    private long nextEuicc = 9_000_000;

    /** @param central runs, and goes on when this is closed */
    FactoryFloor(RunningServer central) throws Exception {
        this.central = central;
        atCentral = new Staff(central);
        local = RunningServer.inFactory("local", NAME, central);
        atLocal = new Staff(local);
        local.configure();
        joinToAggregator();
        local.ensureRunning();
        register(atCentral, "LOCAL_PROVISIONING_SERVER", "factory-1", central);
        register(atLocal, "FACTORY_PROFILE_ASSISTANT", "assistant-1", local);
        for (int index = 1; index <= 2; index++) {
            operators.add(new OfflineOperator(atCentral, index, identity(central, "operator"), STOCK));
        }
    }

    /** The aggregator's people gave the factory a client certificate of their CA for stations. */
    private void joinToAggregator() throws IOException {
        Path given = central.home().resolve("pki/station");
        Path keys = local.home().resolve("server/configuration/keys");
        Files.copy(given.resolve("station.p12"), keys.resolve("local-provisioning.p12"));
        Files.copy(given.resolve("server-ca.p12"), keys.resolve("aggregator.p12"));
        Files.copy(given.resolve("passphrase"), keys.resolve("local-provisioning.passphrase"));
        local.set(Map.of(
                "mintline.local-provisioning.aggregator", central.stations().toString(),
                "mintline.local-provisioning.pause", "PT1S",
                "mintline.local-provisioning.delete-unused-keys", "true"));
    }

    private static void register(Staff staff, String kind, String name, RunningServer issuer) throws Exception {
        ObjectNode partner = JSON.createObjectNode()
                .put("kind", kind)
                .put("name", name)
                .put("certificate", Files.readString(issuer.home().resolve("pki/station/station.pem")));
        staff.post("factory/partners", partner.toString());
    }

    private static OperatorIdentity identity(RunningServer issuer, String client) throws IOException {
        Path folder = issuer.home().resolve("pki").resolve(client);
        char[] passphrase =
                Files.readString(folder.resolve("passphrase")).strip().toCharArray();
        return OperatorIdentity.read(folder.resolve(client + ".p12"), folder.resolve("server-ca.p12"), passphrase);
    }

    /** Makes eUICCs with preloaded keys, and a lot of them for all operators. */
    List<Euicc> lot(String name, int euiccs) throws Exception {
        EuiccMaker maker = EuiccMaker.of(
                central.home().resolve("pki"), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system());
        List<Euicc> made = new ArrayList<>();
        ByteArrayOutputStream exports = new ByteArrayOutputStream();
        for (int index = 0; index < euiccs; index++) {
            Euicc euicc = new Euicc(maker.make(nextEuicc++));
            exports.writeBytes(
                    euicc.preload(KEYS, euicc.configuration().credentials().get(0))
                            .encoded());
            made.add(euicc);
        }
        ObjectNode lot = JSON.createObjectNode().put("name", name).put("keysExpireAt", "2099-01-01T00:00:00Z");
        operators.forEach(operator -> lot.withArray("operators").add(operator.number()));
        long number = atCentral.post("lots", lot.toString()).at("/id").asLong();
        atCentral.upload("lots/" + number + "/keys", exports.toByteArray());
        lots.put(name, number);
        return made;
    }

    /** How many keys of a lot are in each state at the SM-DP+. */
    JsonNode keysOf(String lot) throws Exception {
        return atCentral.get("lots/" + lots.get(lot)).at("/keys");
    }

    /** Says that the factory may fetch a lot too, and until when its packages are handed out. */
    void offer(String lot, Optional<Instant> expiresAt) throws Exception {
        offered.put(lot, expiresAt);
        ArrayNode all = JSON.createArrayNode();
        offered.forEach((name, until) -> {
            ObjectNode one = all.addObject().put("name", name);
            until.ifPresent(instant -> one.put("expiresAt", instant.toString()));
        });
        atCentral.put(
                "factory/partners/factory-1/lots",
                JSON.createObjectNode().set("lots", all).toString());
    }

    /** The factory downloads a lot until so many packages are there. */
    void download(String lot, int packages) throws Exception {
        atLocal.put("local-provisioning/lots/" + lot, "");
        atLocal.await(
                "local-provisioning/lots",
                lots -> states(lots, lot).at("/RECEIVED").asInt() == packages);
    }

    /** A lot among those of the local server. */
    static JsonNode lot(JsonNode lots, String name) {
        for (JsonNode lot : lots) {
            if (lot.at("/name").asText().equals(name)) {
                return lot;
            }
        }
        throw new AssertionError("the local server has no lot " + name);
    }

    /** How many packages of a lot are in each state at the local server. */
    static JsonNode states(JsonNode lots, String name) {
        return lot(lots, name).at("/profiles");
    }

    /** The assistant serves an eUICC, over a way that may be disturbed. */
    Served serve(Euicc euicc, UnaryOperator<LocalServer> way) throws IOException {
        URI address = local.stations();
        HttpsClient client = new HttpsClient(
                NAME,
                InetSocketAddress.createUnresolved(address.getHost(), address.getPort()),
                identity(local, "station").context());
        return new FactoryProfileAssistant(
                        way.apply(new HttpsLocalServer(client)),
                        NAME,
                        Lpa.deviceInfo(Imei.withCheckDigit("35290611000000")))
                .serve(euicc::transmit);
    }

    Served serve(Euicc euicc) throws IOException {
        return serve(euicc, server -> server);
    }

    /** Waits until everything that eUICCs signed was carried to the aggregator. */
    void awaitCarried() throws Exception {
        atLocal.await(
                "local-provisioning/reports",
                reports -> reports.at("/waiting").asInt() == 0
                        && reports.at("/refused").asInt() == 0);
    }

    static String eid(Euicc euicc) {
        return euicc.configuration().eid().digits();
    }

    /** The ICCIDs of the profiles on an eUICC. */
    static List<String> installed(Euicc euicc) {
        try (Es10 es10 = new Es10(euicc::transmit)) {
            return es10.getProfilesInfo().stream()
                    .flatMap(info -> info.iccid().map(Iccid::digits).stream())
                    .sorted()
                    .toList();
        }
    }

    /** Waits until a profile is in a state at the SM-DP+. */
    void awaitState(String iccid, String state) throws Exception {
        atCentral.await(
                "profiles/" + iccid, one -> one.at("/profile/state").asText().equals(state));
    }

    @Override
    public void close() throws Exception {
        for (OfflineOperator operator : operators) {
            operator.close();
        }
        local.close();
    }
}
