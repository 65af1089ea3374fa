package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline with the example data and nothing else. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class TimelinePagesTest {

    @TestHTTPResource
    URI server;

    @Test
    void itOpensWhereTheItemsAre() {
        var page = page("/timeline");
        assertThat(page).contains("28 Jan – 3 Feb 2023", "16 of 18 in view", "Timeline, 28 January to 3 February 2023");
        assertThat(page("/")).contains("16 of 18 in view");
    }

    @Test
    void asKnownEarlierAnEventIsStillPlanned() {
        var summit = "/timeline?from=2023-05&to=2023-05&event_kind=SUMMIT&as_of=";

        var before = page(summit + "2023-02-10");
        assertThat(before).contains("As known on 10 February 2023.", "/timeline?from=2023-05-01&amp;to=2023-05-31&amp;event_kind=SUMMIT\">Show what is known now").contains(">G-7 Hiroshima summit, planned<");
        assertThat(texts(before, "href=\"(/timeline[^\"]*)\"")).filteredOn(link -> !link.contains("as_of=2023-02-10"))
                .as("all that leave that day").containsOnly("/timeline", "/timeline?from=2023-05-01&amp;to=2023-05-31&amp;event_kind=SUMMIT");
        assertThat(page(summit + "2023-06-01")).contains("As known on 1 June 2023.").contains("G-7 Hiroshima summit").doesNotContain("summit, planned");
        assertThat(page(summit + "2023-01-31")).contains("Nothing is found.");
        assertThat(page("/timeline?as_of=0001-01-01")).contains("Nothing is found.");
        assertThat(given().get("/timeline?as_of=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesOfItemsAsKnownEarlierSaySo() {
        var summit = "/events/01860cd9-1a00-704c-8000-d3a4c4e0004c";

        assertThat(page(summit + "?as_of=2023-02-10")).contains("As known on 10 February 2023.", "<a href=\"" + summit + "\">Show what is known now</a>", "<b>planned</b>")
                .doesNotContain(summit + "/edit");
        assertThat(page(summit + "?as_of=2023-06-01")).contains("As known on 1 June 2023.").doesNotContain("<b>planned");
        assertThat(page(summit)).doesNotContain("As known on").contains(summit + "/edit");
        assertThat(given().get(summit + "?as_of=2023-01-31").then().statusCode(404).extract().body().asString()).contains("as known on 31 January 2023: it was first recorded on 1 February 2023, 12:00 UTC");
        assertThat(given().get(summit + "?as_of=yesterday").statusCode()).isEqualTo(400);
        assertThat(given().get("/api/v1" + summit + "?as_of=2023-02-10").body().jsonPath().getString("status")).isEqualTo("PLANNED");
        assertThat(given().get("/api/v1" + summit.replace("events", "items") + "?as_of=2023-06-01").body().jsonPath().getString("status")).isEqualTo("HELD");
        assertThat(given().get("/api/v1" + summit + "?as_of=2023-01-31").statusCode()).isEqualTo(404);
        assertThat(page("/statements/01860cd9-1a00-7051-8000-d3a4c4e00051?as_of=2023-02-10")).contains("As known on 10 February 2023.").doesNotContain("/edit\"");
        assertThat(page("/events/01860cd9-1a00-7048-8000-d3a4c4e00048?as_of=2023-02-10")).contains("?as_of=2023-02-10\"");
    }

    @Test
    void exportsAndFacetsObeyTheMomentToo() {
        var summit = "event_kind=SUMMIT&from=2023-05&to=2023-05&as_of=";

        assertThat(given().get("/timeline.csv?" + summit + "2023-02-10").body().asString()).contains(",PLANNED,").doesNotContain(",HELD,");
        assertThat(given().get("/timeline.csv?" + summit + "2023-06-01").body().asString()).contains(",HELD,").doesNotContain(",PLANNED,");
        assertThat(given().get("/api/v1/items?" + summit + "2023-02-10").body().jsonPath().getString("items[0].status")).isEqualTo("PLANNED");
        assertThat(given().get("/api/v1/items?status=HELD&" + summit + "2023-02-10").body().jsonPath().getInt("total")).isZero();
        assertThat(given().get("/api/v1/items?status=HELD&" + summit + "2023-05-22T23:00:00Z").body().jsonPath().getInt("total")).isEqualTo(1);
        assertThat(given().get("/timeline.json?" + summit + "2023-02-10").body().asString()).contains("\"asOf\":\"2023-02-10\"", "\"PLANNED\"");
        assertThat(given().get("/timeline.json?" + summit + "2023-06-01").body().asString()).contains("\"HELD\"").doesNotContain("\"PLANNED\"");
        assertThat(page("/timeline/facets?as_of=2023-01-31")).contains("Nothing to narrow");
        assertThat(page("/timeline/facets?as_of=2023-02-10")).contains("as_of=2023-02-10");
    }

    @Test
    void lanesAreByPrincipalTheMostActiveFirst() {
        assertThat(texts(page("/timeline"), "class=\"lane\"[^>]*>([^<]*)<")).containsExactly("Events", "NATO", "Japan", "China");
        assertThat(texts(page("/timeline"), "class=\"sub\"[^>]*>([^<]*)<")).containsExactly("7 in view · 2 outside", "5 statements, 3 joint", "4 statements, 3 joint", "3 statements");
    }

    @Test
    void whatLiesOutsideIsNamedAtTheEdgesAndCanBeGoneTo() {
        var page = page("/timeline");
        assertThat(page).contains("← 24 February 2022, Launch of Russia", "19–21 May 2023, G-7 Hiroshima summit →");
        assertThat(page("/timeline?from=2022-02-21&to=2022-02-27")).contains("Launch of Russia").contains("2 of 18 in view");
    }

    @Test
    void theListHasTheSameItemsAsTheDrawing() {
        var page = page("/timeline");
        var drawn = texts(page, "class=\"mark [^>]*href=\"[^\"]*selected=([0-9a-f-]*)").stream().distinct().toList();
        var listed = texts(page.substring(page.indexOf("id=\"list\"")), "selected=([0-9a-f-]*)");
        assertThat(drawn).hasSize(16);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void aFilterHasAChipThatTakesItOffAndTheKeySaysTowardWhom() {
        var page = page("/timeline?behalf=china&target=nato");
        assertThat(page).contains("<h1>Statements on behalf of China, about NATO</h1>", "toward NATO");
        assertThat(texts(page, "class=\"off\" href=\"([^\"]*)\"")).hasSize(2).anyMatch(off -> off.contains("target=nato") && !off.contains("behalf"));
        assertThat(texts(page, "class=\"item-label\"[^>]*>([^<]*)<")).first().asString().startsWith("&quot;China threats");
    }

    @Test
    void anExportTakesTheWindowOrAll() {
        var links = texts(page("/timeline"), "href=\"(/timeline\\.csv[^\"]*)\"").stream().distinct().toList();
        assertThat(links).containsExactly("/timeline.csv?from=2023-01-28&amp;to=2023-02-03", "/timeline.csv");
        assertThat(page("/timeline")).contains("CSV, this window (16)", "CSV, all 18");
    }

    @Test
    void anOpenItemIsReadBesideTheDrawing() {
        var id = texts(page("/timeline?behalf=china&target=nato"), "selected=([0-9a-f-]*)").get(1);
        var page = page("/timeline?selected=" + id);
        assertThat(page).contains("Spokesperson", "on behalf of", "translated from Chinese", "inferred, not given by the source", "Recorded 1 Feb 2023, never changed");
        assertThat(page).containsPattern("<blockquote class=\"quote\" lang=\"en\" dir=\"auto\">");
    }

    @Test
    void anEmptyWindowLeadsToWhatLiesOutsideAndSaysWhatEachFilterHides() {
        var page = page("/timeline?from=2023-01-29&to=2023-01-30&behalf=china");
        assertThat(page).contains("Nothing in this window. 3 items outside it:", "go to 31 January or 1 February 2023");
        assertThat(page).containsPattern("Without “on behalf of China”</a>: 3<");
    }

    @Test
    void theNearestItemOutsideIsGoneTo() {
        assertThat(page("/timeline?from=2023-05-01&to=2023-05-07&actor=g7")).contains("Nothing in this window.", "outside it:", "go to 19–21 May 2023");
        assertThat(page("/timeline?from=2022-03-01&to=2022-03-07&q=launch&q=hiroshima")).contains("go to 24 February 2022");
    }

    @Test
    void wordsThatNothingHasOfferNearOnesThatFindSomething() {
        var page = page("/timeline?q=batlefield");
        assertThat(page).contains("Nothing is found.", "Did you mean <a href=\"/timeline?q=battlefield\">battlefield</a>");
        assertThat(page("/timeline?q=Stoltenburg cooperate")).contains("Did you mean", "stoltenberg cooperate</a>");
        assertThat(page("/timeline?q=\"cold war mentalety\"")).contains("cold war mentality");
        assertThat(page("/timeline?q=batlefield&behalf=norway")).as("what finds nothing either is not offered").doesNotContain("Did you mean").doesNotContain("Without “with the words “batlefield””");
    }

    @Test
    void theNameOfAnActorOffersWhatItSaysAndWhatIsSaidAboutIt() {
        var page = page("/timeline?q=Beijing");
        assertThat(page).containsPattern("href=\"/timeline\\?behalf=china\">China speaks <b>3<").containsPattern("href=\"/timeline\\?target=china\">about China <b>0<");
        assertThat(page("/timeline?q=\"NATO\"&kind=statement")).contains("/timeline?kind=statement&amp;behalf=nato\">NATO speaks", "/timeline?kind=statement&amp;target=nato\">about NATO");
        assertThat(page("/timeline?q=Mao Ning")).contains("/timeline?speaker=mao-ning\">Mao Ning speaks");
        assertThat(page("/timeline?q=security")).doesNotContain("class=\"meant\"");
    }

    @Test
    void aNameIsTakenWhereTheFormAsksForOne() {
        assertThat(page("/timeline?speaker=Mao+Ning")).contains("said by</b> Mao Ning");
    }

    @Test
    void anyWindowCanBeDrawn() {
        for (var window : List.of("from=2023-02-01&to=2023-02-01", "from=2023&to=2023", "from=1945&to=2025", "from=-9999&to=9999", "from=2023", "to=2022", "from=2023-02&to=2023-02")) {
            assertThat(page("/timeline?" + window)).as(window).contains("class=\"chart");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanes=colour", "go=soon", "predecessors=maybe", "item=x", "item=01860000-0000-7000-8000-000000000000", "selected=x", "behalf=nobody", "colour=red", "cursor=broken&from=1945&to=1946"})
    void whatCannotBeAskedIsRefusedAndNamed(String query) {
        assertThat(given().get("/timeline?" + query).then().statusCode(400).extract().asString()).contains(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?behalf=china&target=nato", "?from=2023&to=2023", "?from=2024&to=2024", "?sort=recorded&lanes=actor", "?lanes=dyad", "?lanes=type&from=1945&to=2025", "?lanes=country&predecessors=true", "?q=Beijing", "?q=batlefield"})
    void everybodyCanUseIt(String query) {
        for (var visit : List.of(Visit.withJavaScript().size(1400, 900), Visit.withJavaScript().size(1400, 900).dark(), Visit.withoutJavaScript().narrow())) {
            try (var open = visit.open(server.resolve("/timeline" + query).toString())) {
                open.hasNoAccessibilityFindings();
                open.hasNoComplaints();
            }
        }
        for (int width : List.of(390, 768, 1100, 1400)) {
            try (var open = Visit.withJavaScript().size(width, 800).open(server.resolve("/timeline" + query).toString())) {
                open.fitsItsWidth();
            }
        }
    }

    @Test
    void itemsAreReachedWithTheKeyboard() {
        try (var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve("/timeline").toString())) {
            var page = visit.page();
            page.keyboard().press("j");
            page.waitForURL("**selected=**");
            var first = page.url();
            page.keyboard().press("j");
            page.waitForURL(url -> url.contains("selected=") && !url.equals(first));
            page.keyboard().press("k");
            page.waitForURL(first);
            page.locator(".days a[data-item]").last().focus();
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.equals(first));
            assertThat(page.locator(".pane h2").first().isVisible()).isTrue();
        }
    }

    @Test
    void onATelephoneTheDrawingIsOneTouchAway() {
        try (var visit = Visit.withoutJavaScript().narrow().open(server.resolve("/timeline").toString())) {
            var page = visit.page();
            assertThat(page.locator(".density .overview").boundingBox().height).isEqualTo(64);
            assertThat(page.locator("svg.chart").isVisible()).isFalse();
            page.locator(".chart-toggle summary").click();
            assertThat(page.locator("svg.chart").isVisible()).isTrue();
        }
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static List<String> texts(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
    }
}
