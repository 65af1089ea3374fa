package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.browser.LiveTimeline.ELEMENT;
import static org.demarche.browser.LiveTimeline.ready;
import static org.demarche.browser.LiveTimeline.until;

import java.net.URI;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;

/** The timeline under fingers, by dragging, and with text of twice the size. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class FingersTest {
    /** What can be pressed and seen, and is smaller than 24 pixels; links within a line of text may be. */
    private static final String TOO_SMALL = """
            [...document.querySelectorAll('button, summary, input:not([type=hidden]), .head a, .cell a, .key a, .edges a, .pane a, .more-lanes a')]
              .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.heard, [popover]:not(:popover-open)'))
              .map((element) => ({ element, box: element.getBoundingClientRect() }))
              .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24) && !(box.width < 24 && box.height >= 44))
              .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${Math.round(box.width)} × ${Math.round(box.height)}`)""";

    @TestHTTPResource
    URI server;

    @Test
    void twoFingersZoomAboutTheirMiddleAndPan() {
        try (var visit = open(Visit.withJavaScript().size(1400, 900).touch(), "/timeline?from=2023&to=2023")) {
            var page = visit.page();
            double before = length(page);
            double middle = day(page, 400);
            touch(page, List.of(300d, 500d), List.of(200d, 600d));
            until(page, "Math.abs(" + ELEMENT + ".window.to - " + ELEMENT + ".window.from - " + before / 2 + ") < 4");
            assertThat(day(page, 400)).as("the day between the fingers").isCloseTo(middle, org.assertj.core.data.Offset.offset(3d));
            touch(page, List.of(200d, 600d), List.of(300d, 500d));
            until(page, "Math.abs(" + ELEMENT + ".window.to - " + ELEMENT + ".window.from - " + before + ") < 8");
            double from = day(page, 0);
            touch(page, List.of(300d, 500d), List.of(400d, 600d));
            until(page, ELEMENT + ".window.from < " + (from - 20));
            page.waitForURL("**from=2022-**");
            visit.hasNoComplaints();
        }
    }

    @Test
    void aFingerMayMissAMarkByAFewPixelsAndHitsStepsThatAreWideEnough() {
        try (var visit = open(Visit.withJavaScript().size(1400, 900).touch(), "/timeline?from=2023&to=2023")) {
            var page = visit.page();
            var missed = "(() => { const { view, scale } = " + ELEMENT + ", mark = view.lanes.find(({ key }) => key === 'china').marks.find(({ shown }) => shown); return [mark.x, mark.y, mark.item.id]; })()";
            assertThat(page.evaluate("(() => { const [x, y, id] = " + missed + "; return [" + ELEMENT + ".at(x - 11, y, true) !== null, " + ELEMENT + ".at(x - 11, y, false)]; })()")).isEqualTo(java.util.Arrays.asList(true, null));
            page.navigate(server.resolve("/timeline?from=1945&to=2025").toString());
            ready(page);
            assertThat((Double) page.evaluate("(() => { const { view, scale } = " + ELEMENT + ", lane = view.lanes.find(({ each }) => !each), step = lane && " + ELEMENT
                    + ".at(400, lane.top + 10, true); return lane ? (step.to - step.from) * scale.dayWidth + .5 : 24.5; })()")).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void targetsAreLargeEnoughForFingers() {
        for (var settings : List.of(Visit.withJavaScript().narrow().touch(), Visit.withJavaScript().size(1400, 900).touch())) {
            for (var path : List.of("/timeline", "/timeline?from=1945&to=2025")) {
                try (var visit = open(settings, path)) {
                    var page = visit.page();
                    if (page.locator(".chart-toggle summary").isVisible()) {
                        page.locator(".chart-toggle summary").click();
                    }
                    assertThat((List<?>) page.evaluate(TOO_SMALL)).as(path).isEmpty();
                }
            }
        }
    }

    @Test
    void aHeadThatIsDraggedStandsWhereItIsLetGoOf() {
        try (var visit = open(Visit.withJavaScript().size(1400, 900), "/timeline")) {
            var page = visit.page();
            var head = page.locator(".head[data-key=china]").boundingBox();
            var to = page.locator(".head").nth(1).boundingBox();
            page.mouse().move(head.x + 100, head.y + head.height - 8);
            page.mouse().down();
            page.mouse().move(to.x + 100, to.y + 4, new Mouse.MoveOptions().setSteps(8));
            assertThat(page.locator(".head.dragged").getAttribute("data-key")).isEqualTo("china");
            page.mouse().up();
            page.waitForURL("**pin=china**");
            until(page, "document.querySelectorAll('.head')[1].dataset.key === 'china' || document.querySelectorAll('.head')[0].dataset.key === 'china'");
            assertThat(page.locator(".head.dragged").count()).isZero();
            visit.hasNoComplaints();
        }
    }

    @Test
    void theSheetOfKeysOpensAtItsBeginning() {
        try (var visit = open(Visit.withJavaScript().narrow(), "/timeline")) {
            var page = visit.page();
            page.keyboard().press("?");
            page.locator("dialog.over").waitFor();
            assertThat(page.evaluate("document.querySelector('dialog.over').scrollTop")).isEqualTo(0);
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("keys-title");
            visit.view("keys-phone");
            visit.fitsItsWidth();
        }
    }

    @Test
    void textOfTwiceTheSizeHasRoom() {
        for (int width : List.of(1400, 1280, 390)) {
            try (var visit = open(Visit.withJavaScript().size(width, 900), "/timeline")) {
                var page = visit.page();
                // As a reader's own size of text: no sheet of a test gets past the page's policy but through the object model.
                page.evaluate("document.documentElement.style.fontSize = '200%'");
                var search = page.locator(".search input").boundingBox();
                assertThat(search.width).as("search at %s", width).isGreaterThan(120);
                assertThat((Boolean) page.evaluate("(() => { const boxes = [...document.querySelectorAll('.masthead > *')].filter((element) => element.checkVisibility() && getComputedStyle(element).position !== 'fixed').map((element) => element.getBoundingClientRect());"
                        + " return boxes.every((one, at) => boxes.every((other, place) => place <= at || one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1)); })()"))
                        .as("nothing of the masthead lies over anything else at %s", width).isTrue();
                visit.fitsItsWidth();
                visit.view("text-twice-" + width);
            }
        }
    }

    private Visit open(Visit.Settings settings, String path) {
        var visit = settings.open(server.resolve(path).toString());
        ready(visit.page());
        return visit;
    }

    /** As many fingers as there are places, on the first lane, from one place each to another. */
    private static void touch(Page page, List<Double> from, List<Double> to) {
        var plot = page.locator(".plot").boundingBox();
        var fingers = page.context().newCDPSession(page);
        send(fingers, "touchStart", plot.x, plot.y + 30, from);
        for (int step = 1; step <= 8; step++) {
            double part = step / 8d;
            send(fingers, "touchMove", plot.x, plot.y + 30, java.util.stream.IntStream.range(0, from.size()).mapToObj(finger -> from.get(finger) + (to.get(finger) - from.get(finger)) * part).toList());
        }
        send(fingers, "touchEnd", plot.x, plot.y + 30, List.of());
        fingers.detach();
    }

    private static void send(CDPSession fingers, String type, double left, double y, List<Double> places) {
        var points = new JsonArray();
        for (int finger = 0; finger < places.size(); finger++) {
            var point = new JsonObject();
            point.addProperty("x", left + places.get(finger));
            point.addProperty("y", y);
            point.addProperty("id", finger);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    private static double length(Page page) {
        return ((Number) page.evaluate(ELEMENT + ".window.to - " + ELEMENT + ".window.from")).doubleValue();
    }

    private static double day(Page page, double x) {
        return ((Number) page.evaluate(ELEMENT + ".scale.day(" + x + ")")).doubleValue();
    }
}
