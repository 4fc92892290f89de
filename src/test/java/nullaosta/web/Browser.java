package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Debian's Chromium, used as a person would: by what stands on labels, links and buttons. */
final class Browser implements AutoCloseable {

    private static final Path SHOTS = Path.of("target/screenshots");
    private static final String AXE = axe();
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    private final ChromeDriver chrome;
    private final String address;

    Browser(String address) {
        this(address, List.of());
    }

    /** One whose camera sees a picture that does not move. */
    static Browser seeing(String address, Path picture) {
        return new Browser(address, List.of("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + picture.toAbsolutePath()));
    }

    private Browser(String address, List<String> more) {
        this.address = address;
        System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--enable-unsafe-swiftshader",
                "--window-size=" + WIDE + ",1000", "--lang=en");
        options.addArguments(more);
        this.chrome = new ChromeDriver(ChromeDriverService.createDefaultService(), options);
        chrome.manage().timeouts().implicitlyWait(Duration.ofSeconds(3));
    }

    void open(String path) {
        chrome.get(address + path);
    }

    /** Signs in by the demonstration's list. */
    void as(String person) {
        open("/");
        go(chrome.findElement(By.cssSelector("button[value='" + person + "']")));
    }

    /** A device that holds passkeys and recognises whoever touches it. */
    void withPasskeys() {
        chrome.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL).setHasResidentKey(true)
                .setHasUserVerification(true).setIsUserVerified(true));
    }

    /** Presses a button that leads nowhere by itself, and waits until the field says something. */
    String pressAndRead(String button, String label) {
        chrome.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
        WebElement field = field(label);
        new WebDriverWait(chrome, Duration.ofSeconds(20)).until(any -> !value(field).isEmpty());
        return value(field);
    }

    private static String value(WebElement field) {
        return Objects.requireNonNullElse(field.getDomProperty("value"), "");
    }

    /** Presses a button whose answer comes by a script, and waits until the page says these words. */
    void pressUntil(String button, String words) {
        chrome.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
        new WebDriverWait(chrome, Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class)
                .until(any -> text().contains(words));
    }

    /** Waits until the browser has arrived somewhere, by whatever ways it was sent. */
    void until(String url) {
        new WebDriverWait(chrome, Duration.ofSeconds(20)).until(any -> url.equals(chrome.getCurrentUrl()));
    }

    /** Fills in the provider's own page. */
    void signInAs(String user, String password) {
        chrome.findElement(By.name("username")).sendKeys(user);
        chrome.findElement(By.name("password")).sendKeys(password);
        go(chrome.findElement(By.cssSelector("button[type='submit']")));
    }

    String text() {
        return chrome.findElement(By.tagName("main")).getText();
    }

    String heading() {
        return chrome.findElement(By.tagName("h1")).getText();
    }

    String path() {
        return Objects.requireNonNull(chrome.getCurrentUrl()).substring(address.length());
    }

    void press(String button) {
        WebElement found = chrome.findElement(By.xpath("//button[normalize-space()='" + button + "']"));
        go(found);
    }

    void follow(String link) {
        WebElement found = chrome.findElement(By.xpath("//a[normalize-space()='" + link + "']"));
        go(found);
    }

    /** The addresses on this server that the page links to, as a person follows them. */
    List<String> links() {
        return script("return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin"
                + " && !a.hasAttribute('download')).map(a => a.pathname + a.search)") instanceof List<?> links
                        ? links.stream().map(String::valueOf).toList()
                        : List.of();
    }

    /** Types into the field whose label starts with these words. */
    void fill(String label, String value) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(value);
    }

    /** A long text at once, as from the clipboard. */
    void paste(String label, String value) {
        ((JavascriptExecutor) chrome).executeScript("arguments[0].value = arguments[1]", field(label), value);
    }

    /** Types into a field by its id, where several have the same label. */
    void fillField(String id, String value) {
        WebElement field = chrome.findElement(By.id(id));
        scrollTo(field);
        field.clear();
        field.sendKeys(value);
    }

    void chooseField(String id, String option) {
        new Select(chrome.findElement(By.id(id))).selectByVisibleText(option);
    }

    void choose(String label, String option) {
        new Select(field(label)).selectByVisibleText(option);
    }

    /** Types a date and a time in UTC, key by key, as an English browser's field takes them. */
    void moment(String label, Instant at) {
        WebElement field = field(label);
        var utc = at.atZone(ZoneOffset.UTC);
        field.sendKeys(DateTimeFormatter.ofPattern("MMdduuuu", Locale.ENGLISH).format(utc), Keys.TAB,
                DateTimeFormatter.ofPattern("hhmma", Locale.ENGLISH).format(utc));
    }

    /** Chooses among what stands under a question. */
    void answer(String question, String answer) {
        WebElement found = chrome.findElement(By.xpath("//fieldset[legend[starts-with(normalize-space(),'" + question
                + "')]]//label[normalize-space()='" + answer + "']"));
        scrollTo(found);
        found.click();
    }

    /** Opens what is folded away. */
    void unfold(String summary) {
        chrome.findElement(By.xpath("//summary[normalize-space()='" + summary + "']")).click();
    }

    /** What stands in a field. */
    String value(String label) {
        return Objects.requireNonNull(field(label).getDomProperty("value"));
    }

    private WebElement field(String label) {
        String named = "//label[starts-with(normalize-space(),'" + label + "')]";
        WebElement found = chrome.findElement(By.xpath(named + "//*[self::input or self::select or self::textarea]"
                + " | //*[@id=" + named + "/@for]"));
        scrollTo(found);
        return found;
    }

    String valueOfField(String id) {
        return Objects.requireNonNull(chrome.findElement(By.id(id)).getDomProperty("value"));
    }

    void clickOn(String css) {
        WebElement found = chrome.findElement(By.cssSelector(css));
        scrollTo(found);
        found.click();
    }

    /** Ticks a box by its label. */
    void tick(String label) {
        WebElement found = chrome.findElement(By.xpath("//label[normalize-space()='" + label + "']//input"));
        scrollTo(found);
        found.click();
    }

    void untilPresent(String css) {
        new WebDriverWait(chrome, Duration.ofSeconds(20))
                .until(driver -> !driver.findElements(By.cssSelector(css)).isEmpty());
    }

    /** Waits until what a script hides is hidden. */
    void untilGone(String css) {
        new WebDriverWait(chrome, Duration.ofSeconds(20))
                .until(driver -> !driver.findElement(By.cssSelector(css)).isDisplayed());
    }

    void untilText(String words) {
        new WebDriverWait(chrome, Duration.ofSeconds(20)).until(driver -> text().contains(words));
    }

    /** Waits until every map on the page has been drawn. */
    void untilDrawn() {
        new WebDriverWait(chrome, Duration.ofSeconds(20)).until(driver -> driver
                .findElements(By.cssSelector("[data-map]:not([data-drawn])")).isEmpty());
    }

    boolean hasButton(String button) {
        chrome.manage().timeouts().implicitlyWait(Duration.ZERO);
        boolean there = !chrome.findElements(By.xpath("//button[normalize-space()='" + button + "']")).isEmpty();
        chrome.manage().timeouts().implicitlyWait(Duration.ofSeconds(3));
        return there;
    }

    String textOf(String css) {
        return Objects.requireNonNull(chrome.findElement(By.cssSelector(css)).getDomProperty("textContent")).strip();
    }

    /**
     * Whole page, wide and narrow. A page wider than its window is a fault, and so is a barrier to whoever cannot see it as it
     * is meant: what axe-core finds by the rules of WCAG 2.2 A and AA.
     */
    void shoot(String name) {
        for (int width : List.of(WIDE, NARROW)) {
            chrome.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            Object overflow = script("return document.documentElement.scrollWidth - window.innerWidth");
            if (overflow instanceof Number pixels && pixels.intValue() > 0) {
                throw new AssertionError(name + " is " + pixels + " pixels wider than a window of " + width);
            }
            assertThat(barriers()).as("barriers on " + name + " at a width of " + width).isEmpty();
            write(name + "-" + width + ".png");
        }
        chrome.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** The same in the dark. */
    void shootDark(String name) {
        chrome.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertThat(barriers()).as("barriers on " + name + " in the dark").isEmpty();
        write(name + "-dark.png");
        chrome.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    /** What axe-core finds on the page as it stands: the rule, and where. */
    private List<String> barriers() {
        ((JavascriptExecutor) chrome).executeScript(AXE);
        return run("""
                const done = arguments[arguments.length - 1];
                axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(found => done(
                  found.violations.map(it => it.help + ': ' + it.nodes.map(node => node.target.join(' ') + ' ('
                    + node.failureSummary.split('\\n').slice(1).join(' ').trim() + ')').join('; '))),
                  fault => done(['axe-core did not run: ' + fault]));""") instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe-core answered with something else");
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is printed on A4, in pages. */
    int printedPages(String name) {
        Object pdf = Objects.requireNonNull(chrome.executeCdpCommand("Page.printToPDF",
                Map.of("preferCSSPageSize", true, "printBackground", true)).get("data"));
        byte[] bytes = Base64.getDecoder().decode(pdf.toString());
        save(name + ".pdf", bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.split("/Type\\s*/Page[^s]", -1).length - 1;
    }

    /** What the browser complained of since the last time it was asked. */
    List<String> complaints() {
        return chrome.manage().logs().get("browser").getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE)).map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 4")).toList();
    }

    /** Runs a script that answers by its last argument, as a page's own would. */
    Object run(String script, Object... given) {
        chrome.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return Objects.requireNonNull(((JavascriptExecutor) chrome).executeAsyncScript(script, given));
    }

    private Object script(String script) {
        return Objects.requireNonNull(((JavascriptExecutor) chrome).executeScript(script));
    }

    /** Clicks, and waits for the page that follows. */
    private void go(WebElement element) {
        script("document.documentElement.dataset.left = 'yes'; return true");
        scrollTo(element);
        element.click();
        new WebDriverWait(chrome, Duration.ofSeconds(20)).ignoring(WebDriverException.class)
                .until(driver -> Boolean.TRUE.equals(script("return document.readyState === 'complete'"
                        + " && document.documentElement.dataset.left === undefined")));
    }

    private void scrollTo(WebElement element) {
        ((JavascriptExecutor) chrome).executeScript("arguments[0].scrollIntoView({block:'center'})", element);
    }

    private void write(String file) {
        Object shot = Objects.requireNonNull(chrome.executeCdpCommand("Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true)).get("data"));
        save(file, Base64.getDecoder().decode(shot.toString()));
    }

    private static void save(String file, byte[] bytes) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chrome.quit();
    }
}
