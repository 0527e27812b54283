package org.mintline.console;

import java.io.IOException;
import org.mintline.server.RunningServer;
import org.openqa.selenium.By;

/** A person at the page of a line, who sees to its newest dead letter. */
public final class DeadLetterDesk implements AutoCloseable {
    private final Browser browser;

    /** Signs in as administrator and opens the page of a line. */
    public DeadLetterDesk(RunningServer server, String line) throws IOException {
        browser = new Browser(server);
        browser.signIn("administrator", server.administratorPassword());
        browser.waitFor(By.cssSelector("nav .current"));
        browser.open("line.xhtml?name=" + line);
    }

    /** Waits until the page shows a text. */
    public void await(String text) {
        browser.await(text);
    }

    /** Has the letter taken in after all. */
    public void retry() {
        browser.click("line:table:0:retry");
    }

    /** Drops the letter, and says so when asked again. */
    public void drop() throws IOException {
        browser.click("line:table:0:drop");
        browser.keepScreenshot("dead-letter-drop");
        browser.goOn();
    }

    @Override
    public void close() {
        browser.close();
    }
}
