package org.mintline.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.mintline.server.RunningServer;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium at the console of a running server. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningServer server;
    private final ChromeDriver driver;

    Browser(RunningServer server) {
        this.server = server;
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    void signIn(String user, String password) {
        open("dashboard.xhtml");
        type("user", user);
        type("password", password);
        WebElement button = driver.findElement(By.id("sign-in"));
        button.click();
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(button));
    }

    /** Opens a page of the console. */
    void open(String page) {
        driver.get(server.console().resolve("/console/" + page).toString());
    }

    void type(String id, String text) {
        WebElement field = waitFor(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    void chooseFile(String id, Path file) {
        driver.findElement(By.id(id)).sendKeys(file.toAbsolutePath().toString());
    }

    /** Chooses the entry of a menu whose label begins with a text. */
    void choose(String id, String label) {
        waitFor(By.id(id));
        script(
                "var s = document.getElementById(arguments[0] + '_input');"
                        + "for (const o of s.options) { if (o.text.startsWith(arguments[1])) { s.value = o.value; } }"
                        + "s.dispatchEvent(new Event('change'));",
                id,
                label);
    }

    /** Puts a day into a field for dates, as the browser's own calendar would. */
    void chooseDate(String id, String day) {
        waitFor(By.id(id));
        script("document.getElementById(arguments[0]).value = arguments[1];", id, day);
    }

    void click(String id) {
        waitFor(By.id(id)).click();
    }

    /** Says in the dialog that asks that it is meant. */
    void goOn() {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(".ui-confirmdialog-yes")))
                .click();
    }

    /** Waits until a field has a value. */
    void awaitValue(String id, String value) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(current -> value.equals(current.findElement(By.id(id)).getDomProperty("value")));
    }

    /** Waits until the page shows a text. */
    void await(String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    WebElement waitFor(By what) {
        return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(what));
    }

    boolean shows(By what) {
        return !driver.findElements(what).isEmpty();
    }

    /** The texts of elements, in their order. */
    List<String> texts(By what) {
        return driver.findElements(what).stream()
                .map(element -> element.getText().strip())
                .toList();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    org.openqa.selenium.Cookie sessionCookie() {
        return driver.manage().getCookieNamed("JSESSIONID");
    }

    /** The view state that the page posts back. */
    String viewState() {
        return waitFor(By.name("jakarta.faces.ViewState")).getDomProperty("value");
    }

    java.awt.image.BufferedImage picture(By what) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(waitFor(what).getScreenshotAs(OutputType.BYTES)));
    }

    /** Keeps what the window shows. */
    void keepScreenshot(String name) throws IOException {
        Path folder = SCREENSHOTS.resolve(server.database());
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private void script(String script, Object... arguments) {
        ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
