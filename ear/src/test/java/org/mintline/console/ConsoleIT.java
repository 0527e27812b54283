package org.mintline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.server.OnPostgresqlAlone;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.openqa.selenium.By;

/** The operator console as its users see it. */
@OnPostgresqlAlone
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final int NEARER = 4;
    private static final int PROFILES = 60;
    private static final String PASSWORD = "console-it-password";
    private static final String SOUTHERN_ICCID = ConsoleWorld.iccid(900_000);

    private RunningServer server;
    private ConsoleWorld world;
    private Browser browser;

    @BeforeAll
    void make_two_operators_their_users_and_an_import(RunningServer running) throws Exception {
        server = running;
        world = new ConsoleWorld(server);
        world.operator(ConsoleWorld.NORTH, "1.3.6.1.4.1.99999.1");
        world.profile(world.operator(ConsoleWorld.SOUTH, "1.3.6.1.4.1.99999.2"), SOUTHERN_ICCID);
        try (Browser administrator = new Browser(server)) {
            administrator.signIn("administrator", world.password());
            world.makeUser(administrator, "north-operator", ConsoleWorld.NORTH, "Operator", PASSWORD);
            world.makeUser(administrator, "north-auditor", ConsoleWorld.NORTH, "Auditor", PASSWORD);
            administrator.keepScreenshot("users");
        }
        try (Browser operator = new Browser(server)) {
            operator.signIn("north-operator", PASSWORD);
            operator.open("imports.xhtml");
            operator.choose("upload:target", ConsoleWorld.TYPE);
            operator.chooseFile("upload:file", ConsoleWorld.inputFile(PROFILES));
            operator.click("upload:send");
            operator.await("Finished");
            operator.keepScreenshot("imports");
        }
    }

    @BeforeEach
    void open_a_browser() {
        closeBrowser();
        browser = new Browser(server);
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_wrong_password_is_refused_in_plain_words() throws Exception {
        browser.signIn("north-operator", "not the password");

        browser.await("User name or password is not right.");
        browser.keepScreenshot("sign-in-failed");
        browser.open("profiles.xhtml");
        assertThat(browser.shows(By.id("password"))).isTrue();
    }

    @Test
    void signing_in_changes_the_session_and_guards_its_cookie() {
        browser.open("dashboard.xhtml");
        String before = browser.sessionCookie().getValue();
        browser.signIn("north-operator", PASSWORD);
        browser.await("Stock by profile type");

        assertThat(browser.sessionCookie().getValue()).isNotEqualTo(before);
        assertThat(browser.sessionCookie().isHttpOnly()).isTrue();
        assertThat(browser.sessionCookie().isSecure()).isTrue();
        assertThat(browser.sessionCookie().getSameSite()).isEqualTo("Strict");
    }

    @Test
    void signing_out_ends_the_session() {
        browser.signIn("north-operator", PASSWORD);
        browser.click("signOutForm:signOut");
        browser.waitFor(By.id("password"));

        browser.open("profiles.xhtml");
        assertThat(browser.shows(By.id("password"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "profiles", "orders", "imports", "rules", "audit", "keys"})
    void every_room_opens(String room) throws Exception {
        browser.signIn("administrator", world.password());
        browser.open(room + ".xhtml");

        assertThat(browser.waitFor(By.cssSelector("nav .current")).isDisplayed())
                .isTrue();
        browser.keepScreenshot(room);
    }

    @Test
    void profiles_are_filtered_and_paged() throws Exception {
        browser.signIn("north-operator", PASSWORD);
        browser.open("profiles.xhtml?state=AVAILABLE");
        String firstOfFirstPage = firstIccid();
        browser.click("profiles:forward");
        browser.await("Page 2");
        assertThat(firstIccid()).isNotEqualTo(firstOfFirstPage);

        browser.open("profiles.xhtml");
        browser.type("profiles:iccid", ConsoleWorld.iccid(7));
        browser.click("profiles:search");
        browser.waitFor(
                By.xpath("//tbody[@id='profiles:table_data'][count(tr)=1]//a[text()='" + ConsoleWorld.iccid(7) + "']"));
    }

    private String firstIccid() {
        return browser.waitFor(By.cssSelector("tbody[id='profiles:table_data'] a"))
                .getText();
    }

    @Test
    void the_qr_code_of_an_order_is_its_activation_code() throws Exception {
        browser.signIn("north-operator", PASSWORD);
        browser.open("orders.xhtml");
        browser.choose("order:offer", ConsoleWorld.TYPE);
        browser.click("order:submit");
        String activationCode =
                browser.waitFor(By.cssSelector(".label .code-text")).getText();
        browser.keepScreenshot("order-done");

        assertThat(activationCode).startsWith("LPA:1$").contains("$");
        assertThat(decoded(browser.picture(By.cssSelector(".label svg.qr")))).isEqualTo(activationCode);

        browser.waitFor(By.cssSelector(".label a.digits")).click();
        assertThat(browser.waitFor(By.id("activationCode")).getText()).isEqualTo(activationCode);
        browser.keepScreenshot("profile");
    }

    @Test
    void a_batch_gives_a_sheet_of_codes() throws Exception {
        browser.signIn("north-operator", PASSWORD);
        browser.open("orders.xhtml");
        browser.choose("order:offer", ConsoleWorld.TYPE);
        browser.type("order:count", "4");
        browser.choose("order:confirmation", "A new one");
        browser.click("order:submit");
        browser.await("4 profiles are ordered.");
        browser.keepScreenshot("orders-done");
        browser.click("order:toggle");
        browser.waitFor(By.cssSelector(".sheet .label:nth-child(4) svg.qr"));
        browser.keepScreenshot("orders-sheet");
    }

    @Test
    void bad_lines_of_an_import_are_told_by_number_and_reason() throws Exception {
        browser.signIn("north-auditor", PASSWORD);
        browser.open("imports.xhtml");
        assertThat(browser.shows(By.id("upload:send"))).isFalse();
        browser.waitFor(By.cssSelector("tbody[id='imports:table_data'] a")).click();

        browser.await(Integer.toString(PROFILES + 2));
        browser.keepScreenshot("import");
    }

    @Test
    void the_chain_of_the_audit_trail_is_verified() throws Exception {
        browser.signIn("administrator", world.password());
        browser.open("audit.xhtml");
        browser.click("chain:verify");

        browser.await("The chain is intact");
        browser.keepScreenshot("audit-verified");
    }

    @Test
    void an_auditor_cannot_order_even_by_a_forged_post() throws Exception {
        browser.signIn("north-auditor", PASSWORD);
        browser.open("orders.xhtml");
        browser.await("Not allowed");
        browser.keepScreenshot("not-allowed");

        browser.open("profiles.xhtml");
        HttpResponse<String> answer = world.post(
                "orders.xhtml",
                browser.sessionCookie().getValue(),
                "order=order&order%3Asubmit=&jakarta.faces.ViewState=" + browser.viewState());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void the_profile_of_another_operator_is_not_found_by_its_address() throws Exception {
        browser.signIn("north-operator", PASSWORD);
        browser.open("profile.xhtml?iccid=" + SOUTHERN_ICCID);

        browser.await("Not found");
        assertThat(browser.text()).doesNotContain(ConsoleWorld.SOUTH);
        browser.keepScreenshot("not-found");
    }

    @Test
    void a_post_without_the_view_state_of_the_page_changes_nothing() throws Exception {
        browser.signIn("administrator", world.password());
        browser.open("users.xhtml");
        String form = "new=new&new%3Aname=intruder&new%3Aoperator_input=&new%3Arole_input=ADMINISTRATOR"
                + "&new%3Apassword=a-long-password-1&new%3Acreate=";
        String cookie = browser.sessionCookie().getValue();
        world.post("users.xhtml", cookie, form);
        world.post("users.xhtml", cookie, form + "&jakarta.faces.ViewState=1%3A2");

        browser.open("users.xhtml");
        assertThat(browser.text()).contains("north-auditor").doesNotContain("intruder");
    }

    @Test
    void rules_and_variants_of_a_profile_type_are_edited_and_kept() throws Exception {
        browser.signIn("north-operator", PASSWORD);
        browser.open("rules.xhtml");
        browser.click("variants:add");
        browser.choose("variants:table:0:criterion", "device supports");
        browser.choose("variants:table:0:verdict", ConsoleWorld.VARIANT);
        browser.type("variants:table:0:value", "NR_5GC_SUPPORTED_RELEASE");
        browser.click("variants:save");
        browser.await("Saved for " + ConsoleWorld.TYPE);

        browser.open("rules.xhtml");
        browser.click("rules:add");
        browser.choose("rules:table:0:criterion", "TAC");
        browser.type("rules:table:0:value", "not digits");
        browser.click("rules:save");
        browser.await("Not saved: line 1");
        browser.keepScreenshot("rules-refused");
        browser.type("rules:table:0:value", "35290611");
        browser.click("rules:save");
        browser.await("Saved for " + ConsoleWorld.TYPE);

        browser.open("rules.xhtml");
        assertThat(browser.waitFor(By.id("variants:table:0:value")).getDomProperty("value"))
                .isEqualTo("NR_5GC_SUPPORTED_RELEASE");
        assertThat(browser.waitFor(By.id("rules:table:0:value")).getDomProperty("value"))
                .isEqualTo("35290611");
        browser.keepScreenshot("rules-kept");
    }

    @Test
    void an_auditor_sees_the_rules_and_changes_none() throws Exception {
        browser.signIn("north-auditor", PASSWORD);
        browser.open("rules.xhtml");
        browser.await("Which variant goes out");

        assertThat(browser.text()).doesNotContain("Console South");
        assertThat(browser.shows(By.id("rules:save"))).isFalse();
        String form = "rules=rules&rules%3Aadd=&rules%3Asave=&jakarta.faces.ViewState=" + browser.viewState();
        world.post("rules.xhtml", browser.sessionCookie().getValue(), form);
        browser.open("audit.xhtml");
        assertThat(browser.text()).doesNotContain("console:north-auditor");
    }

    /** As a camera would that is held near enough: a module of the picture has three or four pixels, which is little for a reader. */
    private static String decoded(BufferedImage picture) throws Exception {
        int width = NEARER * picture.getWidth();
        int height = NEARER * picture.getHeight();
        BufferedImage near = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        near.createGraphics().drawImage(picture, 0, 0, width, height, null);
        int[] pixels = near.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
