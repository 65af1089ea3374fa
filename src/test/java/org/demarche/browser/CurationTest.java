package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.History;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving a view and merging two topics: how many keys and page loads it takes, and that it is done without scripts too. */
@QuarkusTest
class CurationTest {
    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Topics topics;

    /** Counts what somebody presses and what the browser loads. */
    private static final class Work {
        private final Page page;
        private final AtomicInteger loads = new AtomicInteger();
        private int pressed;

        Work(Page page) {
            this.page = page;
            page.onDOMContentLoaded(loaded -> loads.incrementAndGet());
        }

        Work press(String... keys) {
            for (var key : keys) {
                page.keyboard().press(key);
                pressed++;
            }
            return this;
        }

        Work type(String letters) {
            return press(letters.split(""));
        }

        /** Tab until what is to be pressed has the focus. */
        Work to(String name) {
            for (int tab = 0; tab < 60 && !name.equals(page.evaluate("document.activeElement.textContent.trim()")); tab++) {
                press("Tab");
            }
            return this;
        }
    }

    @Test
    void aViewIsSavedBySevenKeysAndOnePageLoad() {
        try (var visit = Visit.withJavaScript().size(1400, 900).open(address("/timeline?behalf=china&target=nato"))) {
            var work = new Work(visit.page());
            work.press("s");
            PlaywrightAssertions.assertThat(visit.page().locator("#save-title")).isFocused();
            visit.hasNoAccessibilityFindings();
            work.type("Lines").press("Enter");
            visit.page().waitForURL("**/collections/lines*");
            assertThat(visit.page().locator("body").innerText()).contains("Saved.", "Lines", "not a battlefield");
            assertThat(work.pressed).isEqualTo(7);
            assertThat(work.loads).hasValue(1);
            visit.page().navigate(address("/collections"));
            assertThat(visit.page().locator("main").innerText()).contains("Lines");
            visit.hasNoComplaints();
        }
    }

    @Test
    void aViewIsSavedWithoutScripts() {
        try (var visit = Visit.withoutJavaScript().narrow().open(address("/timeline?behalf=china"))) {
            var page = visit.page();
            if (!page.locator(".save summary").isVisible()) {
                page.locator(".filters-button").click();
            }
            page.locator(".save summary").click();
            page.getByLabel("Title").fill("On a telephone");
            page.locator(".save button").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("On a telephone");
        }
    }

    @Test
    void twoTopicsAreMergedInThreePageLoads() {
        var from = topic("Merged by keys");
        var into = topic("Kept by keys");
        said(from);
        try (var visit = Visit.withJavaScript().open(address("/topics/" + from.slug()))) {
            var page = visit.page();
            var work = new Work(page);
            work.to("Merge …").press("Enter");
            page.waitForURL("**/merger");
            PlaywrightAssertions.assertThat(page.locator("#into")).isFocused();
            work.type("kept by");
            page.locator("[role=option][aria-selected=true]").waitFor();
            work.press("Enter", "Enter");
            page.waitForURL("**/merger?into=*");
            assertThat(page.locator("main").innerText()).contains("1 statement or event gets", "is retracted");
            visit.hasNoAccessibilityFindings();
            work.press("Enter");
            page.waitForURL("**/topics/" + into.slug());
            assertThat(page.locator("body").innerText()).contains("Saved.", "1 passage");
            // Of these, 17 are Tab over the masthead to 'Merge …', and 7 the letters of the other's name.
            assertThat(work.pressed).isLessThanOrEqualTo(29);
            assertThat(work.loads).hasValue(3);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
            page.waitForURL("**/history");
            assertThat(topics.called(from.label())).isPresent();
            visit.hasNoComplaints();
        }
    }

    @Test
    void twoTopicsAreMergedAndOneIsSplitWithoutScripts() {
        var from = topic("Merged plainly");
        var into = topic("Kept plainly");
        var statement = said(from);
        try (var visit = Visit.withoutJavaScript().open(address("/topics/" + from.slug()))) {
            var page = visit.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Merge …")).click();
            page.getByLabel("Into").fill(into.label());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would change")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Merge").setExact(true)).click();
            assertThat(page.locator("main").innerText()).contains(into.label(), "1 passage");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Split …")).click();
            page.getByLabel("To the topic").fill(into.label() + " again");
            page.locator("#tick-" + statement.id()).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would change")).click();
            assertThat(page.locator("main").innerText()).contains("1 passage gets");
            visit.hasNoAccessibilityFindings();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Split").setExact(true)).click();
            assertThat(page.locator("h1").innerText()).isEqualTo(into.label() + " again");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics", "/topics/new", "/topics/japan-nato-security-ties", "/topics/japan-nato-security-ties/edit", "/topics/japan-nato-security-ties/merger",
            "/topics/japan-nato-security-ties/merger?into=china-as-a-threat", "/topics/japan-nato-security-ties/split", "/collections", "/collections/new?query=behalf%3Dchina",
            "/collections/china-on-nato-early-2023", "/collections/china-on-nato-early-2023/edit"})
    void everybodyCanUseThePages(String path) {
        try (var light = Visit.withJavaScript().size(1400, 900).open(address(path)); var dark = Visit.withJavaScript().dark().narrow().open(address(path))) {
            light.hasNoAccessibilityFindings();
            light.hasNoComplaints();
            light.fitsItsWidth();
            dark.hasNoAccessibilityFindings();
            dark.fitsItsWidth();
        }
    }

    private TopicRecord topic(String label) {
        return history.keep(new TopicRecord(null, null, null, kept.unique(label), null, null, null));
    }

    private StatementRecord said(TopicRecord topic) {
        return history.keep(new StatementRecord(null, null, "2023-02-01", null, null, "Said on " + topic.label(), null, null, List.of(topic.slug()),
                List.of(Kept.speaker(kept.actor("STATE", "Curating State"))), List.of(), List.of(), List.of(),
                List.of(Kept.words(kept.document("Curated", null), "\"Words\"", "en")), List.of(), List.of(), null));
    }

    private String address(String path) {
        return server.resolve("/").toString().replaceFirst("/$", "") + path;
    }
}
