package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.browser.LiveTimeline.ELEMENT;
import static org.demarche.browser.LiveTimeline.ready;
import static org.demarche.browser.LiveTimeline.until;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;

/** The timeline for those who can't see its canvas, and by the keyboard alone. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class MirrorTest {
    private static final String FOCUSED = "document.activeElement.closest('.mirror') ? document.activeElement.dataset.item ?? document.activeElement.dataset.step ?? 'lane' : ''";
    /** In days since 1970. */
    private static final long FIRST_OF_1945 = java.time.LocalDate.of(1945, 1, 1).toEpochDay();
    /** More presses than any way through the example takes. */
    private static final int MOST_PRESSES = 200;

    @TestHTTPResource
    URI server;

    @Test
    void itsTotalsAreThoseOfTheServerInEachWindow() {
        for (var query : List.of("", "?from=2023&to=2023", "?from=1945&to=2025", "?behalf=china", "?lanes=dyad", "?from=0001&to=3000")) {
            try (var visit = open("/timeline" + query)) {
                var page = visit.page();
                var counted = given().get("/timeline.json" + query).then().statusCode(200).extract().jsonPath();
                assertThat(page.locator(".mirror").getAttribute("data-statements")).as(query).isEqualTo(counted.getString("statements"));
                assertThat(page.locator(".mirror").getAttribute("data-events")).as(query).isEqualTo(counted.getString("events"));
                assertThat(page.evaluate("[...document.querySelectorAll('.mirror [data-lane]')].map((lane) => lane.dataset.lane + ' ' + lane.dataset.statements + ' ' + lane.dataset.events)"))
                        .as(query).isEqualTo(counted.<java.util.Map<String, Object>>getList("lanes").stream().map(lane -> lane.get("key") + " " + lane.get("statements") + " " + lane.get("events")).toList());
                assertThat(((Number) page.evaluate("document.querySelectorAll('.mirror, .mirror *').length")).intValue()).as(query).isLessThanOrEqualTo(400);
            }
        }
    }

    @Test
    void itGoesAlongWithTheCanvas() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.evaluate(ELEMENT + ".setWindow(Date.UTC(2023, 4, 1), Date.UTC(2023, 5, 1))");
            page.waitForURL("**from=2023-05-01&to=2023-05-31");
            page.locator(".mirror[data-from='19478'] a", new Page.LocatorOptions().setHasText("G-7")).first().waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        }
    }

    @Test
    void arrowsReachEveryItemThatIsThere() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            @SuppressWarnings("unchecked")
            var all = Set.copyOf((List<String>) page.evaluate(ELEMENT + ".view.items.filter(({ s1, e2 }) => s1 < " + ELEMENT + ".window.to && e2 >= " + ELEMENT + ".window.from).map(({ id }) => id)"));
            assertThat(all).hasSizeGreaterThanOrEqualTo(16);
            var reached = new HashSet<String>();
            page.evaluate(ELEMENT + ".focus()");
            page.keyboard().press("ArrowDown");
            assertThat(page.evaluate(FOCUSED)).isEqualTo("lane");
            for (int press = 0; press < MOST_PRESSES && !reached.containsAll(all); press++) {
                var before = page.evaluate(FOCUSED + " + document.activeElement.textContent");
                page.keyboard().press("ArrowRight");
                reached.add((String) page.evaluate(FOCUSED));
                if (before.equals(page.evaluate(FOCUSED + " + document.activeElement.textContent"))) {
                    // At the end of a lane: back to its head, and down to the next.
                    page.keyboard().press("Escape");
                    page.keyboard().press("ArrowDown");
                }
            }
            reached.remove("lane");
            assertThat(reached).containsAll(all);
        }
    }

    @Test
    void enterOpensTheItemAndEscapeComesBack() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.evaluate(ELEMENT + ".focus()");
            page.keyboard().press("Enter");
            page.keyboard().press("End");
            var item = (String) page.evaluate(FOCUSED);
            assertThat(page.evaluate(ELEMENT + ".chosen")).isEqualTo(item);
            assertThat(page.locator(".ring").isVisible()).isTrue();
            page.keyboard().press("Home");
            assertThat(page.evaluate(FOCUSED)).isNotEqualTo(item);
            item = (String) page.evaluate(FOCUSED);
            page.keyboard().press("Enter");
            page.waitForURL("**selected=" + item + "**");
            page.locator(".pane .close").waitFor();
            page.keyboard().press("Escape");
            page.locator(".pane .close").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
    }

    @Test
    void pagesTurn() {
        try (var visit = open("/timeline?from=1945&to=2025")) {
            var page = visit.page();
            page.evaluate(ELEMENT + ".focus()");
            page.keyboard().press("PageUp");
            until(page, ELEMENT + ".window.to === " + FIRST_OF_1945);
            page.keyboard().press("PageDown");
            until(page, ELEMENT + ".window.from === " + FIRST_OF_1945);
        }
    }

    @Test
    void whatHasTheFocusIsToldButNotMoreThanOnceASecond() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.evaluate("window.said = []; new MutationObserver(() => said.push([performance.now(), document.querySelector('[role=status].heard').textContent]))"
                    + ".observe(document.querySelector('[role=status].heard'), { childList: true, characterData: true, subtree: true })");
            page.evaluate(ELEMENT + ".focus()");
            for (var key : List.of("ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown")) {
                page.keyboard().press(key);
            }
            page.evaluate("new Promise((resolve) => { const look = () => said.some(([, text]) => /of \\d+ in /.test(text)) && said.length > 1 ? resolve() : setTimeout(look, 50); look(); })");
            assertThat(page.evaluate("said.every(([at], number) => number === 0 || at - said[number - 1][0] > 900)")).isEqualTo(true);
        }
    }

    @Test
    void inForcedColoursItIsDrawnInTheSystemsOwn() {
        try (var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve("/timeline").toString())) {
            var page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            page.reload();
            ready(page);
            assertThat(page.evaluate("""
                    (() => {
                      const canvas = %s.querySelector('canvas'), { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                      return data.some((value, at) => at %% 4 === 3 && value > 0);
                    })()""".formatted(ELEMENT))).isEqualTo(true);
            visit.view("forced-colours");
            visit.hasNoAccessibilityFindings();
            visit.hasNoComplaints();
        }
    }

    private Visit open(String path) {
        var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve(path).toString());
        ready(visit.page());
        return visit;
    }
}
