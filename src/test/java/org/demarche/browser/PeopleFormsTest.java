package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.History;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of actors and of what ties them, by keys alone, by two people at once, and by whoever sees little. */
@QuarkusTest
class PeopleFormsTest {
    /** Far more stops than any page of these has: whoever needs them has gone round. */
    private static final int MOST_STOPS = 80;

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    PresentRecords present;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDateOfOfficeIsCorrectedAndFourStatementsAreResolvedAgain(boolean scripts) {
        var person = kept.actor("PERSON", "Corrected Person");
        var state = kept.actor("STATE", "Corrected State");
        var office = kept.tie(person, state, "OCCUPANCY", "Minister", "2020-01-01", "2022-12-31");
        var said = List.of(said(person, "2022-12-01"), said(person, "2022-12-02"), said(person, "2022-12-03"), said(person, "2022-12-04"));
        try (var visit = (scripts ? Visit.withJavaScript() : Visit.withoutJavaScript()).open(address("/actors/" + person.slug()))) {
            var page = visit.page();
            var loads = new int[1];
            page.onDOMContentLoaded(loaded -> loads[0]++);
            int keys = tabTo(page, page.locator("a[href$='/affiliations/" + office.id() + "/edit']"));
            int toTheForm = keys;
            keys += press(page, "Enter");
            page.waitForURL("**/edit");
            assertThat(page.locator("#since").evaluate("field => field === document.activeElement")).isEqualTo(true);
            keys += press(page, "Tab", "Tab");
            page.keyboard().type("2022-11-30");
            keys += 10 + press(page, scripts ? "Control+Enter" : "Enter");
            page.getByText("4 statements are touched by this").waitFor();
            visit.hasNoAccessibilityFindings();
            keys += scripts ? press(page, "Control+Enter") : tabTo(page, page.locator("button[value='save:again']")) + press(page, "Enter");
            page.waitForURL("**/actors/**");
            assertThat(page.locator("body").innerText()).contains("Saved.").contains("1 January 2020 to 30 November 2022");
            System.out.printf("Correct a date of office and resolve four statements again, %s scripts: %d keys, %d of them to the form, %d page loads%n",
                    scripts ? "with" : "without", keys, toTheForm, loads[0]);
            assertThat(keys - toTheForm).as("from the form on").isLessThanOrEqualTo(scripts ? 15 : 40);
            assertThat(loads[0]).isEqualTo(3);
        }
        assertThat(said).allSatisfy(statement -> assertThat(((StatementRecord) present.of(RecordKind.STATEMENT, statement.id().toString()).record()).speakers().get(0).behalf())
                .containsExactly(person.slug()));
    }

    @ParameterizedTest
    @CsvSource({"true, yours", "true, theirs", "false, yours", "false, theirs"})
    void ofTwoPeopleAtOneActorNeitherLosesAnything(boolean earlierSavesFirst, String choice) {
        var actor = kept.actor("STATE", "Contested State");
        try (var earlier = Visit.withJavaScript().open(address("/actors/" + actor.slug() + "/edit")); var later = Visit.withoutJavaScript().open(address("/actors/" + actor.slug() + "/edit"))) {
            var quick = (earlierSavesFirst ? earlier : later).page();
            var slow = (earlierSavesFirst ? later : earlier).page();
            quick.locator("#short").fill("Quick");
            quick.locator("#iso").fill("QQ");
            slow.locator("#short").fill("Slow");
            slow.locator("#names-0-text").fill("بطيء");
            save(quick);
            assertThat(quick.locator("body").innerText()).contains("Saved.");
            save(slow);
            assertThat(slow.locator("main").innerText()).contains("saved this after you opened it", "Quick", "Slow", "QQ");
            assertThat(record(actor).shortName()).isEqualTo("Quick");
            slow.locator("[name='meanwhile.short'][value=" + choice + "]").check();
            save(slow);
            assertThat(slow.locator("body").innerText()).contains("Saved.");
            assertThat(record(actor)).extracting(ActorRecord::shortName, ActorRecord::iso, ActorRecord::version).containsExactly(choice.equals("yours") ? "Slow" : "Quick", "QQ", 3);
            assertThat(record(actor).names()).extracting(ActorRecord.Name::text).containsExactly("بطيء");
        }
    }

