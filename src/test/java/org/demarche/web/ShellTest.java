package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell in a real browser: what it looks like is judged by eye, that it holds together is judged here. */
@QuarkusTest
class ShellTest {

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource
    URI server;

    @BeforeAll
    static void start() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1400})
    void nothingSticksOutSideways(int width) {
        try (Page page = open(width, ColorScheme.LIGHT, "help")) {
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void onATelephoneNameSearchAndMenuStandInOneRow() {
        try (Page page = open(390, ColorScheme.LIGHT, "help")) {
            assertThat(page.locator(".masthead").boundingBox().height).isEqualTo(48);
            page.locator("summary").click();
            assertThat(page.locator(".menu nav").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everybodyCanUseIt(ColorScheme scheme) {
        for (String path : List.of("help", "nothing")) {
            try (Page page = open(1400, scheme, path)) {
                assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
            }
        }
    }

    @Test
    void nothingOnThePageBreaksItsOwnPolicy() {
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.newPage()) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(server.resolve("/help").toString());
            assertThat(page.evaluate("document.fonts.load('1rem Inter').then(faces => faces.length)")).isEqualTo(1);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSingleKeyWorksUnlessAFieldHasTheFocusOrKeysAreOff() {
        try (Page page = open(1400, ColorScheme.LIGHT, "help")) {
            page.keyboard().press("/");
            page.keyboard().press("n");
            assertThat(page.locator("input[name=q]").inputValue()).isEqualTo("n");

            page.locator("[data-keys-setting]").uncheck();
            page.locator("h1").click();
            page.keyboard().press("n");
            assertThat(page.url()).endsWith("/help");

            page.locator("[data-keys-setting]").check();
            page.locator("h1").click();
            page.keyboard().press("n");
            page.waitForURL("**/statements/new");
        }
    }

    private Page open(int width, ColorScheme scheme, String path) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setColorScheme(scheme));
        page.navigate(server.resolve("/" + path).toString());
        return page;
    }
}
