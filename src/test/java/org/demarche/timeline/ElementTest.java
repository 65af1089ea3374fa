package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.browser.LiveTimeline.ELEMENT;
import static org.demarche.browser.LiveTimeline.ready;
import static org.demarche.browser.LiveTimeline.until;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;

/** The timeline on its canvas: what it shows, where it goes, and that the page goes along. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class ElementTest {
    /** For each lane that has something how many of its pixels are not clear, the lines between lanes apart. */
    private static final String DRAWN = """
            (() => {
              const element = %s, canvas = element.querySelector('canvas'), ratio = devicePixelRatio;
              return element.view.lanes.filter((lane) => lane.statements + lane.events > 0).map((lane) => {
                const { data } = canvas.getContext('2d').getImageData(0, (lane.top + 6) * ratio, canvas.width, (lane.height - 10) * ratio);
                return data.reduce((sum, value, at) => sum + (at %% 4 === 3 && value > 0 ? 1 : 0), 0);
              });
            })()""".formatted(ELEMENT);
    private static final String SHIFTED = """
            new Promise((resolve) => {
              new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(0), 300);
            })""";

    @TestHTTPResource
    URI server;

    @Test
    void whenItIsReadyItShowsWhatTheServerCountsAndDrawsEveryLane() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            var counted = given().get("/timeline.json?width=818").then().statusCode(200).extract().jsonPath();
            assertThat(page.evaluate(ELEMENT + ".view.statements")).isEqualTo(counted.getInt("statements"));
            assertThat(page.evaluate(ELEMENT + ".view.events")).isEqualTo(counted.getInt("events"));
            assertThat(page.evaluate(ELEMENT + ".view.lanes.map((lane) => lane.statements)")).isEqualTo(counted.getList("lanes.statements"));
            assertThat(drawn(page)).isNotEmpty().allSatisfy(pixels -> assertThat(pixels).isGreaterThan(50));
            assertThat(page.locator("svg.chart").isVisible()).as("the drawing that it takes the place of").isFalse();
            assertThat(page.locator(".head .sub").allTextContents()).containsExactly("7 in view · 2 outside", "5 statements, 3 joint", "4 statements, 3 joint", "3 statements");
            visit.hasNoComplaints();
        }
    }

    @Test
    void itTakesThePlaceOfTheDrawingAndNothingMoves() {
        for (var query : List.of("", "?from=2023&to=2023", "?from=1945&to=2025", "?lanes=dyad")) {
            try (var visit = open("/timeline" + query)) {
                var page = visit.page();
                assertThat(((Number) page.evaluate(SHIFTED)).doubleValue()).as("layout shift of %s", query).isLessThan(.001);
                var height = page.evaluate("Number(document.querySelector('svg.chart').getAttribute('height'))");
                assertThat(page.evaluate("document.querySelector('.lanes').offsetHeight")).as("height of %s", query).isEqualTo(height);
            }
        }
    }

    @Test
    void whoeverLooksFromTokyoKiritimatiOrHonoluluSeesTheSameDays() {
        var seen = new ArrayList<String>();
        for (var zone : List.of("Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Honolulu")) {
            try (var visit = Visit.withJavaScript().size(1400, 900).zone(zone).open(server.resolve("/timeline").toString())) {
                var page = ready(visit.page());
                // A face that loads late is drawn once more.
                page.evaluate("document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))");
                seen.add(page.evaluate("document.querySelector('.calendar').innerText + " + ELEMENT + ".querySelector('canvas').toDataURL()").toString());
                assertThat(page.locator(".calendar .tick").first().textContent()).isEqualTo("Sat 28 Jan 2023");
                page.evaluate(ELEMENT + ".setWindow(Date.UTC(2023, 0, 1), Date.UTC(2023, 2, 1))");
                page.waitForURL("**from=2023-01-01&to=2023-02-28");
            }
        }
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    @Test
    void draggingPansWithoutAskingAndTheAddressFollows() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            drag(page, -240);
            assertThat(asked).as("what lies beside the window is there already").noneMatch(url -> url.contains("/timeline.json"));
            page.waitForURL("**from=2023-01-30&to=2023-02-05");
            page.locator(".chip", new Page.LocatorOptions().setHasText("30 Jan – 5 Feb 2023")).waitFor();
            assertThat(drawn(page)).allSatisfy(pixels -> assertThat(pixels).isGreaterThan(50));
            assertThat(page.locator(".calendar .tick").first().textContent()).isEqualTo("Mon 30 Jan 2023");
            assertThat(page.evaluate("history.length")).as("no entry for each movement").isEqualTo(2);
        }
    }

    @Test
    void aWheelScrollsThePageAndWithControlItZooms() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            over(page);
            page.mouse().wheel(0, 120);
            until(page, "scrollY > 0");
            assertThat(length(page)).isEqualTo(7);
            page.keyboard().down("Control");
            page.mouse().wheel(0, 300);
            page.keyboard().up("Control");
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from > 8");
            page.waitForURL("**from=**");
            page.keyboard().press("+");
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from < 10");
        }
    }

    @Test
    void oneJumpsAndBackGoesBack() {
        try (var visit = open("/timeline?from=2023-01-28&to=2023-02-03")) {
            var page = visit.page();
            page.evaluate("window.stays = true");
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoom out")).click();
            page.waitForURL(url -> !url.contains("from=2023-01-28"));
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from === 14");
            page.locator(".edges").getByText("year", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**from=2023-01-01&to=2023-12-31");
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from === 365");
            page.goBack();
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from === 14");
            page.goBack();
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from === 7");
            assertThat(page.url()).contains("from=2023-01-28&to=2023-02-03");
            assertThat(page.evaluate("window.stays")).isEqualTo(true);
            visit.hasNoComplaints();
        }
    }

    @Test
    void whatIsPressedIsOpenedBesideIt() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            page.evaluate("addEventListener('select', (event) => { window.picked = event.detail.id; })");
            press(page, "China", 0);
            page.locator(".pane blockquote, .pane .quote").first().waitFor();
            assertThat(page.locator(".pane").textContent()).contains("Mao Ning");
            assertThat(page.url()).contains("selected=" + page.evaluate("window.picked"));
            assertThat(page.evaluate(ELEMENT + ".chosen")).isEqualTo(page.evaluate("window.picked"));
            visit.view("element-open");
            visit.hasNoAccessibilityFindings();
            page.keyboard().press("Escape");
            until(page, ELEMENT + ".chosen === null");
        }
    }

    @Test
    void aFrameOnTheOverviewIsTheWindow() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            var strip = page.locator(".whole .overview").boundingBox();
            page.mouse().move(strip.x + 100, strip.y + 12);
            page.mouse().down();
            page.mouse().move(strip.x + 300, strip.y + 12, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
            page.mouse().up();
            page.waitForURL("**from=2022-**");
            until(page, ELEMENT + ".window.to - " + ELEMENT + ".window.from > 60");
        }
    }

    @Test
    void lanesAreClosedPinnedAndMoved() {
        try (var visit = open("/timeline")) {
            var page = visit.page();
            var close = page.locator(".head[data-key=nato] [data-way=close]");
            close.focus();
            page.keyboard().press("Enter");
            until(page, "document.querySelector('.head[data-key=nato]').offsetHeight < 40");
            page.locator(".head[data-key=china] [data-way=pin]").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**pin=china");
            until(page, "document.querySelectorAll('.head')[1].dataset.key === 'china'");
            page.locator(".head[data-key=china] [data-way=down]").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**pin=nato&pin=china");
            until(page, "document.querySelectorAll('.head')[2].dataset.key === 'china'");
        }
    }

    @Test
    void everybodyCanUseIt() {
        for (var visit : List.of(Visit.withJavaScript().size(1400, 900).dark(), Visit.withJavaScript().narrow())) {
            try (var open = visit.open(server.resolve("/timeline?from=2023&to=2023").toString())) {
                ready(open.page());
                open.hasNoAccessibilityFindings();
                open.hasNoComplaints();
                open.fitsItsWidth();
            }
        }
    }

    private Visit open(String path) {
        var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve(path).toString());
        ready(visit.page());
        return visit;
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> drawn(Page page) {
        return (List<Integer>) page.evaluate(DRAWN);
    }

    private static int length(Page page) {
        return ((Number) page.evaluate(ELEMENT + ".window.to - " + ELEMENT + ".window.from")).intValue();
    }

    private static void over(Page page) {
        var plot = page.locator(".plot").boundingBox();
        page.mouse().move(plot.x + plot.width / 2, plot.y + 20);
    }

    private static void drag(Page page, double across) {
        var plot = page.locator(".plot").boundingBox();
        page.mouse().move(plot.x + 500, plot.y + 20);
        page.mouse().down();
        page.mouse().move(plot.x + 500 + across, plot.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    /** A mark of a lane, by its place in it. */
    private static void press(Page page, String lane, int number) {
        @SuppressWarnings("unchecked")
        var box = (Map<String, Number>) page.evaluate("([lane, number]) => { const mark = " + ELEMENT + ".view.lanes.find(({ name }) => name === lane).marks[number]; return { x: mark.x, y: mark.y }; }", List.of(lane, number));
        var plot = page.locator(".plot").boundingBox();
        page.mouse().click(plot.x + box.get("x").doubleValue(), plot.y + box.get("y").doubleValue());
    }
}
