package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of a working day, each answered within 30 keystrokes from an empty timeline, with scripts and without. */
@QuarkusTest
@TestProfile(WorkingDayTest.Alone.class)
class WorkingDayTest {
    /** Apart from others that have the example alone: what was looked for in vain is recorded. */
    public static class Alone extends ExampleAlone {
    }

    private static final String EMPTY = "/timeline?from=1900&to=1900";
    private static final int MOST_KEYSTROKES = 30;
    private static final int MOST_LOADS = 4;

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenWasThisSaidFirstAndHasTheWordingChanged(boolean scripts) {
        try (var visit = open(scripts)) {
            var hand = new Hand(visit.page());
            if (scripts) {
                hand.press("/").type("cold war beijing nato").press("Enter");
                hand.sees(".days li");
                hand.press("w");
            } else {
                hand.asks().type("cold war").press("Tab").type("china").press("Tab").type("nato").press("Enter");
            }
            hand.reaches("**/wording?**");
            assertThat(main(hand.page)).contains("earliest of", "Mao Ning for China", "The Mainichi (Kyodo), translated from Chinese", "Cold War mentality");
            hand.says("wording", scripts);
            visit.hasNoAccessibilityFindings();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasReactedAndWhoIsSilent(boolean scripts) {
        try (var visit = open(scripts)) {
            var hand = new Hand(visit.page());
            if (scripts) {
                hand.press("/").type("four").press("Enter");
                hand.sees(".days li");
                hand.press("j");
                hand.sees(".pane a[data-key=r]");
                hand.press("r");
            } else {
                hand.tabTo(link(hand.page, "Find")).press("Enter").reaches("**/jump");
                hand.sees(".jump input:focus");
                hand.type("four").press("Enter").reaches("**/jump?q=four");
                hand.sees(".jump input:focus");
                hand.tabTo(hand.page.locator(".found a[href$='/reactions']")).press("Enter");
            }
            hand.reaches("**/reactions");
            assertThat(main(hand.page)).contains("Mao Ning for China, responds to").contains("2 to 3 days after");
            // by its name: the blocs that stand beside the field are as many as are recorded
            hand.past().tabTo(hand.page.locator(".ask input[name=of]")).type("G-7");
            if (scripts) {
                hand.sees("[role=option][aria-selected=true]");
                hand.press("Enter");
            }
            hand.press("Enter").reaches("**/reactions?of=G-7");
            assertThat(main(hand.page)).contains("Canada").contains("none recorded");
            hand.says("reactions", scripts);
            visit.hasNoAccessibilityFindings();

            hand.page.locator("#of-canada summary").click();
            hand.page.locator("#looked-canada").fill("gc.ca");
            hand.press("Enter");
            hand.page.getByText("Saved.").waitFor();
            assertThat(hand.page.locator("#of-canada").innerText()).contains("Looked, nothing found: gc.ca");
            hand.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
            hand.page.getByText("Undone.").waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatSinceWeLastMet(boolean scripts) {
        try (var visit = open(scripts)) {
            var hand = new Hand(visit.page());
            if (scripts) {
                hand.press("Control+k").type("japan, nato").press("Enter");
            } else {
                hand.asks().tabTo(hand.page.locator("#one")).type("japan").press("Tab").type("nato").press("Enter");
            }
            hand.reaches("**/pairs/japan/nato");
            assertThat(main(hand.page)).contains("Hayashi and Stoltenberg hold talks", "Japan and NATO agree to work together more closely", "importance of working with Japan");
            hand.past().tabTo(link(hand.page, "since their last meeting")).press("Enter").reaches("**/pairs/japan/nato?from=2023-02-01");
            hand.says("pair", scripts);
            visit.hasNoAccessibilityFindings();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNewSinceFridayEvening(boolean scripts) {
        try (var visit = open(scripts)) {
            var hand = new Hand(visit.page());
            if (scripts) {
                hand.press("Control+k").type("since Friday 18:00").press("Enter");
            } else {
                hand.tabTo(link(hand.page, "New")).press("Enter").reaches("**/new");
                hand.past().press("Tab").type("Friday 18:00").press("Enter");
            }
            hand.reaches("**/new?since=**");
            assertThat(hand.page.locator("h1").innerText()).startsWith("New since Friday ").endsWith(", 18:00");
            assertThat(main(hand.page)).contains("Recorded since then", "Late arrivals", "Planned for this week", "Was it held?");
            hand.says("new", scripts);
            visit.hasNoAccessibilityFindings();
        }
    }

    /** Without scripts nothing can be copied for anybody: what is to be copied is on the page, and selected there. */
    @Test
    void giveMeTheLineForTheBrief() {
        try (var visit = open(true)) {
            var hand = new Hand(visit.page());
            visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            hand.press("/").type("cold war").press("Enter");
            hand.sees(".days li");
            hand.press("j");
            hand.sees(".pane [data-copy]");
            hand.press("y");
            hand.page.locator(".copying [role=status]").getByText("Copied.").waitFor();
            assertThat(hand.copied()).contains("Cold War mentality", "Mao Ning, Spokesperson", "on behalf of China", "\n\n1. The Mainichi");
            hand.says("one line", true);
        }
        try (var visit = open(true)) {
            var hand = new Hand(visit.page());
            visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            hand.press("/").type("mao ning").press("Enter");
            hand.sees(".days li");
            for (int time = 0; time < 2; time++) {
                var before = hand.page.url();
                hand.press("j");
                hand.page.waitForURL(url -> !url.equals(before));
                hand.sees(".days .current");
                hand.press("x");
            }
            hand.press("Shift+Y");
            hand.page.locator("[data-ticked]").getByText("Copied.").waitFor();
            assertThat(hand.copied().split("on behalf of China", -1)).as("two lines for one source").hasSize(3);
            assertThat(hand.copied()).contains("\n\n1. The Mainichi").doesNotContain("\n\n2. ");
            hand.says("several lines", true);
        }
    }

    @Test
    void theActorsOfAQuestionAreCompletedFromTheirFirstLetters() {
        try (var visit = open(true)) {
            var hand = new Hand(visit.page());
            hand.asks().tabTo(hand.page.locator("#one")).type("jap");
            hand.sees("#one[aria-expanded=true]");
            visit.hasNoAccessibilityFindings();
            hand.press("Tab").type("nat");
            hand.sees("#other[aria-expanded=true]");
            hand.press("Enter").press("Enter").reaches("**/pairs/japan/nato");
            hand.says("pair from its form", true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wording?q=mentality", "/wording?q=nobody-said-it", "/wording", "/questions", "/new?since=2023-01-01", "/new?actor=norway", "/pairs/japan/nato", "/pairs/norway/italy",
            "/events/01860cd9-1a00-7048-8000-d3a4c4e00048/reactions?of=china&of=g7", "/events/01860cd9-1a00-704c-8000-d3a4c4e0004c/reactions"})
    void eachPageIsForEverybodyOnEveryScreenAndOnPaper(String path) {
        try (var light = Visit.withJavaScript().size(1400, 1000).open(server.resolve(path).toString()); var dark = Visit.withJavaScript().dark().narrow().open(server.resolve(path).toString())) {
            for (var visit : List.of(light, dark)) {
                visit.hasNoAccessibilityFindings();
                visit.fitsItsWidth();
                visit.hasNoComplaints();
            }
            light.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(light.page().locator(".masthead, .ask, .takeaway, .look").all()).noneMatch(Locator::isVisible);
            assertThat(light.page().locator("h1").isVisible()).isTrue();
        }
    }

    private Visit open(boolean scripts) {
        return (scripts ? Visit.withJavaScript() : Visit.withoutJavaScript()).size(1400, 1000).open(server.resolve(EMPTY).toString());
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    /** A person who has only keys. Counts each of them: two for those that are pressed together. */
    private static final class Hand {
        private static final int MOST_TABS = 40;
        private final Page page;
        private int keystrokes;
        private int loads;

        Hand(Page page) {
            this.page = page;
            page.onDOMContentLoaded(loaded -> loads++);
        }

        Hand press(String keys) {
            page.keyboard().press(keys);
            keystrokes += keys.split("\\+").length;
            return this;
        }

        Hand type(String text) {
            page.keyboard().type(text);
            keystrokes += text.length();
            return this;
        }

        Hand tabTo(Locator what) {
            for (int tabs = 0; tabs < MOST_TABS; tabs++) {
                press("Tab");
                if (what.and(page.locator(":focus")).count() > 0) {
                    return this;
                }
            }
            throw new AssertionError("no Tab leads there within " + MOST_TABS);
        }

        /** To the page of all questions, whose first field has the focus. */
        Hand asks() {
            tabTo(link(page, "Questions")).press("Enter").reaches("**/questions");
            sees("#words:focus");
            return this;
        }

        /** Over the masthead of a page that was just loaded, by the link that skips it. */
        Hand past() {
            return press("Tab").press("Enter");
        }

        /** Nobody presses the next key before what it is meant for is there. */
        void sees(String selector) {
            page.locator(selector).first().waitFor();
        }

        void reaches(String address) {
            page.waitForURL(address);
        }

        String copied() {
            return (String) page.evaluate("navigator.clipboard.readText()");
        }

        void says(String question, boolean scripts) {
            System.out.printf("%s, %s scripts: %d keystrokes, %d page loads%n", question, scripts ? "with" : "without", keystrokes, loads);
            assertThat(keystrokes).as("keystrokes").isLessThanOrEqualTo(MOST_KEYSTROKES);
            assertThat(loads).as("page loads").isLessThanOrEqualTo(MOST_LOADS);
        }
    }
}
