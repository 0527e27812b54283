package org.mintline.device.factory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.device.factory.server.ScriptedServer.body;
import static org.mintline.device.factory.server.ScriptedServer.done;
import static org.mintline.device.factory.server.ScriptedServer.half;
import static org.mintline.device.factory.server.ScriptedServer.json;
import static org.mintline.device.factory.server.ScriptedServer.nothing;
import static org.mintline.device.factory.server.ScriptedServer.problem;
import static org.mintline.device.factory.server.ScriptedServer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.station.DeviceKeysException;
import org.mintline.device.https.HttpsClient;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.DeviceKey;
import org.mintline.rsp.image.ImageFactory;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.ProfileImageWriter;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigReading;

/** A station and its support server, which is a real TLS server within the test. */
class ServerDeskTest {
    private static final Eid EID = Eid.withCheckDigits("890490320000000000000000000001");
    private static final Iccid ICCID = Iccid.withCheckDigit("898821100000000001");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI =
            TestPki.create(Cryptography.system(), TestPki.Parameters.of("support.example", Instant.now()));
    private static final AuthenticationEvidence EVIDENCE = new AuthenticationEvidence(
            AuthenticationManner.BOTH,
            true,
            List.of(new JigReading(new BigDecimal("3.31"), new BigDecimal("0.118"))),
            false);

    private static final byte[] IMAGE = image();

    @TempDir
    Path folder;

    private final ToldAtTheStation told = new ToldAtTheStation();
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = serverAt(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_image_of_an_authenticated_device_waits_in_the_stations_folder() throws IOException {
        byte[] image = IMAGE;
        server.answering(body(image));

        desk().authenticated(EID, EVIDENCE);

        assertThat(files("images")).singleElement().satisfies(file -> assertThat(file)
                .startsWith(EID.digits() + "-")
                .endsWith(".image"));
        assertThat(Files.readAllBytes(
                        folder.resolve("images").resolve(files("images").get(0))))
                .isEqualTo(image);
        assertThat(server.lines()).containsExactly("POST /station/v1/devices/" + EID + "/image");
        assertThat(server.requests.get(0).body())
                .contains("\"manner\":\"BOTH\"", "\"keySetProven\":true", "V=3.31 I=0.118");
    }

    @Test
    void an_image_that_this_station_sent_before_does_not_wait_again() throws IOException {
        server.answering(body(IMAGE), body(IMAGE));
        ServerDesk desk = desk();
        desk.authenticated(EID, EVIDENCE);
        String name = files("images").get(0);
        Path sent = Files.createDirectories(folder.resolve("images/sent"));
        Files.move(folder.resolve("images").resolve(name), sent.resolve(name));

        desk.authenticated(EID, EVIDENCE);

        assertThat(files("images")).isEmpty();
    }

    @Test
    void a_device_that_boots_to_install_is_asked_no_image_for() throws IOException {
        server.answering(body(IMAGE));
        ServerDesk desk = desk();
        desk.authenticated(EID, EVIDENCE);

        desk.committed(EID);
        desk.authenticated(EID, EVIDENCE);

        assertThat(server.requests).hasSize(1);
    }

    @Test
    void why_a_server_gives_no_image_is_told_at_the_station() throws IOException {
        server.answering(problem(409, "another station has the image of this device"), done(), problem(503, "full"));
        ServerDesk desk = desk();

        desk.authenticated(EID, EVIDENCE);
        desk.authenticated(EID, EVIDENCE);
        desk.authenticated(EID, EVIDENCE);

        assertThat(told.sentences)
                .contains(
                        EID
                                + " is not served: the support server gives no image: another station has the image of"
                                + " this device",
                        EID + " is not served: the support server gives no image now: the support server fails: full")
                .hasSize(5);
        assertThat(files("images")).isEmpty();
    }

    @Test
    void an_image_that_breaks_off_leaves_nothing_behind() throws IOException {
        server.answering(half(IMAGE));

        desk().authenticated(EID, EVIDENCE);

        assertThat(files("images")).isEmpty();
        assertThat(told.sentences)
                .last()
                .asString()
                .contains(EID + " is not served: the support server gives no image now");
    }

    @Test
    void what_is_no_image_is_not_kept() throws IOException {
        server.answering(json("{\"no\":\"image\"}"));

        desk().authenticated(EID, EVIDENCE);

        assertThat(files("images")).isEmpty();
        assertThat(told.sentences).last().asString().contains("the support server gives what is no image");
    }

    @Test
    void reports_wait_on_the_disk_while_the_server_is_away_and_go_out_in_their_order() throws IOException {
        int port = server.port();
        server.close();
        ServerDesk desk = deskAt("127.0.0.1", port);
        desk.reported(EID, report(InstallationReport.Outcome.FAILED, "no memory"));
        desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));
        desk.refused(EID.digits(), "the current at the jig is 0.3 A");

