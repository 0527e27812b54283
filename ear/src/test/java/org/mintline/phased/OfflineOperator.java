package org.mintline.phased;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mintline.device.es2plus.OperatorIdentity;
import org.mintline.device.es2plus.ProgressInfoReceiver;
import org.mintline.device.es2plus.ProgressInfoReceiver.ProgressInfo;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.server.Staff;

/** An operator with stock at the central server, which orders batches and is called back. */
final class OfflineOperator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BPP_INSTALLATION = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

    private final Staff central;
    private final String name;
    private final long number;
    private final List<ProgressInfo> told = new CopyOnWriteArrayList<>();
    private final ProgressInfoReceiver receiver;

    /**
     * Registers it and brings its stock.
     *
     * @param index makes it another than the others: 1 to 9
     * @param identity by which it answers
     */
    OfflineOperator(Staff central, int index, OperatorIdentity identity, int profiles) throws Exception {
        this.central = central;
        this.name = "offline-" + index;
        this.receiver = new ProgressInfoReceiver(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), identity.context(), told::add);
        ObjectNode operator = JSON.createObjectNode()
                .put("name", name)
                .put("functionRequesterIdentifier", "2.999.77." + index)
                .put("callbackAddress", "https://localhost:" + receiver.port());
        operator.putArray("clientCertificates");
        number = central.post("operators", operator.toString()).at("/id").asLong();
        ObjectNode type = JSON.createObjectNode()
                .put("name", name)
                .put("sourceFormat", "TEMPLATE")
                .put("source", DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8))
                .put("serviceProviderName", name)
                .put("profileName", name)
                .put("protectedAhead", 0);
        central.post("operators/" + number + "/profileTypes", type.toString());
        stock(index, profiles);
    }

    private void stock(int index, int profiles) throws Exception {
        String file = "iccid,imsi,ki,opc\n"
                + IntStream.range(0, profiles)
                        .mapToObj(profile -> Iccid.withCheckDigit(String.format("898827%d%011d", index, profile))
                                + String.format(",0010%d%010d", index, profile)
                                + ",00112233445566778899aabbccddeeff,ffeeddccbbaa99887766554433221100")
                        .collect(Collectors.joining("\n"));
        String path = "imports?operator=" + number + "&profileType=" + name + "&fileName=stock.csv&format=CSV";
        long id = central.upload(path, file.getBytes(StandardCharsets.UTF_8))
                .at("/id")
                .asLong();
        central.await("imports/" + id, one -> one.at("/state").asText().equals("FINISHED"));
    }

    long number() {
        return number;
    }

    /** Orders a profile for each of these eUICCs, and waits until the aggregator has them; returns the ICCIDs by EID. */
    Map<String, String> order(String lot, List<String> eids) throws Exception {
        ObjectNode order = JSON.createObjectNode()
                .put("operator", number)
                .put("profileType", name)
                .put("amount", eids.size())
                .put("lot", lot)
                .put("line", "local");
        eids.forEach(order.putArray("eids")::add);
        String batch = central.post("batches", order.toString()).at("/batch").asText();
        central.await("batches/" + batch, one -> one.at("/state").asText().equals("RECEIVED"));
        Map<String, String> iccids = new TreeMap<>();
        central.get("batches/" + batch + "/profiles?limit=100")
                .forEach(profile -> iccids.put(
                        profile.at("/eid").asText(), profile.at("/iccid").asText()));
        assertThat(iccids.keySet()).containsExactlyInAnyOrderElementsOf(eids);
        return iccids;
    }

    /** The ICCIDs of profiles of which it was told that they are installed; a repeated call counts once. */
    List<String> installed() {
        return told.stream()
                .filter(info -> info.notificationPointId() == BPP_INSTALLATION)
                .filter(info -> info.status().equals("Executed-Success"))
                .collect(
                        Collectors.toMap(ProgressInfo::functionCallIdentifier, ProgressInfo::iccid, (one, same) -> one))
                .values()
                .stream()
                .map(iccid -> Iccid.parse(iccid).digits())
                .sorted()
                .toList();
    }

    /** Those among some profiles, as soon as they are so many. */
    List<String> awaitInstalled(Collection<String> among, int profiles) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> heard = installed(among);
        while (heard.size() < profiles && Instant.now().isBefore(end)) {
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            heard = installed(among);
        }
        return heard;
    }

    private List<String> installed(Collection<String> among) {
        return installed().stream().filter(among::contains).toList();
    }

    @Override
    public void close() throws IOException {
        receiver.close();
    }
}