    @Test
    void aRowMoreIsThereAtOnceAndIsSavedLikeTheOthers() {
        try (var visit = Visit.withJavaScript().open(address("/actors/new"))) {
            var page = visit.page();
            page.locator("#type").selectOption("STATE");
            page.locator("#name").fill(kept.unique("Many Names"));
            page.locator("#names-0-text").fill("Un");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("another name")).click();
            assertThat(page.url()).as("without a page load").endsWith("/actors/new");
            page.keyboard().type("Deux");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("another name")).click();
            page.keyboard().type("Trois");
            visit.hasNoAccessibilityFindings();
            save(page);
            assertThat(record(URI.create(page.url()).getPath().replaceFirst(".*/", "")).names()).extracting(ActorRecord.Name::text).containsExactly("Un", "Deux", "Trois");
            visit.hasNoComplaints();
        }
    }

    @Test
    void nobodyIsKeptOutOfAnyOfThem() {
        var person = kept.actor("PERSON", "Barred Person");
        var state = kept.actor("STATE", "Barred State");
        var office = kept.tie(person, state, "OCCUPANCY", "President", "2019", null);
        kept.tie(person, state, "OCCUPANCY", "Senator", "2001-03", "2012-05-06");
        kept.tie(kept.actor("ORGANIZATION", "Barred Ministry"), state, "PART_OF", null, null, null);
        said(person, "2022-12-01");
        var pages = new LinkedHashMap<String, String>();
        pages.put("actor-new", "/actors/new");
        pages.put("actor-edit", "/actors/" + state.slug() + "/edit");
        pages.put("affiliation-new", "/affiliations/new?member=" + person.slug());
        pages.put("affiliation-edit", "/affiliations/" + office.id() + "/edit");
        pages.put("affiliation-retraction", "/history/affiliations/" + office.id() + "/retraction");
        pages.put("person-along-time", "/actors/" + person.slug());
        pages.put("state-along-time", "/actors/" + state.slug());
        pages.forEach((name, path) -> {
            try (var light = Visit.withJavaScript().size(1400, 1000).open(address(path)); var dark = Visit.withJavaScript().dark().narrow().open(address(path))) {
                light.hasNoAccessibilityFindings();
                light.hasNoComplaints();
                dark.hasNoAccessibilityFindings();
                dark.fitsItsWidth();
                light.screenshot("people-" + name + "-1400");
                dark.screenshot("people-" + name + "-390");
            }
        });
        try (var visit = Visit.withJavaScript().dark().narrow().open(address("/affiliations/" + office.id() + "/edit"))) {
            visit.page().locator("#until").fill("2021");
            save(visit.page());
            visit.hasNoAccessibilityFindings();
            visit.fitsItsWidth();
            visit.screenshot("people-affiliation-asked-390");
        }
    }

    /** By Tab alone; as many keys as it took. */
    private static int tabTo(Page page, Locator target) {
        for (int stops = 1; stops <= MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return stops;
            }
        }
        throw new AssertionError(target + " is not reached by Tab");
    }

    private static int press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return keys.length;
    }

    private static void save(Page page) {
        page.locator("[data-save]").click();
        page.waitForLoadState();
    }

    private StatementRecord said(ActorRecord person, String date) {
        return history.keep(new StatementRecord(null, null, date, null, null, "Said on " + date, null, null, List.of(), List.of(Kept.speaker(person)), List.of(), List.of(), List.of(),
                List.of(Kept.words(kept.document("A report", null), null, null)), List.of(), List.of(), null));
    }

    private ActorRecord record(ActorRecord actor) {
        return record(actor.slug());
    }

    private ActorRecord record(String slug) {
        return (ActorRecord) present.of(RecordKind.ACTOR, slug).record();
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
