package org.mintline.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mintline.server.RunningServer;
import org.openqa.selenium.By;

/**
 * Which rooms the console of a server has for an administrator.
 *
 * @param menu the rooms of the menu, as it calls them
 * @param notFound the rooms, by their addresses, that are not there
 */
public record ConsoleRooms(List<String> menu, List<String> notFound) {
    private static final List<String> ALL = List.of(
            "dashboard",
            "profiles",
            "orders",
            "imports",
            "rules",
            "batches",
            "lots",
            "received",
            "images",
            "stations",
            "devices",
            "lines",
            "audit",
            "keys",
            "users");

    /**
     * Signs in and looks.
     *
     * @param name of the screenshot of the first page
     */
    public static ConsoleRooms of(RunningServer server, String name) throws IOException {
        try (Browser browser = new Browser(server)) {
            browser.signIn("administrator", server.administratorPassword());
            browser.waitFor(By.cssSelector("nav .current"));
            browser.keepScreenshot("roles-" + name);
            List<String> menu = browser.texts(By.cssSelector("nav a"));
            List<String> notFound = new ArrayList<>();
            for (String room : ALL) {
                browser.open(room + ".xhtml");
                if (!browser.shows(By.cssSelector("nav .current"))) {
                    browser.await("Not found");
                    notFound.add(room);
                }
            }
            return new ConsoleRooms(menu, notFound);
        }
    }
}
