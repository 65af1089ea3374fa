package org.demarche.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.History;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WordingPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void firstLastAndEachYearAreToldAndSinceWhenAnythingIsRecorded() {
        var state = kept.actor("STATE", "Wording State");
        var document = kept.document("A report", null);
        said(state, "2019-03-03", "We say something else.", document);
        said(state, "2021-05-01", "It shows a frozen peace mentality.", document);
        said(state, "2023-02-01", "It shows a frozen peace mentality.", document);
        said(state, "2023-02-03", "It shows an outdated frozen peace mentality.", document);

        var page = page("?behalf=" + state.slug() + "&q=\"frozen peace mentality\"");

        assertThat(page).contains("earliest of 3 recorded; records of " + state.name() + " begin 3 March 2019").contains("1 May 2021").contains("3 Feb 2023");
        assertThat(page).contains("2022<span class=\"heard\">: none</span>").contains("2023<span class=\"heard\">: 2</span>");
        assertThat(page).contains("/timeline.csv?q=%22frozen+peace+mentality%22&amp;kind=statement&amp;behalf=" + state.slug());
    }

    @Test
    void eachVersionTellsWhatItChangedAndPrintingsOfTheSameWordsStandTogether() {
        var state = kept.actor("STATE", "Wording State");
        var document = kept.document("A report", null);
        said(state, "2021-05-01", "It shows a frozen peace mentality.", document);
        said(state, "2022-05-01", "It shows a “frozen peace” mentality!", kept.document("Another report", null));
        said(state, "2023-02-03", "It shows an outdated frozen peace mentality.", document);
        said(state, "2023-02-04", "It shows a frozen peace mentality.", document);

        var page = page("?behalf=" + state.slug() + "&q=frozen");

        assertThat(page.split("<li id=\"version-")).as("versions").hasSize(4);
        assertThat(page).contains("It shows <del>a </del><ins>an outdated </ins>frozen peace mentality.").contains("The same words as in <a href=\"#version-1\">version 1</a>");
    }

    @Test
    void versionsOfAnotherLanguageAreNotComparedAndTheTranslatorStandsBeside() {
        var state = kept.actor("STATE", "Wording State");
        var agency = kept.actor("ORGANIZATION", "Translating Agency");
        var document = kept.document("A report", null);
        history.keep(new StatementRecord(null, null, "2023-02-03", null, null, null, null, "BRIEFING", List.of(), List.of(Kept.speaker(state)), List.of(), List.of(), List.of(),
                List.of(new StatementRecord.Rendering(document.id(), true, null, "A glacial mentality.", "en", "zh", agency.slug(), null, List.of()),
                        new StatementRecord.Rendering(document.id(), false, null, "冰川思维 glacial", "zh", null, null, null, List.of())), List.of(), List.of(), null));

        var page = page("?behalf=" + state.slug() + "&q=glacial");

        assertThat(page).contains("translated from Chinese, reported via " + agency.name()).contains("lang=\"zh\"").doesNotContain("<ins>A").doesNotContain("<del>A");
    }

    @Test
    void wordsThatOnlyASummaryHasAreSaidToBeThere() {
        var state = kept.actor("STATE", "Wording State");
        var document = kept.document("A report", null);
        history.keep(new StatementRecord(null, null, "2023-02-03", null, null, "On the polar mentality", null, "BRIEFING", List.of(), List.of(Kept.speaker(state)), List.of(), List.of(),
                List.of(), List.of(Kept.words(document, "Something of that kind.", "en")), List.of(), List.of(), null));

        assertThat(page("?behalf=" + state.slug() + "&q=polar")).contains("found by its summary or a name, not in these words");
    }

    @Test
    void versionsArePagedAndTheFirstOfAPageIsComparedWithTheLastOfTheOneBefore() {
        var state = kept.actor("STATE", "Wording State");
        var document = kept.document("A report", null);
        for (int number = 1; number <= 21; number++) {
            said(state, "2023-01-%02d".formatted(number), "The basaltic position, version " + number + ".", document);
        }
        var first = page("?behalf=" + state.slug() + "&q=basaltic");
        var next = first.replaceAll("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1").replace("&amp;", "&");

        assertThat(first).contains("version <del>19").doesNotContain("<ins>21");
        assertThat(given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().asString())
                .contains("The basaltic position, version <del>20").contains("<ins>21").doesNotContain("rel=\"next\"");
    }

    @Test
    void aPageWithoutWordsAsksForThemAndOneWithoutStatementsSaysSo() {
        assertThat(page("?target=nato")).contains("name=\"q\"").contains("name=\"target\" value=\"nato\"");
        assertThat(page("?q=nobody-ever-said-this")).contains("No statement is recorded with these words");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=x&colour=red       | colour
            q=x&behalf=atlantis  | behalf
            q=x&kind=event       | kind
            q=x&before=x         | before
            q=x&cursor=broken    | cursor
            q=x&from=soon        | from
            """)
    void whatCanNotBeReadIsNamed(String query, String parameter) {
        assertThat(given().get("/wording?" + query).then().statusCode(400).extract().asString()).contains(parameter);
    }

    @Test
    void theTimelineLeadsThereWhereItAsksForWords() {
        assertThat(given().get("/timeline?q=mentality&from=2023").then().extract().asString()).contains("href=\"/wording?q=mentality\"");
        assertThat(given().get("/timeline").then().extract().asString()).doesNotContain("href=\"/wording");
    }

    private void said(ActorRecord state, String date, String words, DocumentRecord document) {
        history.keep(new StatementRecord(null, null, date, null, null, null, null, "BRIEFING", List.of(), List.of(Kept.speaker(state)), List.of(), List.of(), List.of(),
                List.of(Kept.words(document, words, "en")), List.of(), List.of(), null));
    }

    private static String page(String query) {
        return given().get("/wording" + query).then().statusCode(200).extract().asString();
    }
}
