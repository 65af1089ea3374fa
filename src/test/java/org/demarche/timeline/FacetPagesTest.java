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
import org.junit.jupiter.params.provider.CsvSource;

/** The facets of the example. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class FacetPagesTest {
    @TestHTTPResource
    URI server;

    @Test
    void eachFacetHasItsValuesWithNumbers() {
        var page = page("/timeline/facets?from=2023-01-28&to=2023-02-03");
        assertThat(values(page, "behalf")).startsWith("NATO 5", "Japan 4", "China 3");
        assertThat(values(page, "stance")).contains("critical 4");
        assertThat(values(page, "year")).containsExactly("2022 2", "2023 17");
    }

    @Test
    void aValueIsAddedToTheViewAndOneThatIsTakenIsTakenOffAgain() {
        var page = page("/timeline/facets?behalf=china&target=nato");
        assertThat(page).contains("href=\"/timeline?behalf=china&amp;behalf=japan&amp;target=nato\"", "taken\" href=\"/timeline?target=nato\"");
        assertThat(page("/timeline/facets?from=2023&to=2023")).contains("taken\" href=\"/timeline\"><span class=\"heard\">Without </span>2023");
    }

    @Test
    void aLongListIsAPageOfItsOwnThatANameNarrows() {
        var drawer = page("/timeline/facets");
        assertThat(drawer).contains("href=\"/timeline/facets/actor\">all ");
        assertThat(values(drawer, "actor")).hasSize(12);
        assertThat(values(page("/timeline/facets/actor"), "actor")).hasSizeGreaterThan(12);
        assertThat(values(page("/timeline/facets/actor?named=stolt&kind=statement"), "actor")).singleElement().asString().startsWith("Jens Stoltenberg");
        assertThat(page("/timeline/facets/actor?named=nobody")).contains("0 values for “nobody”");
    }

    @ParameterizedTest
    @CsvSource({"/timeline/facets/colour, 404", "/timeline/facets?colour=red, 400", "/timeline/facets/actor?page=0, 400", "/timeline/facets/actor?named=a%00, 400"})
    void whatCannotBeAskedIsRefused(String path, int status) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(status);
    }

    @Test
    void theDrawerOpensInPlaceAndEverybodyCanUseIt() {
        for (var settings : List.of(Visit.withJavaScript().size(1400, 900), Visit.withJavaScript().narrow().dark())) {
            try (var visit = settings.open(server.resolve("/timeline?target=nato").toString())) {
                assertThat(visit.page().locator(".drawer-place").isVisible()).isFalse();
                openFiltersOnATelephone(visit);
                visit.page().locator("details.facets > summary").click();
                visit.page().locator("#drawer .values").first().waitFor();
                visit.hasNoAccessibilityFindings();
                visit.hasNoComplaints();
                visit.fitsItsWidth();
                visit.view("facets-" + visit.page().viewportSize().width);
                visit.page().locator("#list-behalf a[href*='behalf=china&']").click();
                visit.page().waitForURL("**behalf=china**");
            }
        }
    }

    @Test
    void typingNarrowsALongListWithoutLeavingThePage() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/timeline/facets").toString())) {
            visit.page().locator("[data-narrow=list-actor] [name=named]").pressSequentially("stolt");
            visit.page().waitForCondition(() -> visit.page().locator("#list-actor a").count() == 1);
            assertThat(visit.page().locator("#list-actor a").textContent()).contains("Jens Stoltenberg");
        }
    }

    @Test
    void withoutScriptsTheDrawerLeadsToThePage() {
        try (var visit = Visit.withoutJavaScript().narrow().dark().open(server.resolve("/timeline?target=nato").toString())) {
            openFiltersOnATelephone(visit);
            visit.page().locator("details.facets > summary").click();
            visit.page().locator(".drawer-place a").click();
            assertThat(visit.page().locator("#list-behalf a").first().textContent()).contains("Japan");
            visit.hasNoAccessibilityFindings();
            visit.page().navigate(server.resolve("/timeline/facets/actor?named=n").toString());
            visit.hasNoAccessibilityFindings();
        }
    }

    private static void openFiltersOnATelephone(Visit visit) {
        if (visit.page().locator(".filters-button").isVisible()) {
            visit.page().locator(".filters-button").click();
        }
    }

    private static List<String> values(String page, String facet) {
        var list = page.substring(page.indexOf("id=\"list-" + facet + '"'));
        return Pattern.compile("<a class=\"chip[^>]*>(?:<span class=\"heard\">Without </span>)?([^<]*)<b>([^<]*)<").matcher(list.substring(0, list.indexOf("</ul>"))).results()
                .map(match -> match.group(1) + match.group(2)).toList();
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
