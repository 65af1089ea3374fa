package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

import javax.imageio.ImageIO;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A view is given to somebody else: as a link, in a page, as a file, as a picture. */
@QuarkusTest
class SharingTest {
    private static final String VIEW = "/timeline?behalf=china&from=2023-01-28&to=2023-02-03";

    @TestHTTPResource
    URI server;

    @Test
    void theLinkAndTheFrameAreThoseOfThisView() {
        try (var visit = Visit.withJavaScript().open(address(VIEW))) {
            open(visit);
            var link = visit.page().locator("#share-link").inputValue();
            assertThat(link).startsWith("http").contains("behalf=china", "from=2023-01-28");
            assertThat(visit.page().locator("#share-frame").inputValue()).contains("<iframe src=\"http", "/embed/timeline?", "&amp;behalf=china");
            visit.page().navigate(link);
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("Statements on behalf of China");
        }
    }

    @Test
    void whatIsCopiedCanBePasted() {
        try (var visit = Visit.withJavaScript().open(address(VIEW))) {
            visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            open(visit);
            visit.page().locator("#share [data-copies=share-link]").click();
            PlaywrightAssertions.assertThat(visit.page().locator("#share [role=status]")).hasText("Copied.");
            assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(visit.page().locator("#share-link").inputValue());
        }
    }

    @Test
    void thePictureIsThatOfTheFileAndTwiceAsFine() throws IOException {
        try (var visit = Visit.withJavaScript().open(address(VIEW))) {
            open(visit);
            var download = visit.page().waitForDownload(() -> visit.page().locator("[data-picture]").click());
            assertThat(download.suggestedFilename()).isEqualTo("timeline.png");
            var picture = ImageIO.read(download.path().toFile());
            assertThat(picture.getWidth()).isEqualTo(2400);
            assertThat(new java.awt.Color(picture.getRGB(2, 2))).as("paper").isEqualTo(new java.awt.Color(0xFBFAF7));
            int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            assertThat(java.util.Arrays.stream(pixels).distinct().count()).as("colours of marks and of their words' edges").isGreaterThan(20);
            Files.copy(download.path(), Files.createDirectories(java.nio.file.Path.of("target", "screenshots")).resolve("taken-away.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void filesComeWithTheWindowThatIsShown() {
        try (var visit = Visit.withoutJavaScript().open(address(VIEW))) {
            open(visit);
            for (var name : List.of("CSV", "SVG")) {
                var link = visit.page().locator("#share a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name)).getAttribute("href");
                assertThat(link).contains("behalf=china", "from=2023-01-28", "to=2023-02-03");
                assertThat(visit.page().request().get(address(link)).status()).isEqualTo(200);
            }
            PlaywrightAssertions.assertThat(visit.page().locator("#share [data-copies], #share [data-picture]").first()).isHidden();
        }
    }

    @Test
    void theKeyboardOpensItGoesThroughItAndComesBack() {
        try (var visit = Visit.withJavaScript().open(address(VIEW))) {
            var page = visit.page();
            page.getByText("Share", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).focus();
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("#share-link")).isFocused();
            page.locator("[data-picture]").waitFor();
            for (var next : List.of("[data-copies=share-link]", "#share-frame", "[data-copies=share-frame]", "a[href^='/timeline.csv']", "a[href^='/timeline.svg']", "[data-picture]", "a[href^='/exchange/export']", "[popovertarget=share]")) {
                page.keyboard().press("Tab");
                PlaywrightAssertions.assertThat(page.locator("#share").locator(next).first()).isFocused();
            }
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(page.locator("#share")).isHidden();
            PlaywrightAssertions.assertThat(page.locator("button[popovertarget=share]").first()).isFocused();
        }
    }

    @Test
    void itIsReadableInEveryLook() {
        for (var settings : new Visit.Settings[] {Visit.withJavaScript(), Visit.withJavaScript().dark(), Visit.withJavaScript().narrow(), Visit.withoutJavaScript()}) {
            try (var visit = settings.open(address(VIEW))) {
                if (visit.page().viewportSize().width == 390) {
                    visit.page().locator(".filters-button").click();
                }
                open(visit);
                visit.hasNoAccessibilityFindings();
                visit.hasNoComplaints();
                visit.view("share-" + visit.page().viewportSize().width);
                PlaywrightAssertions.assertThat(visit.page().locator("#share")).isVisible();
            }
        }
    }

    private static void open(Visit visit) {
        visit.page().locator("button[popovertarget=share]").first().click();
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