        assertThat(desk.sendReports()).isEqualTo(3);
        assertThat(desk.sendReports()).isEqualTo(3);
        assertThat(told.sentences)
                .filteredOn(sentence -> sentence.startsWith("reports wait: "))
                .hasSize(1);

        server = serverAt(InetAddress.getByName("127.0.0.1"), port).answering(done(), done(), done());
        assertThat(desk.sendReports()).isZero();

        assertThat(server.lines())
                .containsExactly(
                        "POST /station/v1/devices/" + EID + "/events",
                        "POST /station/v1/devices/" + EID + "/events",
                        "POST /station/v1/refusals");
        assertThat(server.requests.get(0).body())
                .contains("INSTALLATION_FAILED", "\"reason\":\"no memory\"", NOW.toString());
        assertThat(server.requests.get(1).body()).contains("\"event\":\"INSTALLED\"", ICCID.digits());
        assertThat(server.requests.get(2).body()).contains("the current at the jig is 0.3 A");
    }

    @Test
    void reports_outlive_the_station() throws IOException {
        desk().reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));
        server.answering(done());

        ServerDesk started = desk();

        assertThat(started.sendReports()).isZero();
        assertThat(server.lines()).containsExactly("POST /station/v1/devices/" + EID + "/events");
        assertThat(files("reports")).isEmpty();
    }

    @Test
    void a_report_whose_answer_was_lost_is_sent_again_as_it_was() throws IOException {
        server.answering(nothing(), nothing(), done());
        ServerDesk desk = desk();
        desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));

        while (desk.sendReports() > 0) {
            assertThat(files("reports")).hasSize(1);
        }

        assertThat(server.requests.size()).isGreaterThan(1);
        assertThat(server.requests.stream().map(ScriptedServer.Request::body).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 429, 500, 503})
    void a_server_that_does_not_serve_the_station_now_gets_the_report_later(int status) throws IOException {
        server.answering(status(status), done());
        ServerDesk desk = desk();
        desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));

        assertThat(desk.sendReports()).isEqualTo(1);
        assertThat(told.sentences).last().asString().contains("reports wait", "HTTP " + status);
        assertThat(desk.sendReports()).isZero();
    }

    @Test
    void a_report_that_is_refused_for_good_is_kept_for_a_person_and_does_not_hold_the_others_up() throws IOException {
        server.answering(problem(409, "the profile was not handed out"), done());
        ServerDesk desk = desk();
        desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));
        desk.refused(EID.digits(), "the jig does not answer");

        assertThat(desk.sendReports()).isZero();
        assertThat(told.sentences)
                .last()
                .asString()
                .isEqualTo("the support server refuses a report, which is kept in 'refused': the profile was not handed"
                        + " out");
        assertThat(files("reports/refused")).hasSize(1);

        server.answering(problem(409, "the profile was not handed out"));
        ServerDesk started = desk();
        started.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));
        started.sendReports();
        assertThat(files("reports/refused"))
                .as("none takes the place of another")
                .hasSize(2);
    }

    @Test
    void a_file_that_is_no_report_is_put_aside() throws IOException {
        ServerDesk desk = desk();
        desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed"));
        Files.writeString(folder.resolve("reports/0000000000000000000.json"), "");
        server.answering(done());

        assertThat(desk.sendReports()).isZero();
        assertThat(files("reports/refused")).containsExactly("0000000000000000000.json");
    }

    @Test
    void a_device_is_not_told_to_forget_a_report_that_cannot_be_kept() throws IOException {
        ServerDesk desk = desk();
        Files.delete(folder.resolve("reports"));

        assertThatThrownBy(() -> desk.reported(EID, report(InstallationReport.Outcome.INSTALLED, "installed")))
                .hasMessageContaining("the device is not told to forget it");
    }

    @Test
    void settings_that_no_station_can_have_are_refused() {
        server.answering(
                json("{\"manner\":\"KEY_SET\",\"testAllowed\":true}"),
                json("{\"manner\":\"OVER_THE_AIR\",\"testAllowed\":false}"),
                json("{\"manner\":\"JIG\",\"testAllowed\":false}"),
                json("{\"manner\":\"JIG\",\"jig\":\"3.3,0.12\",\"testAllowed\":false}"),
                problem(403, "the client certificate belongs to no station"));

        assertThat(rules()).isEqualTo("KEY_SET");
        assertThat(rules()).contains("settings that no station can have", "over a wire");
        assertThat(rules()).contains("settings that no station can have", "settings of the jig");
        assertThat(rules()).contains("settings that no station can have", "VOLT,AMPERE");
        assertThat(rules())
                .isEqualTo("the support server tells no settings: the client certificate belongs to no station");
    }

    private String rules() {
        try {
            return supportServer("127.0.0.1", server.port()).rules().manner().name();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Test
    void a_key_set_is_asked_for_once_and_its_refusal_told() throws Exception {
        String key = "AAECAwQFBgcICQoLDA0ODw==";
        server.answering(
                problem(404, "the device is not registered"),
                json("{\"version\":1,\"enc\":\"%1$s\",\"mac\":\"%1$s\",\"dek\":\"%1$s\"}".formatted(key)));
        SupportServer support = supportServer("127.0.0.1", server.port());

        assertThatThrownBy(() -> support.of(EID))
                .isInstanceOf(DeviceKeysException.class)
                .hasMessage("the support server gives no key set: the device is not registered");
        assertThat(support.of(EID).version()).isEqualTo(1);
        server.close();
        assertThat(support.of(EID).version()).isEqualTo(1);
    }

    @Test
    void the_server_is_known_by_the_host_that_the_station_was_given() throws IOException {
        server.answering(json("{\"manner\":\"KEY_SET\"}"), json("{\"manner\":\"KEY_SET\"}"));

        supportServer("localhost", server.port()).rules();
        supportServer("127.0.0.1", server.port()).rules();

        assertThat(server.requests.get(0).serverNames()).containsExactly(new SNIHostName("localhost"));
        assertThat(server.requests.get(1).serverNames())
                .as("an address is no name")
                .isEmpty();
    }

    @Test
    void a_server_whose_certificate_names_another_host_is_told_nothing() throws IOException {
        InetAddress other = InetAddress.getByName("127.0.0.2");
        try (ScriptedServer elsewhere = serverAt(other, 0)) {
            assertThatThrownBy(
                            () -> supportServer("127.0.0.2", elsewhere.port()).rules())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.2");
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void a_server_that_another_CA_vouches_for_is_told_nothing() throws Exception {
        SSLContext trustingOperators = context(PKI.station(), PKI.operatorAuthority());

        assertThatThrownBy(() -> new SupportServer(new HttpsClient(
                                InetSocketAddress.createUnresolved("localhost", server.port()), trustingOperators))
                        .rules())
                .isInstanceOf(IOException.class);
        assertThat(server.requests).isEmpty();
    }

    private static byte[] image() {
        Cryptography cryptography = Cryptography.system();
        KeyPair signer = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        KeyPair device = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        ImageMetadata metadata = new ImageMetadata(
                ICCID,
                Optional.of(EID),
                "Example",
                "Profile",
                ProfileClass.OPERATIONAL,
                Optional.empty(),
                Optional.of(1));
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        try {
            ProfileImageWriter writer = new ImageFactory(
                            new ImageSigner(
                                    SigningKind.COMMERCIAL,
                                    new SubjectKeyIdentifier(new byte[20]),
                                    parts -> cryptography.sign(signer.getPrivate(), parts)),
                            cryptography,
                            CLOCK)
                    .begin(image, new DeviceKey(device.getPublic()), metadata);
            writer.packet(new byte[] {1});
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image.toByteArray();
    }

    private ServerDesk desk() throws IOException {
        return deskAt("127.0.0.1", server.port());
    }

    private ServerDesk deskAt(String host, int port) throws IOException {
        return new ServerDesk(
                supportServer(host, port), folder.resolve("images"), folder.resolve("reports"), told, CLOCK);
    }

    private static SupportServer supportServer(String host, int port) {
        return new SupportServer(new HttpsClient(
                InetSocketAddress.createUnresolved(host, port), context(PKI.station(), PKI.serverAuthority())));
    }

    private static ScriptedServer serverAt(InetAddress address, int port) throws IOException {
        return new ScriptedServer(address, port, context(PKI.console(), PKI.stationAuthority()));
    }

    private static SSLContext context(KeyAndCertificate own, KeyAndCertificate trusted) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("own", own.privateKey(), new char[0], new Certificate[] {own.certificate()});
            KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            mine.init(keys, new char[0]);
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("trusted", trusted.certificate());
            TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(mine.getKeyManagers(), others.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InstallationReport report(InstallationReport.Outcome outcome, String detail) {
        return new InstallationReport(new byte[16], Optional.of(ICCID), outcome, detail, Optional.of(new byte[] {1}));
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
