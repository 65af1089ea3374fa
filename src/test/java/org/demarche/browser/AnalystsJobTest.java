package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The main job from end to end: see, filter, open, add, correct, undo, take away. Each with scripts and without. */
@QuarkusTest
class AnalystsJobTest {
    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theExampleIsSeenAndFilteredToWhatChinaSaysOfNato(boolean scripts) {
        try (var visit = visit(scripts).size(1400, 1000).open(address("/timeline?recorded=2023-01-01/2023-12-31"))) {
            var page = visit.page();
            assertThat(page.locator("main").innerText()).contains("16 of 18 in view").contains("24 February 2022, Launch of Russia's invasion of Ukraine")
                    .contains("19–21 May 2023, G-7 Hiroshima summit");
            visit.hasNoAccessibilityFindings();
            page.navigate(address("/timeline?recorded=2023-01-01/2023-12-31&behalf=china&target=nato"));
            var list = page.locator("main").innerText();
            assertThat(list).contains("The Asia-Pacific is not a battlefield").contains("China threats").doesNotContain("learn lessons from history");
            page.locator(".days").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("battlefield")).first().click();
            page.locator(".pane .close").waitFor();
            assertThat(page.locator("main").innerText()).contains("Spokesperson").contains("on behalf of China");
            visit.hasNoAccessibilityFindings();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | "We regret this decision."
            false | "This step helps nobody at all."
            true  | 「誠に遺憾である」と述べた
            false | قالت المتحدثة: «نرفض هذه الاتهامات»
            """)
    void aStatementIsAddedCorrectedUndoneAndTakenAway(boolean scripts, String words) throws Exception {
        try (var visit = visit(scripts).size(1400, 1000).open(address("/statements/new"))) {
            var page = visit.page();
            visit.hasNoAccessibilityFindings();
            page.getByLabel("Words as printed").fill(words);
            page.getByLabel("Speaker", new Page.GetByLabelOptions().setExact(true)).first().fill("Mao Ning");
            page.getByLabel("Date", new Page.GetByLabelOptions().setExact(true)).first().fill("2 Feb 2023");
            page.getByLabel("About", new Page.GetByLabelOptions().setExact(true)).first().fill("NATO");
            page.keyboard().press("Tab");
            save(page);
            assertThat(page.url()).contains("/statements/0");
            assertThat(page.locator("body").innerText()).contains("Saved.").contains(words).contains("China").contains("2 February 2023");
            visit.hasNoAccessibilityFindings();
            var own = URI.create(page.url()).getPath();
            var id = own.substring(own.lastIndexOf('/') + 1);

            assertThat(csv("behalf=china&from=2023-02-02&to=2023-02-02")).contains(id).contains(words.replace("\"", "\"\""));
            assertThat(csv("q=" + URLEncoder.encode(words.replaceAll("[\"«»「」.]", " "), StandardCharsets.UTF_8))).contains(id);
            page.navigate(address("/timeline?from=2023-02-02&to=2023-02-02&kind=statement"));
            assertThat(page.locator("main").innerText()).contains(words);

            page.navigate(address(own + "/edit"));
            page.getByLabel("Summary").fill("A summary of one's own");
            save(page);
            assertThat(page.locator("main").innerText()).contains("A summary of one's own");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
            assertThat(URI.create(page.url()).getPath()).isEqualTo(own);
            assertThat(page.locator("body").innerText()).contains("Undone.");
            assertThat(csv("behalf=china&from=2023-02-02&to=2023-02-02")).contains(id).doesNotContain("A summary of one's own");
            page.navigate(address("/history"));
            assertThat(page.locator("main").innerText()).contains("Undid change");
            visit.hasNoAccessibilityFindings();
        }
    }

    @Test
    void theTimelineCanBeUsedByEverybodyOnEveryScreen() {
        for (var path : new String[] {"/timeline", "/timeline?lanes=actor", "/timeline?lanes=kind&from=2022&to=2023", "/timeline?q=nothing-like-it", "/timeline?from=1990&to=1990"}) {
            try (var light = Visit.withJavaScript().size(1400, 1000).open(address(path)); var dark = Visit.withJavaScript().dark().narrow().open(address(path))) {
                light.hasNoAccessibilityFindings();
                light.fitsItsWidth();
                light.hasNoComplaints();
                dark.hasNoAccessibilityFindings();
                dark.fitsItsWidth();
            }
        }
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(false)).first().click();
        page.waitForLoadState();
    }

    private String csv(String query) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address("/timeline.csv?" + query))).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Visit.Settings visit(boolean scripts) {
        return scripts ? Visit.withJavaScript() : Visit.withoutJavaScript();
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
