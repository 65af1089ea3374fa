package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.history.Revisions;
import org.demarche.web.FormErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in the form: 422, the same page, each fault beside its field, and nothing kept. */
@QuarkusTest
class BadFormTest {
    private static final String ARTICLE = "01860cd9-1a00-7009-8000-d3a4c4e00009";

    @Inject
    Revisions revisions;
    private long before;

    @BeforeEach
    void noteWhatIsKept() {
        before = revisions.last();
    }

    @AfterEach
    void nothingWasKept() {
        assertThat(revisions.last()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date | 2023-02-30 | date
            date | 3/4/2023 | date
            date | sometime | date
            time | 25:00 | time
            speakers[0].actor | '' | speakers-0-actor
            speakers[0].actor | Atlantis | speakers-0-actor
            targets[0].actor | Atlantis | targets-0-actor
            targets[0].stance | 3 | targets-0-stance
            targets[0].stance | much | targets-0-stance
            targets[0].holder | Atlantis | targets-0-holder
            addressees[0].actor | Atlantis | addressees-0-actor
            topics[0].label | Alchemy | topics-0-label
            words | '' | summary
            source | '' | source
            source | nothing of that name | newDocument-publisher
            source | 'A title https://[ | Site' | source
            language | no language at all | language
            originalLanguage | x_y | originalLanguage
            credibility | 7 | credibility
            credibility | high | credibility
            via | Atlantis | via
            mode | SHOUTED | mode
            instrument | SONG | instrument
            dateBasis | GUESSED | dateBasis
            event | not-an-id | event
            event | 01860cd9-1a00-7009-8000-000000000000 | event
            respondsTo | my last one | respondsTo
            respondsTo | 01860cd9-1a00-7009-8000-000000000000 | respondsTo
            plover | APPLAUD | plover
            plover | ACCUSE/loudly | plover
            cameo | 999 | cameo
            cameo | 50 | cameo
            """)
    void theFieldIsNamed(String field, String value, String named) {
        var page = good().type("targets[0].actor", "Japan").type("targets[0].stance", "1").type(field, value).press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"" + named + "-fault\"", "<a href=\"#" + named + "\">");
    }

    @Test
    void allFaultsAreToldAtOnceAndAllThatWasTypedStays() {
        var page = good().type("date", "2023-02-30").type("targets[0].actor", "Atlantis").type("summary", "kept as typed").press("save").body().asString();
        assertThat(page).contains("id=\"date-fault\"", "id=\"targets-0-actor-fault\"", "2 things are to be corrected", "value=\"2023-02-30\"", "value=\"Atlantis\"",
                "kept as typed</textarea>");
    }

    @Test
    void moreThan100000CharactersAreRefused() {
        var page = good().type("words", "ü".repeat(100_001)).press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"words-fault\"", "Longer than 100,000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "summary", "date", "source", "speakers[0].actor", "targets[0].actor", "time", "language", "via", "cameo", "respondsTo", "topics[0].label",
        "speakers[0].as"})
    void whatCannotBeKeptIsRefusedInEveryField(String field) {
        var page = good().type(field, good().value(field) + "a\u0000b").press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"" + FormErrors.id(field) + "-fault\"").contains("NUL");
    }

    @Test
    void aFormWithoutAnythingIsAnsweredWithAllThatIsMissing() {
        var page = given().contentType("application/x-www-form-urlencoded").body("").post("/statements/new");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"source-fault\"", "id=\"speakers-0-actor-fault\"", "id=\"date-fault\"", "id=\"summary-fault\"");
    }

    @Test
    void whileSomebodyStillTypesNothingIsMissingYet() {
        var page = FilledForm.open("/statements/new").type("date", "2023-02-30").press("live");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains("id=\"date-fault\"").doesNotContain("speakers-0-actor-fault");
    }

    @Test
    void namesAreCompletedWithTheRoleOfThatDay() {
        var suggestions = given().queryParam("typed", "sto").queryParam("date", "2007-06-01").get("/suggestions/actors").body().asString();
        assertThat(suggestions).contains("Jens Stoltenberg", "Prime Minister, Norway");
        assertThat(given().queryParam("typed", "a\u0001%").get("/suggestions/actors").body().asString()).isEqualTo("[]");
    }

    private static FilledForm good() {
        return FilledForm.open("/statements/new?document=" + ARTICLE).type("words", "\"Quite.\"").type("speakers[0].actor", "NATO");
    }
}
