package org.mintline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.openqa.selenium.By;

/** The room of an aggregator's partners (OFF-4): the life of a local provisioning server there, in its order. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnersIT {
    private static final String SERVER = "rooms-factory";
    private static final String PASSWORD = "partners-it-password";
    private static final String FACTORY_USER = "partners-staff";

    private RunningServer server;
    private ConsoleWorld console;
    private Path certificate;
    private Browser browser;

    @BeforeAll
    void sign_in(RunningServer running) throws Exception {
        server = running;
        console = new ConsoleWorld(server);
        certificate = server.home().resolve("pki/operator/operator.pem");
        browser = new Browser(server);
        browser.signIn("administrator", console.password());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The number of the partner's line in the list. */
    private int line() {
        return browser.texts(By.cssSelector("#partners\\:table tbody tr td:first-child"))
                .indexOf(SERVER);
    }

    @Test
    @Order(1)
    void a_server_is_let_in_by_the_file_of_its_certificate() throws Exception {
        browser.open("partners.xhtml");
        browser.type("new:name", SERVER);
        browser.chooseFile("new:file", certificate);
        browser.click("new:register");

        browser.await("Partner " + SERVER + " is let in.");
        assertThat(browser.text()).contains("Local provisioning server", "let in");
        browser.keepScreenshot("partners");
    }

    @Test
    @Order(2)
    void the_same_certificate_pasted_under_another_name_is_refused_in_words() throws Exception {
        browser.open("partners.xhtml");
        browser.type("new:name", "rooms-other");
        browser.type("new:certificate", Files.readString(certificate));
        browser.click("new:register");

        browser.await("Not done: a partner has that name, or that client certificate for the same purpose.");
        browser.keepScreenshot("partners-refused");
    }

    @Test
    @Order(3)
    void a_lot_is_offered_gets_another_end_and_is_withdrawn() throws Exception {
        browser.open("partner.xhtml?name=" + SERVER);
        browser.type("lots:lot", "rooms-lot");
        browser.click("lots:offer");
        browser.await("Lot rooms-lot is offered to " + SERVER + ".");
        browser.await("no end");

        browser.click("lots:table:0:edit");
        browser.awaitValue("lots:lot", "rooms-lot");
        browser.chooseDate("lots:until", "2099-12-31");
        browser.click("lots:offer");
        browser.await("2100-01-01 00:00:00 UTC");
        browser.keepScreenshot("partner");

        browser.click("lots:table:0:withdraw");
        browser.goOn();
        browser.await("Lot rooms-lot is offered to " + SERVER + " no more.");
        browser.await("No lot is offered: this server has nothing to fetch.");
    }

    @Test
    @Order(4)
    void staff_of_the_factory_see_partners_and_cannot_change_them() throws Exception {
        console.makeUser(browser, FACTORY_USER, "Platform", "Factory", PASSWORD);
        try (Browser staff = new Browser(server)) {
            staff.signIn(FACTORY_USER, PASSWORD);
            staff.open("partners.xhtml");
            staff.await(SERVER);
            assertThat(staff.shows(By.cssSelector("main button"))).isFalse();
            staff.open("partner.xhtml?name=" + SERVER);
            staff.await("Lots that it may fetch");
            assertThat(staff.shows(By.cssSelector("main button"))).isFalse();
            staff.keepScreenshot("factory-partner");
        }
    }

    @Test
    @Order(5)
    void a_server_that_is_shut_out_stays_in_the_list_and_is_offered_nothing_any_more() throws Exception {
        browser.open("partners.xhtml");
        browser.await(SERVER);
        int line = line();
        browser.click("partners:table:" + line + ":revoke");
        browser.goOn();
        browser.await("Partner " + SERVER + " is shut out.");
        browser.keepScreenshot("partners-shut-out");
        assertThat(browser.shows(By.id("partners:table:" + line + ":revoke"))).isFalse();

        browser.open("partner.xhtml?name=" + SERVER);
        browser.await("Shut out since");
        assertThat(browser.shows(By.id("lots:offer"))).isFalse();
    }

    @Test
    @Order(6)
    void every_change_is_in_the_audit_trail_under_the_name_of_its_user() throws IOException {
        browser.open("audit.xhtml");
        browser.await("revokePartner");

        assertThat(browser.text())
                .contains("registerPartner", "replaceLots", "partner:" + SERVER, "console:administrator");
        browser.keepScreenshot("partners-audit");
    }

    @Test
    @Order(7)
    void a_partner_that_there_is_not_and_the_rooms_of_other_roles_are_not_found() {
        for (String page : new String[] {"partner.xhtml?name=nobody", "factory-lots.xhtml", "factory-lot.xhtml"}) {
            browser.open(page);
            browser.await("Not found");
        }
    }
}
