package org.demarche.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class NewPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void whatCameWhatCameLateWhatIsPlannedAndWhatIsOverdueStandApart() {
        var state = kept.actor("STATE", "New State");
        var today = LocalDate.now();
        said(state, today.toString(), "Said of late");
        said(state, today.minusDays(40).toString(), "Said long ago");
        planned(state, "Talks of this week", today.toString());
        planned(state, "Talks of last year", today.minusYears(1) + "/" + today.minusYears(1).plusDays(2));

        var page = page("?actor=" + state.slug());

        assertThat(section(page, "came")).contains("Said of late", "recorded today, ", "Talks of this week").doesNotContain("Said long ago", "Talks of last year");
        assertThat(section(page, "late")).contains("Said long ago", "said " + today.minusDays(40).getDayOfMonth(), ", recorded today, ").doesNotContain("Said of late");
        assertThat(section(page, "planned")).contains("Talks of this week").doesNotContain("last year");
        assertThat(section(page, "overdue")).contains("Talks of last year", "planned for " + today.minusYears(1).getDayOfMonth(), ", was it held?").doesNotContain("this week");
        assertThat(page).contains("All items involving " + state.name());
    }

    @Test
    void whatIsNotOfADayForSureStandsInBothLists() {
        var state = kept.actor("STATE", "New State");
        var today = LocalDate.now();
        said(state, "[" + today.minusDays(9) + ".." + today + "]", "Said at some time");
        said(state, today.minusDays(200).toString().substring(0, 7) + "~", "Said about then");

        var page = page("?actor=" + state.slug());

        assertThat(section(page, "came")).contains("Said at some time").doesNotContain("Said about then");
        assertThat(section(page, "late")).contains("Said at some time", "Said about then");
    }

    @Test
    void listsArePagedEachForItselfAndCountedByTheIndex() {
        var state = kept.actor("STATE", "New State");
        var today = LocalDate.now().toString();
        kept.several(21, number -> said(state, today, "Said as number " + (number + 1)));

        var page = page("?actor=" + state.slug() + "&since=yesterday");

        assertThat(section(page, "came")).contains("<span class=\"quiet\">21</span>", "Said as number 20").doesNotContain("Said as number 21");
        var next = section(page, "came").replaceAll("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1").replace("&amp;", "&");
        assertThat(next).contains("since=").contains("actor=" + state.slug());
        assertThat(given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().asString()).contains("Said as number 21").doesNotContain("Said as number 20<");
    }

    @Test
    void whatWasRecordedBeforeIsNotNewAndEmptyListsSaySo() {
        var page = page("?kind=statement&actor=" + kept.actor("STATE", "Silent State").slug());

        assertThat(page).contains("Nothing of that day or later was recorded since then.", "Nothing of an earlier day was recorded since then.").doesNotContain("id=\"planned\"");
        assertThat(page("?actor=nato&since=2023-01-01")).contains("battlefield");
        assertThat(page("")).contains("18:00</h1>", "server time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            since=soon              | since
            since=2999-01-01        | since
            colour=red              | colour
            actor=atlantis          | actor
            recorded=2023-01-01     | recorded
            from=2023               | from
            status=HELD             | status
            came=broken             | cursor
            """)
    void whatCanNotBeReadIsNamed(String query, String parameter) {
        assertThat(given().get("/new?" + query).then().statusCode(400).extract().asString()).contains(parameter);
    }

    private StatementRecord said(ActorRecord state, String date, String summary) {
        return history.keep(new StatementRecord(null, null, date, null, null, summary, null, "BRIEFING", List.of(), List.of(Kept.speaker(state)), List.of(), List.of(), List.of(),
                List.of(Kept.words(kept.document("A report", null), null, "en")), List.of(), List.of(), null));
    }

    private void planned(ActorRecord state, String title, String date) {
        history.keep(new EventRecord(null, null, "MEETING", title, date, null, null, "PLANNED", null, null, List.of(new EventRecord.Participant(state.slug(), List.of("HOST"))),
                List.of(), List.of(), List.of(), List.of(), null));
    }

    private static String section(String page, String id) {
        return page.replaceAll("(?s).*<section id=\"" + id + "\"(.*?)</section>.*", "$1");
    }

    private static String page(String query) {
        return given().get("/new" + query).then().statusCode(200).extract().asString();
    }
}
