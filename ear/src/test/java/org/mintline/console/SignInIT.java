package org.mintline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.Administration;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** Signing in at the console and at the administration interface, which share the server's count of wrong passwords. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class SignInIT {
    private static final int TRIES = 10;
    private static final String PASSWORD = "sign-in-it-password";
    private static final String PATH = "operators";

    private final RunningServer server;
    private final ConsoleWorld world;

    SignInIT(RunningServer server) throws Exception {
        this.server = server;
        world = new ConsoleWorld(server);
    }

    @Test
    void calls_that_are_remembered_do_not_count_as_wrong_passwords() throws Exception {
        Administration administration = new Administration(server);
        for (int call = 0; call <= 2 * TRIES; call++) {
            assertThat(administration.get(PATH).statusCode()).isEqualTo(200);
        }

        try (Browser browser = new Browser(server)) {
            browser.signIn("administrator", world.password());
            browser.await("Stock by profile type");
        }
    }

    @Test
    void wrong_passwords_lock_their_name_and_no_other() throws Exception {
        try (Browser browser = new Browser(server)) {
            browser.signIn("administrator", world.password());
            world.makeUser(browser, "guessed", "", "Auditor", PASSWORD);
            world.makeUser(browser, "not-guessed", "", "Auditor", PASSWORD);
        }
        Administration wrong = new Administration(server, "guessed", "wrong");
        guess(wrong, TRIES - 1);
        assertThat(statusFor("guessed")).as("signed in, but no administrator").isEqualTo(403);
        guess(wrong, TRIES);

        try (Browser browser = new Browser(server)) {
            browser.signIn("guessed", PASSWORD);
            browser.await(
                    "After 10 wrong passwords a name is locked, even for the right one, until 5 minutes after the last try.");
            browser.keepScreenshot("sign-in-locked");
        }
        assertThat(statusFor("guessed")).as("remembered").isEqualTo(403);
        assertThat(statusFor("not-guessed")).isEqualTo(403);
    }

    private static void guess(Administration wrong, int times) throws Exception {
        for (int call = 0; call < times; call++) {
            assertThat(wrong.get(PATH).statusCode()).isEqualTo(401);
        }
    }

    private int statusFor(String user) throws Exception {
        return new Administration(server, user, PASSWORD).get(PATH).statusCode();
    }
}
