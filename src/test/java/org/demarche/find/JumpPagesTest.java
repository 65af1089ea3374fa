package org.demarche.find;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.browser.Visit;
import org.demarche.collection.CollectionRecord;
import org.demarche.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Find anything, as a page and in the dialog over any other. */
@QuarkusTest
class JumpPagesTest {
    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    History history;

    @ParameterizedTest
    @CsvSource({"北約, /actors/nato", "北约, /actors/nato", "Kyiv, /actors/ukraine", "kyiv, /actors/ukraine", "MOFA, /actors/mofa-japan", "mofa, /actors/mofa-japan", "Beijing, /actors/china", "中国, /actors/china",
        "Россия, /actors/russia", "윤석열, /actors/yoon-suk-yeol", "stolten, /actors/jens-stoltenberg", "Stoltenburg, /actors/jens-stoltenberg", "stoltenberg jens, /actors/jens-stoltenberg", "U.S., /actors/united-states", "us, /actors/united-states"})
    void anActorIsFoundByAnyOfItsNames(String typed, String page) {
        assertThat(hits(typed)).first().isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"北約, NATO", "kyiv, Ukraine", "MOFA, 'Foreign Ministry, Japan'", "stolten, Jens Stoltenberg"})
    void aFieldThatNamesAnActorOffersTheSameOneFirst(String typed, String name) {
        var suggestions = given().queryParam("typed", typed).get("/suggestions/actors").then().statusCode(200).extract().jsonPath().getList("name", String.class);
        assertThat(suggestions).first().isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"2023-02, /timeline?from=2023-02-01&amp;to=2023-02-28", "February 2023, /timeline?from=2023-02-01&amp;to=2023-02-28", "1 Feb 2023, /timeline?from=2023-02-01&amp;to=2023-02-01", "2023, /timeline?from=2023-01-01&amp;to=2023-12-31"})
    void aDateLeadsToTheTimelineThere(String typed, String timeline) {
        assertThat(hits(typed)).contains(timeline);
    }

    @ParameterizedTest
    @CsvSource({"'China and Japan', /pairs/china/japan", "'beijing, 北約', /pairs/china/nato", "between japan and nato, /pairs/japan/nato"})
    void twoActorsLeadToWhatPassedBetweenThem(String typed, String pair) {
        assertThat(hits(typed)).first().isEqualTo(pair);
    }

    @Test
    void aQuestionOfTheDayIsAnsweredByItsPage() {
        assertThat(hits("since 2026-01-05 18:00")).anyMatch(href -> href.startsWith("/new?since=2026-01-05T"));
        assertThat(hits("new since yesterday")).anyMatch(href -> href.startsWith("/new?since="));
        assertThat(hits("Hiroshima")).anyMatch(href -> href.matches("/events/[^/]+/reactions"));
        assertThat(hits("battlefield")).contains("/wording?q=battlefield");
    }

    @ParameterizedTest
    @ValueSource(strings = {"since", "since when", "since 2999-01-01", "Japan and", "Japan and Japan", "war, peace", "Japan, NATO, China"})
    void whatIsNoQuestionIsNoneOfThem(String typed) {
        assertThat(hits(typed)).noneMatch(href -> href.startsWith("/new?") || href.startsWith("/pairs"));
    }

    @Test
    void anEventACollectionAndWhatWasSaidAreFound() {
        var slug = history.keep(new CollectionRecord(null, null, null, kept.unique("Findable timeline"), null, "behalf=nato", null)).slug();

        assertThat(hits("Hiroshima")).anyMatch(href -> href.startsWith("/events/"));
        assertThat(hits("findable")).contains("/collections/" + slug);
        assertThat(hits("battlefield")).anyMatch(href -> href.startsWith("/statements/")).contains("/timeline?q=battlefield");
    }

    @Test
    void eachThingToDoIsFoundByItsBeginningAndHasAPage() {
        for (var command : Command.values()) {
            assertThat(hits(command.words)).as(command.words).contains(command.href);
            given().get(command.href).then().statusCode(200);
        }
        assertThat(hits("add a st")).first().isEqualTo("/statements/new");
        assertThat(hits("chang")).contains("/history");
        assertThat(hits("")).contains("/statements/new", "/help");
    }

    @Test
    void oneHitIsStillAPage() {
        given().redirects().follow(false).queryParam("q", "Yoshimasa Hayashi").get("/jump").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"", "-", "%_!", "—", "😀", "الناتو", "a:b/c", "[", "2023-99-99", "'", "((("})
    void whateverIsTypedIsAnswered(String typed) {
        assertThat(given().queryParam("q", typed).get("/jump").then().statusCode(200).extract().asString()).doesNotContain("<script>alert");
    }

    @Test
    void whatCannotBeLookedForIsRefused() {
        given().queryParam("q", "x".repeat(201)).get("/jump").then().statusCode(400);
        given().urlEncodingEnabled(false).get("/jump?q=a%01").then().statusCode(400);
    }

    @Test
    void theDialogFindsOverAnyPageAndGivesTheFocusBack() {
        try (var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve("/sources").toString())) {
            var page = visit.page();
            page.locator(".masthead .name").focus();
            page.keyboard().press("Control+k");
            page.locator("dialog.finder .found a").first().waitFor();
            visit.hasNoAccessibilityFindings();
            page.keyboard().type("北約");
            page.waitForCondition(() -> "/actors/nato".equals(first(page)));
            visit.view("find-dialog");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.finder").isVisible()).isFalse();
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("name");

            page.keyboard().press("Control+k");
            page.keyboard().type("Kyiv");
            page.keyboard().press("Enter");
            page.waitForURL("**/actors/ukraine");
            visit.hasNoComplaints();
        }
    }

    @Test
    void arrowsWalkThroughTheList() {
        try (var visit = Visit.withJavaScript().dark().open(server.resolve("/help").toString())) {
            var page = visit.page();
            page.keyboard().press("Control+k");
            page.keyboard().type("japan");
            page.waitForCondition(() -> "/actors/japan".equals(first(page)));
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            var second = (String) page.evaluate("document.activeElement.getAttribute('href')");
            assertThat(second).isNotEqualTo("/actors/japan").isNotNull();
            page.keyboard().press("Enter");
            page.waitForURL("**" + second);
        }
    }

    @Test
    void everybodyCanUseThePage() {
        for (var settings : List.of(Visit.withJavaScript(), Visit.withJavaScript().narrow().dark(), Visit.withoutJavaScript().narrow())) {
            try (var visit = settings.open(server.resolve("/jump?q=nato").toString())) {
                visit.hasNoAccessibilityFindings();
                visit.hasNoComplaints();
            }
        }
        try (var visit = Visit.withJavaScript().narrow().open(server.resolve("/jump?q=nato").toString())) {
            visit.fitsItsWidth();
            visit.page().locator(".menu summary").click();
            visit.page().locator(".menu a[data-jump]").click();
            visit.page().locator("dialog.finder .found a").first().waitFor();
            visit.hasNoAccessibilityFindings();
            visit.fitsItsWidth();
            visit.view("find-dialog-narrow");
        }
    }

    private static String first(Page page) {
        var links = page.locator("dialog.finder .found.typed a");
        return links.count() == 0 ? "" : links.first().getAttribute("href");
    }

    private static List<String> hits(String typed) {
        var page = given().queryParam("q", typed).get("/jump").then().statusCode(200).extract().asString();
        return Pattern.compile("<li><a href=\"([^\"]*)\"").matcher(page.substring(page.indexOf("id=\"found\""))).results().map(match -> match.group(1)).toList();
    }
}
