package org.demarche.actor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.history.History;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActorPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void rolesStandInTheOrderOfTime() {
        var person = kept.actor("PERSON", "Career Person");
        var state = kept.actor("STATE", "Career State");
        kept.tie(person, state, "OCCUPANCY", "President", "2020-01-01", "2024-01-01");
        kept.tie(person, state, "OCCUPANCY", "Mayor", "2010-01-01", "2015-01-01");
        kept.tie(kept.actor("ORGANIZATION", "Career Ministry"), state, "PART_OF", null, null, null);

        var page = page("/actors/" + person.slug(), 200);
        assertThat(page).contains("Roles along time", "1 January 2010 to 1 January 2015", "/actors/" + state.slug());
        assertThat(page.indexOf("Mayor")).isLessThan(page.indexOf("President"));
        assertThat(page("/actors/" + state.slug(), 200)).contains("Who belongs to it", ">always</td>", "President", "/actors/" + person.slug());
    }

    @Test
    void anOlderSlugLeadsToThePresentOne() {
        var actor = kept.actor("STATE", "Renamed State");
        var renamed = history.keep(new ActorRecord(actor.id(), actor.slug() + "-now", 1, "STATE", actor.name(), null, List.of(), null, null, null, null, null, List.of(), "new name"));

        given().redirects().follow(false).get("/actors/" + actor.slug()).then().statusCode(301).header("Location", endsWith("/actors/" + renamed.slug()));
        page("/actors/nobody-at-all", 404);
    }

    @Test
    void whatWasSaidIsListedTwentyAtATime() {
        var state = kept.actor("STATE", "Talking State");
        var target = kept.actor("STATE", "Silent State");
        var document = kept.document("A report", null);
        kept.several(21, number -> kept.statement("Word number " + number, null, List.of(state), List.of(target), List.of(Kept.words(document, null, null)), List.of()));

        var page = page("/actors/" + state.slug(), 200);
        assertThat(page).contains("All 21 on the timeline", "/timeline?behalf=" + state.slug());
        assertThat(page.split("Word number", -1)).hasSize(21);
        var next = Pattern.compile("href=\"(\\?said=[^\"#]*)#said\"").matcher(page);
        assertThat(next.find()).isTrue();
        var rest = given().urlEncodingEnabled(false).get("/actors/" + state.slug() + next.group(1)).then().statusCode(200).extract().asString();
        assertThat(rest.split("Word number", -1)).hasSize(2);
        assertThat(page("/actors/" + target.slug(), 200)).contains("/timeline?target=" + target.slug());
        page("/actors/" + state.slug() + "?said=broken", 400);
    }

    @Test
    void actorsAreFoundByTheBeginningOfAnyOfTheirNames() {
        var actor = kept.actor("IGO", "Quorum of Testing");

        assertThat(page("/actors?q=quorum", 200)).contains(actor.name(), "intergovernmental organisation");
        assertThat(page("/actors?q=no+such+actor", 200)).contains("No actor has a name that begins with");
        assertThat(page("/actors", 200)).contains("<h1>Actors</h1>");
        page("/actors?page=0", 400);
        assertThat(page("/actors?page=9999", 200)).contains("Previous");
    }

    private static String page(String path, int status) {
        return given().get(path).then().statusCode(status).extract().asString();
    }
}
