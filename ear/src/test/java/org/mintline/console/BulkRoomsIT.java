package org.mintline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.station.FactoryWorld;
import org.openqa.selenium.By;

/** The rooms of bulk provisioning and of the factory, with a batch that came in and devices that were served. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class BulkRoomsIT {
    private static final String PASSWORD = "bulk-rooms-it-password";
    private static final String FACTORY_USER = "factory-staff";

    @TempDir
    static Path folder;

    private RunningServer server;
    private ConsoleWorld console;
    private FactoryWorld factory;
    private String eid;
    private String ended;
    private Browser browser;

    @BeforeAll
    void serve_devices(RunningServer running) throws Exception {
        server = running;
        console = new ConsoleWorld(server);
        factory = FactoryWorld.at(server);
        eid = factory.installOne(folder);
        ended = factory.batchOfOneThatIsInstalled("Ended", folder);
        try (Browser administrator = new Browser(server)) {
            administrator.signIn("administrator", console.password());
            console.makeUser(administrator, FACTORY_USER, "Platform", "Factory", PASSWORD);
        }
    }

    @BeforeEach
    void open_a_browser() throws Exception {
        closeBrowser();
        browser = new Browser(server);
        browser.signIn("administrator", console.password());
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard",
                "batches",
                "lots",
                "received",
                "images",
                "stations",
                "devices",
                "partners",
                "lines",
                "audit"
            })
    void every_room_opens(String room) throws Exception {
        browser.open(room + ".xhtml");

        assertThat(browser.waitFor(By.cssSelector("nav .current")).isDisplayed())
                .isTrue();
        browser.keepScreenshot("bulk-" + room);
    }

    @Test
    void a_batch_shows_how_far_it_is_and_can_be_cancelled_while_something_is_left() throws Exception {
        browser.open("batch.xhtml?id=" + factory.batch());
        browser.await("Received");

        assertThat(browser.shows(By.id("batch:cancel"))).isTrue();
        browser.keepScreenshot("bulk-batch");
    }

    @Test
    void a_batch_whose_profiles_are_all_installed_offers_no_cancel() throws Exception {
        browser.open("batch.xhtml?id=" + ended);
        browser.await("Received");

        assertThat(browser.shows(By.id("batch:cancel"))).isFalse();
        browser.keepScreenshot("bulk-batch-ended");
        assertThat(factory.cancel(ended).statusCode()).isEqualTo(409);
    }

    @Test
    void a_lot_shows_its_keys() throws Exception {
        browser.open("lot.xhtml?id=" + factory.lot());
        browser.await(FactoryWorld.NAME);
        browser.keepScreenshot("bulk-lot");
    }

    @Test
    void a_device_shows_what_happened_to_it() throws Exception {
        browser.open("device.xhtml?eid=" + eid);
        browser.await(eid);

        assertThat(browser.text()).contains(FactoryWorld.STATION);
        browser.keepScreenshot("bulk-device");
    }

    @Test
    void an_image_shows_the_way_of_its_profile() throws Exception {
        browser.open("images.xhtml?eid=" + eid);
        browser.waitFor(By.cssSelector("main table tbody a")).click();
        browser.await(eid);
        browser.keepScreenshot("bulk-image");
    }

    @Test
    void a_station_shows_when_it_was_seen_last_and_is_shut_out_and_served_again() throws Exception {
        browser.open("stations.xhtml");
        browser.await(FactoryWorld.STATION);
        assertThat(browser.text()).contains("Last seen").doesNotContain("never");
        browser.click("stations:table:0:toggle");
        browser.await("Station " + FactoryWorld.STATION + " is shut out.");
        browser.keepScreenshot("bulk-station-shut-out");

        browser.click("stations:table:0:toggle");
        browser.await("Station " + FactoryWorld.STATION + " is served.");
    }

    @Test
    void staff_of_the_factory_see_their_rooms_only() throws Exception {
        try (Browser staff = new Browser(server)) {
            staff.signIn(FACTORY_USER, PASSWORD);
            staff.await("Received batches");
            staff.keepScreenshot("factory-dashboard");
            assertThat(staff.texts(By.cssSelector("nav a")))
                    .containsExactly(
                            "Dashboard",
                            "Received batches",
                            "Profiles and images",
                            "Stations",
                            "Devices",
                            "Partners",
                            "Lines");
            for (String room :
                    new String[] {"profiles", "orders", "imports", "batches", "lots", "audit", "keys", "users"}) {
                staff.open(room + ".xhtml");
                staff.await("Not allowed");
            }
            staff.open("stations.xhtml");
            staff.await(FactoryWorld.STATION);
            staff.keepScreenshot("factory-stations");
        }
    }
}
