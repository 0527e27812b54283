package org.mintline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.console.ConsoleRooms;
import org.mintline.device.https.HttpsClient;
import org.mintline.server.Administration;
import org.mintline.server.Nightly;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.server.TlsClient;
import org.mintline.sgp23.SimulatedDevice;

/** A server that has one role alone (PSS-13): what belongs to the others is not there. */
@Nightly
@OnOneDatabase
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class RolesIT {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    @TempDir
    static Path folder;

    private RunningServer server;
    private FactoryWorld world;
    private String eid;

    @BeforeAll
    void install_a_profile(RunningServer running) throws Exception {
        server = running;
        world = FactoryWorld.at(server);
        eid = world.installOne(folder);
    }

    @AfterAll
    void give_it_all_roles_again() {
        server.stop();
        server.ensureRunning();
    }

    @Test
    void generation_alone_serves_no_stations_and_no_factories() throws Exception {
        server.restartWith(Map.of("mintline.roles", "generation"));

        assertThat(es9plus()).isNotEqualTo(NOT_FOUND);
        assertThat(es2plus()).isNotEqualTo(NOT_FOUND);
        assertThat(atStations("station/v1/settings")).isEqualTo(NOT_FOUND);
        assertThat(atStations("aggregation/v1/lots")).isEqualTo(NOT_FOUND);
        assertThat(atStations("local-provisioning/v1/sessions")).isEqualTo(NOT_FOUND);
        assertThat(administration("support/stations")).isEqualTo(NOT_FOUND);
        assertThat(administration("batches")).isEqualTo(OK);
        ConsoleRooms rooms = ConsoleRooms.of(server, "generation");
        assertThat(rooms.menu())
                .contains("Batches", "Lines", "Audit")
                .doesNotContain("Received batches", "Stations", "Devices");
        assertThat(rooms.notFound()).containsExactly("received", "images", "stations", "devices");
    }

    @Test
    void support_alone_makes_no_profiles_and_purges_what_was_installed_by_its_rule() throws Exception {
        server.restartWith(Map.of("mintline.roles", "support"));

        assertThat(es9plus()).isEqualTo(NOT_FOUND);
        assertThat(es2plus()).isEqualTo(NOT_FOUND);
        assertThat(atStations("station/v1/settings")).isEqualTo(OK);
        assertThat(atStations("aggregation/v1/lots")).isEqualTo(NOT_FOUND);
        assertThat(administration("support/stations")).isEqualTo(OK);
        assertThat(administration("batches")).isEqualTo(NOT_FOUND);
        assertThat(administration("lots")).isEqualTo(NOT_FOUND);
        assertThat(administration("imports")).isEqualTo(NOT_FOUND);
        ConsoleRooms rooms = ConsoleRooms.of(server, "support");
        assertThat(rooms.menu())
                .contains("Received batches", "Stations", "Devices")
                .doesNotContain("Batches", "Orders", "Profiles");
        assertThat(rooms.notFound()).containsExactly("profiles", "orders", "imports", "rules", "batches", "lots");

        assertThat(world.get("support/images?eid=" + eid).at("/items")).hasSize(1);
        world.purgeAfter("INSTALLED", 0);
        world.await("support/images?eid=" + eid, seen -> seen.at("/items").isEmpty());
        assertThat(world.get("support/profiles?eid=" + eid).at("/items/0/state").asText())
                .as("that it was installed stays known")
                .isEqualTo("INSTALLED");
        assertThat(world.get("audit/lines?action=purgeProfiles").toString()).contains("rule INSTALLED, 0 days");
        world.purgeAfter("INSTALLED", 30);
    }

    @Test
    void aggregation_alone_serves_factories_only() throws Exception {
        server.restartWith(Map.of("mintline.roles", "aggregation"));

        assertThat(es9plus()).isEqualTo(NOT_FOUND);
        assertThat(es2plus()).isEqualTo(NOT_FOUND);
        assertThat(atStations("station/v1/settings")).isEqualTo(NOT_FOUND);
        assertThat(atStations("aggregation/v1/lots")).isNotEqualTo(NOT_FOUND);
        assertThat(administration("support/stations")).isEqualTo(NOT_FOUND);
        assertThat(administration("batches")).isEqualTo(NOT_FOUND);
        ConsoleRooms rooms = ConsoleRooms.of(server, "aggregation");
        assertThat(rooms.menu()).contains("Received batches", "Lines").doesNotContain("Batches", "Orders", "Stations");
        assertThat(rooms.notFound())
                .containsExactly("profiles", "orders", "imports", "rules", "batches", "lots", "stations", "devices");
    }

    private int administration(String path) throws Exception {
        return new Administration(server).get(path).statusCode();
    }

    private int es9plus() throws Exception {
        SSLContext device = TlsClient.trusting(server.home().resolve("pki/certificate-issuers/ci-nist.pem"));
        return new HttpsClient(
                        SimulatedDevice.ADDRESS.host().toString(),
                        InetSocketAddress.createUnresolved(
                                "localhost", server.es9plus().getPort()),
                        device)
                .post(
                        "/gsma/rsp2/es9plus/initiateAuthentication",
                        Map.of("Content-Type", "application/json"),
                        "{}".getBytes(StandardCharsets.UTF_8))
                .status();
    }

    private int es2plus() throws Exception {
        Path operator = server.home().resolve("pki/operator");
        SSLContext client = TlsClient.trusting(
                operator.resolve("server-ca.pem"),
                operator.resolve("operator.pem"),
                operator.resolve("operator.key.pem"));
        return post(client, server.es2plus().resolve("/gsma/rsp2/es2plus/downloadOrder"));
    }

    private int atStations(String path) throws Exception {
        Path station = server.home().resolve("pki/station");
        SSLContext client = TlsClient.trusting(
                station.resolve("server-ca.pem"), station.resolve("station.pem"), station.resolve("station.key.pem"));
        URI address = URI.create("https://localhost:" + server.stations().getPort() + "/" + path);
        return send(client, HttpRequest.newBuilder(address).GET().build());
    }

    private static int post(SSLContext client, URI address) throws Exception {
        return send(
                client,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
    }

    private static int send(SSLContext client, HttpRequest request) throws Exception {
        HttpResponse<Void> response =
                HttpClient.newBuilder().sslContext(client).build().send(request, BodyHandlers.discarding());
        return response.statusCode();
    }
}
