package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** Preloaded keys that nobody has used when the date of their lot comes (OFF-6). */
@Nightly
@ExtendWith(ServerExtension.class)
class KeyExpiryIT {
    private static final String OPERATOR = """
            {"name": "Overdue", "functionRequesterIdentifier": "1.3.6.1.4.1.99999.43", "clientCertificates": []}""";
    private static final int KEYS = 3;
    private static final int SECONDS_UNTIL_THE_DATE = 10;

    @Test
    void unused_keys_end_with_the_date_of_their_lot(RunningServer server) throws Exception {
        Staff staff = new Staff(server);
        ObjectNode lot = new ObjectMapper()
                .createObjectNode()
                .put("name", "overdue")
                .put(
                        "keysExpireAt",
                        Instant.now().plusSeconds(SECONDS_UNTIL_THE_DATE).toString());
        lot.putArray("operators")
                .add(staff.post("operators", OPERATOR).at("/id").asLong());
        long number = staff.post("lots", lot.toString()).at("/id").asLong();
        String path = "lots/" + number;
        Euicc euicc = new Euicc(
                EuiccMaker.of(server.home().resolve("pki"), EllipticCurve.NIST_P256, TestPki.EIN, Cryptography.system())
                        .make(7_900_000));
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        keys.writeBytes(
                euicc.preload(KEYS, euicc.configuration().credentials().get(0)).encoded());
        assertThat(staff.upload(path + "/keys", keys.toByteArray())
                        .at("/euiccs")
                        .asInt())
                .isOne();
        assertThat(staff.get(path).at("/keys/FREE").asInt()).isEqualTo(KEYS);

        staff.await(path, seen -> seen.at("/keys/EXPIRED").asInt() == KEYS);

        assertThat(staff.get(path).at("/keys/FREE").asInt()).isZero();
        assertThat(staff.audited("expireKeys", "lot:" + number)).isNotEmpty();
    }
}
