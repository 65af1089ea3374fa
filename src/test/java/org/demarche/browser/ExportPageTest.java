package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.demarche.exchange.out.ExportFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query gives in each format, and the pages that are given away. */
@QuarkusTest
class ExportPageTest {
    private static final String QUERY = "?behalf=china&from=2023-01-28&to=2023-02-03";

    @TestHTTPResource
    URI server;
    @Inject
    ExportFormats formats;
    @TempDir
    Path folder;

    @Test
    void itIsReachedFromTheTimelineAndOffersEveryFormatOfItsQuery() {
        try (var visit = Visit.withoutJavaScript().open(address("/timeline" + QUERY))) {
            var page = visit.page();
            page.locator(".choice-menu summary", new Page.LocatorOptions().setHasText("Export")).click();
            page.locator(".choice-menu a[href^='/exchange/export']").click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Statements on behalf of China");
            for (var format : formats.all()) {
                var link = page.locator(".formats a[download='" + format.fileName() + "']").getAttribute("href");
                assertThat(link).contains("behalf=china", "from=2023-01-28");
                assertThat(page.request().get(address(link)).status()).as(link).isEqualTo(200);
            }
            assertThat(page.locator(".formats li").first().locator(".many").textContent()).matches("\\d+ rows?");
            assertThat(page.locator("#r + pre").textContent()).contains(server.resolve("/timeline.csv").toString() + "?from=2023-01-28", "col_character()", "na = \"\"");
            assertThat(page.locator("#pandas + pre").textContent()).contains("dtype=str, keep_default_na=False");
        }
    }

    @Test
    void itIsReadableInEveryLook() {
        for (var settings : new Visit.Settings[] {Visit.withJavaScript().size(1400, 1000), Visit.withJavaScript().dark().narrow(), Visit.withoutJavaScript().dark()}) {
            try (var visit = settings.open(address("/exchange/export" + QUERY))) {
                visit.hasNoAccessibilityFindings();
                visit.hasNoComplaints();
                visit.screenshot("export-" + visit.page().viewportSize().width);
                if (visit.page().viewportSize().width != 1280) {
                    visit.fitsItsWidth();
                }
            }
        }
    }

    @Test
    void badQueriesAreRefusedInWords() {
        try (var visit = Visit.withoutJavaScript().open(address("/exchange/export?behalf=atlantis"))) {
            assertThat(visit.page().locator("main").textContent()).contains("there is no actor ‘atlantis’");
        }
    }

    @Test
    void theSiteOpensFromAFolderWithoutTheServer() throws IOException {
        try (var visit = Visit.withJavaScript().open(address("/exchange/export" + QUERY))) {
            var answer = visit.page().request().get(address("/timeline.site.zip" + QUERY));
            unzip(answer.body());
        }
        for (var settings : new Visit.Settings[] {Visit.withJavaScript(), Visit.withJavaScript().dark().narrow()}) {
            try (var visit = settings.open(folder.resolve("index.html").toUri().toString())) {
                assertThat(visit.page().locator("article").count()).isPositive();
                assertThat((Boolean) visit.page().evaluate("document.querySelector('img').naturalWidth > 0")).isTrue();
                visit.fitsItsWidth();
                // axe-core asks for the style sheet itself, which no page of a folder may
                visit.hasNoComplaints();
                visit.hasNoAccessibilityFindings();
                visit.screenshot("site-" + visit.page().viewportSize().width);
            }
        }
    }

    private void unzip(byte[] file) throws IOException {
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
