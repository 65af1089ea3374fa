package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * One person's visit: a browser of their own with one page. Closing it forgets all cookies. For example:
 * <pre>try (var visit = Visit.withoutJavaScript().dark().narrow().open(address)) { … visit.hasNoAccessibilityFindings(); }</pre>
 */
public final class Visit implements AutoCloseable {
    /** Where screenshots go, for people who look at a failed run. */
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Answers come from this machine: what takes longer than this is broken. In milliseconds. */
    private static final double PATIENCE = 15_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Settings settings;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Settings settings) {
        this.settings = settings;
        context = Browsers.browser().newContext(settings.options);
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    public static Settings withJavaScript() {
        return new Settings(true);
    }

    public static Settings withoutJavaScript() {
        return new Settings(false);
    }

    /** How a visit begins; a light page of 1280 × 800 where nothing else is said. */
    public static final class Settings {
        private final boolean javaScript;
        private final Browser.NewContextOptions options;

        private Settings(boolean javaScript) {
            this.javaScript = javaScript;
            options = new Browser.NewContextOptions().setJavaScriptEnabled(javaScript).setLocale("en-GB").setTimezoneId("UTC").setViewportSize(1280, 800)
                    .setColorScheme(ColorScheme.LIGHT);
        }

        public Settings dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        /** @param zone where whoever visits lives: an id of the time zone database */
        public Settings zone(String zone) {
            options.setTimezoneId(zone);
            return this;
        }

        /** As on a telephone. */
        public Settings narrow() {
            return size(390, 844);
        }

        /** With a finger in place of a mouse. */
        public Settings touch() {
            options.setHasTouch(true).setIsMobile(true);
            return this;
        }

        public Settings size(int width, int height) {
            options.setViewportSize(width, height);
            return this;
        }

        /** @param address absolute */
        public Visit open(String address) {
            var visit = new Visit(this);
            try {
                visit.page.navigate(address);
            } catch (RuntimeException failed) {
                visit.close();
                throw failed;
            }
            return visit;
        }
    }

    public Page page() {
        return page;
    }

    /** Nothing that axe-core can find is in the way of anybody: WCAG 2.2 at level AA, and its best practices. */
    public void hasNoAccessibilityFindings() {
        var findings = settings.javaScript ? findings(page) : findingsOfTheSamePageWithoutItsScripts();
        assertThat(findings).as("what axe-core finds at %s", page.url()).isEmpty();
    }

    /** Neither a script failed nor did the page ask for anything that its own policy forbids. */
    public void hasNoComplaints() {
        assertThat(complaints).as("what the browser complains of at %s", page.url()).isEmpty();
    }

    /** The page is no wider than its window, so nobody scrolls sideways. Needs JavaScript. */
    public void fitsItsWidth() {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", page.url()).isLessThanOrEqualTo(page.viewportSize().width);
    }

    /**
     * Of the whole page, also what the window does not show.
     *
     * @param name a file name without its ending
     */
    public Path screenshot(String name) {
        return screenshot(name, true);
    }

    /** Of what the window shows. */
    public Path view(String name) {
        return screenshot(name, false);
    }

    @Override
    public void close() {
        context.close();
    }

    private Path screenshot(String name, boolean whole) {
        var file = SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
        return file;
    }

    /** axe-core waits for promises, which a page without JavaScript never keeps: so it sees the page's present content where scripts run but none is let in. */
    private List<String> findingsOfTheSamePageWithoutItsScripts() {
        var content = page.content();
        try (var copy = Browsers.browser().newContext(settings.options.setJavaScriptEnabled(true).setStorageState(context.storageState()))) {
            copy.route("**/*", route -> {
                switch (route.request().resourceType()) {
                    case "document" -> route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=UTF-8").setBody(content)
                            .setHeaders(Map.of("Content-Security-Policy", "script-src 'none'")));
                    case "script" -> route.abort();
                    default -> route.resume();
                }
            });
            var same = copy.newPage();
            same.navigate(page.url());
            return findings(same);
        } finally {
            settings.options.setJavaScriptEnabled(false);
        }
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream().map(finding -> finding.getId() + ": " + finding.getHelp() + " at "
                + finding.getNodes().stream().map(node -> node.getTarget() + " " + node.getFailureSummary()).toList()).toList();
    }
}
