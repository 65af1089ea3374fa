package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;

/** The timeline as somebody works on it: keys, places to add at, ticks, a telephone, paper. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class TimelineByHandTest {
    @TestHTTPResource
    URI server;

    @Test
    void openingAnItemLoadsNoPageAndBackGoesBack() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            stay(page);
            page.keyboard().press("j");
            page.waitForURL("**selected=**");
            page.locator(".pane .close").waitFor();
            var first = page.url();
            assertThat(focused(page)).as("the focus goes to what was opened").isEqualTo("pane");
            page.keyboard().press("j");
            page.waitForURL(url -> url.contains("selected=") && !url.equals(first));
            assertThat(page.locator(".days .current").count()).isEqualTo(1);
            page.goBack();
            page.waitForURL(first);
            page.goBack();
            page.waitForURL(url -> !url.contains("selected="));
            page.locator(".pane.idle").waitFor();
            assertThat(stayed(page)).isTrue();
            visit.hasNoComplaints();
        }
    }

    @Test
    void whatIsClosedGivesTheFocusBack() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            stay(page);
            page.locator(".days a[data-item]").nth(9).focus();
            page.keyboard().press("Enter");
            page.locator(".pane .close").waitFor();
            page.keyboard().press("Escape");
            page.locator(".pane.idle").waitFor();
            assertThat(page.evaluate("document.activeElement.matches('a[data-item]')")).isEqualTo(true);
            assertThat(stayed(page)).isTrue();
        }
    }

    @Test
    void filteringLoadsNoPageAndTheCountIsSaid() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            stay(page);
            page.locator(".pane .facet a").first().click();
            page.waitForURL("**behalf=**");
            page.locator("body > .heard[role=status]").getByText("in view").or(page.locator("body > .heard[role=status]").getByText("statements")).waitFor();
            page.locator(".chip .off").first().click();
            page.waitForURL(url -> !url.contains("behalf="));
            page.goBack();
            page.waitForURL("**behalf=**");
            page.locator(".chip .off").first().waitFor();
            assertThat(stayed(page)).isTrue();
            visit.hasNoAccessibilityFindings();
        }
    }

    @Test
    void severalAreTickedToBeCopiedOrShownAlone() {
        try (var visit = open("/timeline?behalf=china&target=nato")) {
            var page = visit.page();
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            for (int time = 0; time < 2; time++) {
                var before = page.url();
                page.keyboard().press("j");
                page.waitForURL(url -> !url.equals(before));
                page.locator(".days .current").waitFor();
                page.keyboard().press("x");
            }
            assertThat(page.locator("[data-ticked]").textContent()).isEqualTo("2 ticked");
            visit.hasNoAccessibilityFindings();
            page.getByText("Copy with sources").click();
            page.locator("[data-ticked]").getByText("Copied.").waitFor();
            var copied = (String) page.evaluate("navigator.clipboard.readText()");
            assertThat(copied).contains("Mao Ning, Spokesperson", "on behalf of China", "[1]", "\n\n1. The Mainichi");
            page.getByText("Show just these").click();
            page.waitForURL("**item=**item=**");
            assertThat(page.locator(".days li[data-by]").count()).isEqualTo(2);
        }
    }

    @Test
    void aStatementIsAddedWhereItBelongs() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.locator(".head[data-add*='speaker=china'] a.add-here").focus();
            for (int step = 0; step < 5; step++) {
                page.keyboard().press("ArrowRight");
            }
            page.locator("body > .heard[role=status]").getByText("1 February 2023: a adds here").waitFor();
            page.keyboard().press("a");
            page.waitForURL("**/statements/new?speaker=china&behalf=china&date=2023-02-01");
            assertThat(page.locator("#date").inputValue()).isEqualTo("2023-02-01");
            assertThat(page.locator("[id='speakers-0-actor'], [name='speakers[0].actor']").first().inputValue()).isEqualTo("China");
            assertThat(page.locator("#speakers option").first().getAttribute("value")).as("who spoke for it is offered first").isEqualTo("Mao Ning");
        }
    }

    @Test
    void anEventIsAddedInItsLaneToo() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.locator(".head[data-add^='/events/new'] a.add-here").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("a");
            page.waitForURL("**/events/new?date=2023-01-28");
            assertThat(page.locator("[name=date]").inputValue()).isEqualTo("2023-01-28");
        }
    }

    @Test
    void anEmptyPlaceOfALaneOpensTheFormForIt() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            var lane = page.locator(".head[data-add*='speaker=china']").boundingBox();
            page.mouse().move(lane.x + lane.width + 20, lane.y + lane.height - 4);
            page.locator(".cell").waitFor();
            visit.view("timeline-add-here");
            page.locator(".cell a").click();
            page.waitForURL("**/statements/new?speaker=china&behalf=china&date=2023-01-28");
        }
    }

    @Test
    void withoutScriptsEachLaneLeadsToTheFormToo() {
        try (var visit = Visit.withoutJavaScript().size(1400, 900).open(server.resolve("/timeline").toString())) {
            var page = visit.page();
            page.locator("g[data-add*='speaker=japan'] a.add-here").click();
            page.waitForURL("**/statements/new?speaker=japan&behalf=japan");
            page.goBack();
            page.locator(".days .tick").first().check();
            page.locator(".ticked").waitFor();
            page.getByText("Show just these").click();
            page.waitForURL("**item=**");
        }
    }

    @Test
    void keysReachSearchDateAndCorrection() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.keyboard().press("g");
            // The menu opens first, and then gives the focus to its field.
            page.waitForFunction("document.activeElement.name === 'go'");
            page.keyboard().type("2023-05");
            page.keyboard().press("Enter");
            page.waitForURL("**from=2023-05-01&to=2023-05-31**");
            page.keyboard().press("/");
            page.waitForFunction("document.activeElement.name === 'q'");
            page.navigate(server.resolve("/timeline?behalf=china").toString());
            page.keyboard().press("j");
            page.locator(".pane .close").waitFor();
            page.keyboard().press("Enter");
            page.waitForURL("**/edit");
        }
    }

    @Test
    void onATelephoneTheQueryIsOneLineAndTheDetailFillsTheScreen() {
        for (var visit : List.of(Visit.withJavaScript().narrow(), Visit.withJavaScript().narrow().dark())) {
            try (var narrow = visit.open(server.resolve("/timeline?behalf=china&target=nato").toString())) {
                var page = narrow.page();
                assertThat(page.locator(".masthead").boundingBox().height).isEqualTo(48);
                assertThat(page.locator(".question").boundingBox().height).isLessThan(56);
                narrow.fitsItsWidth();
                page.getByText("Filters (2)").click();
                assertThat(page.locator(".filters .chip").first().isVisible()).isTrue();
                narrow.view("timeline-phone-filters");
                narrow.hasNoAccessibilityFindings();
                page.keyboard().press("Escape");
                page.locator(".days a[data-item]").first().click();
                page.locator(".pane .close").waitFor();
                assertThat(page.locator(".days").isVisible()).isFalse();
                narrow.view("timeline-phone-detail");
                narrow.hasNoAccessibilityFindings();
                narrow.fitsItsWidth();
                page.locator(".pane .close").click();
                page.locator(".days").waitFor();
            }
        }
    }

    @Test
    void onPaperItIsABriefWithFootnotes() {
        for (var query : List.of("", "?behalf=china&target=nato", "?from=1945&to=2025")) {
            try (var visit = open("/timeline" + query)) {
                var page = visit.page();
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                for (var hidden : List.of(".masthead", ".pane", ".choice-menu", ".tick", ".edges", ".ticked")) {
                    assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
                }
                assertThat(page.locator(".on-paper").textContent()).contains("as known on");
                assertThat(page.locator(".notes li").first().textContent()).contains("The Mainichi");
                assertThat(page.locator(".note").first().isVisible()).isTrue();
                page.pdf(new Page.PdfOptions().setPath(Path.of("target", "screenshots", "brief" + query.replaceAll("\\W+", "-") + ".pdf")).setPreferCSSPageSize(true));
            }
        }
    }

    private Visit open(String path) {
        return Visit.withJavaScript().size(1400, 900).open(server.resolve(path).toString());
    }

    /** A mark that a new page would not have. */
    private static void stay(Page page) {
        page.evaluate("window.stays = true");
    }

    private static boolean stayed(Page page) {
        return Boolean.TRUE.equals(page.evaluate("window.stays === true"));
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }
}
