package org.demarche.event;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.assertj.core.api.Assertions;
import org.demarche.Kept;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event, a response to it and what comes after it, by keyboard: how many keys and how many pages that takes. */
@QuarkusTest
class EventFormBrowserTest {
    private static final String ARTICLE = "01860cd9-1a00-7009-8000-d3a4c4e00009";

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;

    @Test
    void anEventWithThreeParticipantsTakesTwoPagesAnd60KeysBesideItsTitle() {
        try (var visit = Visit.withJavaScript().size(1400, 1000).open(address("/events/new?document=" + ARTICLE))) {
            var page = visit.page();
            var pages = loads(page);
            visit.hasNoAccessibilityFindings();
            assertThat(page.locator("#title")).isFocused();
            page.keyboard().insertText("Three of them meet " + kept.unique(""));
            int keys = press(page, "Tab", "m", "Tab", "1", " ", "F", "e", "b", "Tab", "Tab", "Tab");
            for (var name : new String[] {"jap", "nat", "chi"}) {
                keys += press(page, name.split(""));
                assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
                // 'host' is the third tick; the next name follows the seventh
                keys += press(page, "Tab", "Tab", "Tab", "Space", "Tab", "Tab", "Tab", "Tab", "Tab");
            }
            assertThat(page.locator("#date-echo")).containsText("1 February 2023");
            keys += press(page, "Control+Enter");
            assertThat(page.locator("h1")).containsText("Three of them meet");
            assertThat(page.locator("main")).containsText("Japan host");
            page.waitForLoadState();
            Assertions.assertThat(keys).isLessThanOrEqualTo(60);
            Assertions.assertThat(pages.get()).as("the page of the event that was saved").isEqualTo(1);
            visit.hasNoAccessibilityFindings();
            visit.hasNoComplaints();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsAnsweredAndFollowed(boolean scripts) {
        var first = kept.event("Spoken of first", null, java.util.List.of(), java.util.List.of());
        var second = kept.event("What came behind it", null, java.util.List.of(), java.util.List.of());
        var document = kept.document("What was answered", null);
        var answer = scripts ? "They welcome what came behind it" : "Nothing is known here of any such thing";
        try (var visit = (scripts ? Visit.withJavaScript() : Visit.withoutJavaScript()).open(address("/events/" + second.id()))) {
            var page = visit.page();
            var pages = loads(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link to …")).click();
            page.locator("#kind").selectOption("AFTER");
            page.locator("#other").fill("/events/" + first.id());
            visit.hasNoAccessibilityFindings();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Link")).last().click();
            assertThat(page.locator("#thread")).containsText("comes after Spoken of first");
            page.waitForLoadState();
            Assertions.assertThat(pages.get()).as("the form, and the page that the link is shown on").isEqualTo(2);
            visit.hasNoAccessibilityFindings();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Record a response")).click();
            page.locator("#summary").fill(answer);
            page.locator("#speakers-0-actor").fill("NATO");
            page.locator("#source").fill(document.url());
            page.keyboard().press("Tab");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).first().click();
            assertThat(page.locator("#thread")).containsText("responds to What came behind it");
            page.navigate(address("/events/" + first.id()));
            assertThat(page.locator("#thread")).containsText("followed by");
            assertThat(page.locator("#thread .depth-2")).containsText(answer);
            visit.hasNoAccessibilityFindings();
        }
    }

    @Test
    void theFormFitsATelephoneInTheDark() {
        try (var visit = Visit.withJavaScript().dark().narrow().open(address("/events/new"))) {
            visit.hasNoAccessibilityFindings();
            visit.fitsItsWidth();
            visit.hasNoComplaints();
        }
    }

    private static int press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return keys.length;
    }

    /** How many pages are loaded from now on. */
    private static AtomicInteger loads(Page page) {
        var loads = new AtomicInteger();
        page.onDOMContentLoaded(any -> loads.incrementAndGet());
        return loads;
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
