package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;

/** A batch through the administration's interface, on the line that ends in the same server. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class BatchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROFILES = 200;
    private static final int BOUND_BEFORE_THE_KILL = 100;
    private static final int PAGE = 150;
    private static final long FIRST_EUICC = 7_000_000;
    private static final String TYPE = "in-bulk";
    private static final String OPERATOR = """
            {"name": "Bulk", "functionRequesterIdentifier": "1.3.6.1.4.1.99999.42", "clientCertificates": []}""";

    @Test
    void a_server_that_was_killed_in_the_middle_of_a_batch_loses_no_profile_and_binds_none_twice(RunningServer server)
            throws Exception {
        Staff staff = new Staff(server);
        long operator = operatorWithStock(staff);
        lot(server, operator);
        String batch = staff.post("batches", order(operator)).at("/batch").asText();
        staff.await("batches/" + batch, one -> one.at("/bound").asInt() >= BOUND_BEFORE_THE_KILL);

        server.kill();
        server.ensureRunning();

        JsonNode received =
                staff.await("batches/" + batch, one -> one.at("/state").asText().equals("RECEIVED"));
        assertThat(received.at("/bound").asInt()).isEqualTo(PROFILES);
        assertThat(received.at("/failed").asInt()).isZero();
        Set<String> iccids = new HashSet<>();
        Set<String> eids = new HashSet<>();
        for (int number = 0; number < PROFILES; number += PAGE) {
            JsonNode page = staff.get("batches/" + batch + "/profiles?limit=" + PAGE + "&after=" + number);
            page.forEach(profile -> {
                iccids.add(profile.at("/iccid").asText());
                eids.add(profile.at("/eid").asText());
            });
        }
        assertThat(iccids).hasSize(PROFILES);
        assertThat(eids).hasSize(PROFILES);
    }

    private static String order(long operator) {
        return JSON.createObjectNode()
                .put("operator", operator)
                .put("profileType", TYPE)
                .put("amount", PROFILES)
                .put("lot", TYPE)
                .put("line", "local")
                .toString();
    }

    private static long operatorWithStock(Staff staff) throws Exception {
        long operator = staff.post("operators", OPERATOR).at("/id").asLong();
        String type = JSON.createObjectNode()
                .put("name", TYPE)
                .put("sourceFormat", "TEMPLATE")
                .put("source", DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8))
                .put("serviceProviderName", "Bulk")
                .put("profileName", "Bulk")
                .put("protectedAhead", 0)
                .toString();
        staff.post("operators/" + operator + "/profileTypes", type);
        String file = "iccid,imsi,ki,opc\n"
                + IntStream.range(0, PROFILES).mapToObj(BatchIT::subscriber).collect(Collectors.joining("\n"));
        String path = "imports?operator=" + operator + "&profileType=" + TYPE + "&fileName=bulk.csv&format=CSV";
        long number = staff.upload(path, file.getBytes(StandardCharsets.UTF_8))
                .at("/id")
                .asLong();
        staff.await("imports/" + number, one -> one.hasNonNull("finishedAt"));
        return operator;
    }

    private static String subscriber(int number) {
        return Iccid.withCheckDigit(String.format("8988299%011d", number)) + ","
                + String.format("00101%010d", number)
                + ",00112233445566778899aabbccddeeff,ffeeddccbbaa99887766554433221100";
    }

    private static void lot(RunningServer server, long operator) throws Exception {
        Staff staff = new Staff(server);
        ObjectNode lot = JSON.createObjectNode().put("name", TYPE).put("keysExpireAt", "2099-01-01T00:00:00Z");
        lot.putArray("operators").add(operator);
        long number = staff.post("lots", lot.toString()).at("/id").asLong();
        EuiccMaker maker = EuiccMaker.of(
                server.home().resolve("pki"), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int index = 0; index < PROFILES; index++) {
            Euicc euicc = new Euicc(maker.make(FIRST_EUICC + index));
            file.writeBytes(
                    euicc.preload(1, euicc.configuration().credentials().get(0)).encoded());
        }
        JsonNode received = staff.upload("lots/" + number + "/keys", file.toByteArray());
        assertThat(received.at("/euiccs").asInt()).isEqualTo(PROFILES);
    }
}
