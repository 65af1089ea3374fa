package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.History;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;

/** Lanes begin and end with their actors, and are joined where one came after another. */
@QuarkusTest
class ActorsInTimeTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void russiaFollowsTheSovietUnionIn1991() {
        var union = actor("STATE", "Soviet Union", "USSR", "1922-12-30", "1991-12-26");
        var russia = actor("STATE", "Russian Federation", "Russia", "1991-12-27", null);
        kept.tie(russia, union, "SUCCESSOR", null, "1991-12-27", null);
        var document = kept.document("A collection of treaties", null);
        said(document, union, "1991-08-19");
        said(document, union, "1991-12-08");
        said(document, russia, "1992-01-30");
        var apart = page("?behalf=%s&behalf=%s&from=1991&to=1992".formatted(union.slug(), russia.slug()));
        assertThat(texts(apart, "class=\"lane\"[^>]*>([^<]*)<")).containsExactly(union.shortName(), russia.shortName());
        assertThat(gaps(apart)).as("the one is there until its end, the other from its beginning on").hasSize(2)
                .anySatisfy(gap -> assertThat(gap).contains("26 December 1991")).anySatisfy(gap -> assertThat(gap).contains("27 December 1991"));

        var joined = page("?behalf=%s&behalf=%s&from=1991&to=1992&predecessors=true".formatted(union.slug(), russia.slug()));
        assertThat(texts(joined, "class=\"lane\"[^>]*>([^<]*)<")).containsExactly(russia.shortName());
        assertThat(texts(joined, "class=\"sub\"[^>]*>([^<]*)<")).containsExactly("3 statements");
        assertThat(texts(joined, "class=\"turn-name\"[^>]*>([^<]*)<")).containsExactly(union.shortName(), russia.shortName());
        assertThat(gaps(joined)).isEmpty();
        assertThat(joined).contains("class=\"turn\"");
    }

    @Test
    void theUnionFollowsTheCommunityIn1993AlsoWhereNumbersAreDrawn() {
        var community = actor("IGO", "European Community", "EC", "1958", "1993-10-31");
        var union = actor("IGO", "European Union", "EU", "1993-11-01", null);
        kept.tie(union, community, "SUCCESSOR", null, "1993-11-01", null);
        var document = kept.document("Bulletin", null);
        for (int number = 0; number < Chart.MOST / 2 + 1; number++) {
            said(document, community, "1993-%02d-%02d".formatted(1 + number % 10, 1 + number % 28));
            said(document, union, "1994-%02d-%02d".formatted(1 + number % 12, 1 + number % 28));
        }
        var joined = page("?behalf=%s&behalf=%s&from=1993&to=1994&predecessors=true".formatted(community.slug(), union.slug()));
        assertThat(joined).contains("chart counted");
        assertThat(texts(joined, "class=\"lane\"[^>]*>([^<]*)<")).containsExactly(union.shortName());
        assertThat(texts(joined, "class=\"turn-name\"[^>]*>([^<]*)<")).containsExactly(community.shortName(), union.shortName());
        var apart = page("?behalf=%s&behalf=%s&from=1993&to=1994".formatted(community.slug(), union.slug()));
        assertThat(texts(apart, "class=\"lane\"[^>]*>([^<]*)<")).containsExactlyInAnyOrder(community.shortName(), union.shortName());
        assertThat(gaps(apart)).hasSize(2);
    }

    @Test
    void whomSeveralCameAfterKeepsALaneOfItsOwn() {
        var whole = actor("STATE", "Czechoslovakia", null, "1918-10-28", "1992-12-31");
        var one = actor("STATE", "Czechia", null, "1993-01-01", null);
        var other = actor("STATE", "Slovakia", null, "1993-01-01", null);
        kept.tie(one, whole, "SUCCESSOR", null, null, null);
        kept.tie(other, whole, "SUCCESSOR", null, null, null);
        var document = kept.document("Notes", null);
        said(document, whole, "1992-06-01");
        said(document, one, "1993-06-01");
        said(document, other, "1993-06-01");
        var page = page("?behalf=%s&behalf=%s&behalf=%s&from=1992&to=1993&predecessors=true".formatted(whole.slug(), one.slug(), other.slug()));
        assertThat(texts(page, "class=\"lane\"[^>]*>([^<]*)<")).containsExactlyInAnyOrder(whole.name(), one.name(), other.name());
    }

    private ActorRecord actor(String type, String name, String shortName, String since, String until) {
        return history.keep(new ActorRecord(null, null, null, type, kept.unique(name), shortName == null ? null : kept.unique(shortName), List.of(), null, null, null, since, until,
                List.of(), null));
    }

    private void said(DocumentRecord document, ActorRecord speaker, String date) {
        history.keep(new StatementRecord(null, null, date, null, null, "It was said so", null, "BRIEFING", List.of(), List.of(Kept.speaker(speaker)), List.of(), List.of(), List.of(),
                List.of(Kept.words(document, "so", "en")), List.of(), List.of(), null));
    }

    private static String page(String query) {
        return given().get("/timeline" + query).then().statusCode(200).extract().asString();
    }

    private static List<String> gaps(String page) {
        return texts(page, "class=\"absent\"><title>([^<]*)<");
    }

    private static List<String> texts(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
    }
}
