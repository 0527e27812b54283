package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.lpa.RspServers.Binding;
import org.mintline.faults.Victims.Good;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedOperator;
import org.mintline.sgp23.Way;

/** ES9+ in both bindings, fed with what no honest device sends, while honest devices are in the middle of their sessions. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class Es9PlusBadInputIT {
    private static final String MALFORMED = "1.6/2.1";
    private static final String MISSING = "1.6/2.2";
    private static final String JSON_PATH = "/gsma/rsp2/es9plus/";
    private static final String ASN1_PATH = "/gsma/rsp2/asn1";
    private static final String JSON = "Content-Type: application/json";
    private static final String ASN1 = "Content-Type: application/x-gsma-rsp-asn1";
    private static final String PROTOCOL = "X-Admin-Protocol: gsma/rsp/v2.2.0";

    private final RunningServer server;

    Es9PlusBadInputIT(RunningServer server) {
        this.server = server;
    }

    @TestFactory
    Stream<DynamicTest> bad_JSON_gets_the_right_code_and_leaves_no_trace() throws Exception {
        Victims victims = victims("bad-json", new Way(EllipticCurve.NIST_P256, Binding.JSON));
        List<BadCase> cases = new ArrayList<>();
        for (Good good : victims.requests()) {
            Malformed.json(good.json(), good.member()).forEach((what, body) -> cases.add(json(good, what, body)));
            Malformed.octets(good.json(), good.member()).forEach((what, body) -> cases.add(json(good, what, body)));
            for (String member : iterable(good.json().fieldNames())) {
                ObjectNode without = good.json().deepCopy();
                without.remove(member);
                cases.add(BadCase.failed(
                        good.function() + " without " + member,
                        post(good.function(), Malformed.utf8(without.toString())),
                        MISSING));
            }
            cases.add(BadCase.refused(good.function() + " of 2 MiB", post(good.function(), Malformed.huge()), 413));
            cases.add(BadCase.refused(
                    good.function() + " of 200 KiB",
                    post(good.function(), Arrays.copyOf(Malformed.huge(), 200 * 1024)),
                    413));
        }
        cases.addAll(aroundHttp(victims.requests().get(0)));
        WrongSteps wrong = new WrongSteps(victims);
        wrong.requests()
                .forEach((what, step) -> cases.add(new BadCase(
                        what,
                        post(
                                step.request().function(),
                                Malformed.utf8(step.request().json().toString())),
                        step.isNotification() ? 204 : 200,
                        step.isNotification() ? "" : step.codes(),
                        step.codes())));
        return tests("bad-json", cases, victims);
    }

    @TestFactory
    Stream<DynamicTest> bad_ASN1_gets_the_right_error_and_leaves_no_trace() throws Exception {
        Victims victims = victims("bad-asn1", new Way(EllipticCurve.BRAINPOOL_P256R1, Binding.ASN1));
        List<BadCase> cases = new ArrayList<>();
        for (Good good : victims.requests()) {
            Malformed.der(good.asn1().body())
                    .forEach((what, body) -> cases.add(asn1(good.function() + " in " + what, body)));
            Malformed.der(good.asn1().encoded())
                    .forEach((what, body) -> cases.add(asn1(good.function() + " as " + what, Tlv.encode(0xA2, body))));
        }
        cases.add(asn1("nothing", new byte[0]));
        cases.add(asn1("JSON", Malformed.utf8("{}")));
        byte[] body = victims.requests().get(0).asn1().body();
        cases.add(BadCase.refused(
                "2 MiB", Wire.request("POST", ASN1_PATH, List.of(ASN1, PROTOCOL), Malformed.huge()), 413));
        cases.add(BadCase.refused(
                "JSON by its media type", Wire.request("POST", ASN1_PATH, List.of(JSON, PROTOCOL), body), 415));
        cases.add(BadCase.refused("GET", Wire.request("GET", ASN1_PATH, List.of(PROTOCOL), new byte[0]), 405));
        cases.add(new BadCase(
                "no X-Admin-Protocol", Wire.request("POST", ASN1_PATH, List.of(ASN1), body), 400, "", MISSING));
        WrongSteps wrong = new WrongSteps(victims);
        wrong.requests()
                .forEach((what, step) -> cases.add(new BadCase(
                        what,
                        Wire.request(
                                "POST",
                                ASN1_PATH,
                                List.of(ASN1, PROTOCOL),
                                step.request().asn1().body()),
                        step.isNotification() ? 204 : 200,
                        step.isNotification() ? "" : step.error(),
                        step.codes())));
        return tests("bad-asn1", cases, victims);
    }

    @Test
    void a_body_in_chunks_that_is_too_long_leaves_an_audit_line() throws Exception {
        String function = "cancelSession";
        long before = tooLong(function);

        assertThat(Wire.es9plus(server).send(hugeInOneChunk(function)).status()).isEqualTo(413);

        assertThat(tooLong(function)).isEqualTo(before + 1);
    }

    private long tooLong(String function) throws Exception {
        return new AuditTrail(server)
                .about("function:" + function).stream()
                        .filter(line -> line.outcome().equals("HTTP 413"))
                        .count();
    }

    private static byte[] hugeInOneChunk(String function) {
        return Wire.joined(
                Wire.head(
                        "POST " + JSON_PATH + function + " HTTP/1.1",
                        "Host: smdpplus.mintline.test",
                        "Connection: close",
                        JSON,
                        PROTOCOL,
                        "Transfer-Encoding: chunked"),
                Wire.joined(
                        Malformed.utf8("200000\r\n"), Wire.joined(Malformed.huge(), Malformed.utf8("\r\n0\r\n\r\n"))));
    }

    /** What is wrong with the HTTP request, whatever the function. */
    private static List<BadCase> aroundHttp(Good good) {
        byte[] body = Malformed.utf8(good.json().toString());
        String path = JSON_PATH + good.function();
        String length = "Content-Length: " + body.length;
        String start = "POST " + path + " HTTP/1.1";
        String host = "Host: smdpplus.mintline.test";
        String close = "Connection: close";
        byte[] chunk = Wire.joined(Malformed.utf8(Integer.toHexString(body.length) + "\r\n"), body);
        byte[] chunks = Wire.joined(chunk, Malformed.utf8("\r\n0\r\n\r\n"));
        return List.of(
                BadCase.refused("GET", Wire.request("GET", path, List.of(PROTOCOL), new byte[0]), 405),
                BadCase.refused("PUT", Wire.request("PUT", path, List.of(JSON, PROTOCOL), body), 405),
                BadCase.refused("DELETE", Wire.request("DELETE", path, List.of(PROTOCOL), new byte[0]), 405),
                BadCase.refused(
                        "no function",
                        Wire.request("POST", JSON_PATH + "noFunction", List.of(JSON, PROTOCOL), body),
                        404),
                BadCase.refused(
                        "plain text",
                        Wire.request("POST", path, List.of("Content-Type: text/plain", PROTOCOL), body),
                        415),
                BadCase.refused("no media type", Wire.request("POST", path, List.of(PROTOCOL), body), 415),
                BadCase.unheard(
                        "no media type that is one",
                        Wire.request("POST", path, List.of("Content-Type: ///", PROTOCOL), body),
                        400),
                BadCase.unheard(
                        "a path of the operators",
                        Wire.request("POST", "/gsma/rsp2/es2plus/downloadOrder", List.of(JSON, PROTOCOL), body),
                        404),
                BadCase.unheard(
                        "a path of the administration",
                        Wire.request("GET", "/administration/v1/operators", List.of(), new byte[0]),
                        404),
                BadCase.unheard(
                        "a path out of the interface",
                        Wire.request(
                                "POST",
                                JSON_PATH + "../../../administration/v1/operators",
                                List.of(JSON, PROTOCOL),
                                body),
                        404),
                BadCase.failed("no X-Admin-Protocol", Wire.request("POST", path, List.of(JSON), body), MISSING),
                BadCase.failed("version 3", protocol(path, body, "X-Admin-Protocol: gsma/rsp/v3.0.0"), "1.6/3.1"),
                BadCase.failed("no version", protocol(path, body, "X-Admin-Protocol: gsma/rsp"), MALFORMED),
                BadCase.failed("an empty version", protocol(path, body, "X-Admin-Protocol:"), MALFORMED),
                BadCase.failed(
                        "a version of many digits",
                        protocol(path, body, "X-Admin-Protocol: gsma/rsp/v2." + "9".repeat(500)),
                        MALFORMED),
                BadCase.failed(
                        "two versions", protocol(path, body, PROTOCOL, "X-Admin-Protocol: gsma/rsp/v3.0.0"), MALFORMED),
                BadCase.failed(
                        "the version under another name",
                        protocol(path, body, "X_Admin_Protocol: gsma/rsp/v2.2.0"),
                        MISSING),
                BadCase.failed(
                        "a header with a space before its colon",
                        protocol(path, body, "X-Admin-Protocol : gsma/rsp/v2.2.0"),
                        MALFORMED),
                BadCase.unheard("100 headers", protocol(path, body, "A: b\r\n".repeat(100) + PROTOCOL), 400),
                BadCase.unheard("a header of 20 KiB", protocol(path, body, PROTOCOL, "A: " + "b".repeat(20_000)), 400),
                BadCase.unheard(
                        "two lengths",
                        Wire.joined(Wire.head(start, host, close, JSON, PROTOCOL, length, "Content-Length: 1"), body),
                        400),
                BadCase.unheard(
                        "a length that is no number",
                        Wire.joined(Wire.head(start, host, close, JSON, PROTOCOL, "Content-Length: -5"), body),
                        400),
                BadCase.unheard(
                        "a length and chunks",
                        Wire.joined(
                                Wire.head(start, host, close, JSON, PROTOCOL, length, "Transfer-Encoding: chunked"),
                                chunks),
                        400),
                BadCase.unheard(
                        "chunks of no length",
                        Wire.joined(
                                Wire.head(start, host, close, JSON, PROTOCOL, "Transfer-Encoding: chunked"),
                                Malformed.utf8("xyz\r\n")),
                        0),
                BadCase.refused("2 MiB in one chunk", hugeInOneChunk(good.function()), 413),
                BadCase.failed(
                        "the version behind the body",
                        Wire.joined(
                                Wire.head(
                                        start,
                                        host,
                                        close,
                                        JSON,
                                        "Transfer-Encoding: chunked",
                                        "Trailer: X-Admin-Protocol"),
                                Wire.joined(chunk, Malformed.utf8("\r\n0\r\n" + PROTOCOL + "\r\n\r\n"))),
                        MISSING));
    }

    private Victims victims(String profileType, Way way) throws IOException, InterruptedException {
        SimulatedOperator.at(server).createProfileType(profileType);
        return new Victims(server, way, profileType);
    }

    private Stream<DynamicTest> tests(String profileType, List<BadCase> cases, Victims victims) throws Exception {
        BadInput input = new BadInput(Wire.es9plus(server), new Evidence(server, profileType));
        return Stream.concat(input.tests(cases), Stream.of(dynamicTest("the honest devices go on", () -> {
                    victims.goOn();
                    assertThat(SimulatedOperator.at(server).stock(profileType))
                            .containsOnlyKeys("RELEASED", "DOWNLOADED", "INSTALLED");
                })))
                .onClose(victims::close);
    }

    private static BadCase json(Good good, String what, byte[] body) {
        String codes = what.startsWith("null for ") ? MISSING : MALFORMED;
        return BadCase.failed(good.function() + " with " + what, post(good.function(), body), codes);
    }

    private static BadCase asn1(String name, byte[] body) {
        return new BadCase(name, Wire.request("POST", ASN1_PATH, List.of(ASN1, PROTOCOL), body), 400, "", MALFORMED);
    }

    private static byte[] post(String function, byte[] body) {
        return Wire.request("POST", JSON_PATH + function, List.of(JSON, PROTOCOL), body);
    }

    private static byte[] protocol(String path, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(JSON));
        all.addAll(List.of(headers));
        return Wire.request("POST", path, all, body);
    }

    private static Iterable<String> iterable(Iterator<String> names) {
        return () -> names;
    }
}
