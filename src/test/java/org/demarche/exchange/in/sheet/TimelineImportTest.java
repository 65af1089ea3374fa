package org.demarche.exchange.in.sheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What a timeline CSV does when it comes in again. */
@QuarkusTest
@Tag("database")
class TimelineImportTest {
    private static final String EXAMPLE = "/timeline.csv?recorded=2023-01-01/2023-12-31";

    @Test
    void overItselfEveryRowIsUnchanged() {
        var exported = given().get(EXAMPLE).then().statusCode(200).extract().asString();

        var view = Imported.csv(exported);

        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("DONE");
        assertThat(view.getInt("read")).isEqualTo(18);
        assertThat(view.getInt("unchanged")).as(view.prettify()).isEqualTo(18);
        assertThat(given().get(EXAMPLE).asString()).isEqualTo(exported);
    }

    @Test
    void aChangedCellChangesItsFieldAndUndoingTheImportBringsItBack() {
        var id = imported("Said before", "2023-03-01");
        var exported = given().get("/timeline.csv?item=" + id).asString();
        var present = given().get("/api/v1/statements/" + id).jsonPath();

        var view = Imported.csv(exported.replace("Said before", "Said after"));

        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("DONE");
        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(view.getInt("changed")).isEqualTo(1);
        var changed = given().get("/api/v1/statements/" + id).jsonPath();
        assertThat(changed.getString("summary")).isEqualTo("Said after");
        assertThat(changed.<Object>get("renderings")).isEqualTo(present.get("renderings"));
        assertThat(changed.<Object>get("speakers")).isEqualTo(present.get("speakers"));

        assertThat(Imported.moved(view, "UNDONE").getString("state")).isEqualTo("UNDONE");
        assertThat(given().get("/api/v1/statements/" + id).jsonPath().getString("summary")).isEqualTo("Said before");
    }

    @Test
    void whatSomebodyChangedSinceTheExportIsAConflict() {
        var id = imported("Said once", "2023-03-02");
        var exported = given().get("/timeline.csv?item=" + id).asString();
        Imported.csv(exported.replace("Said once", "Said by somebody else"));

        var view = Imported.csv(exported.replace("Said once", "Said by me"));

        assertThat(view.getInt("conflicts")).as(view.prettify()).isEqualTo(1);
        assertThat(view.getString("problems[0].reason")).contains("Changed here since");
        assertThat(given().get("/api/v1/statements/" + id).jsonPath().getString("summary")).isEqualTo("Said by somebody else");
    }

    @Test
    void wrongRowsAreNamedWithColumnValueAndReason() {
        var view = Imported.csv("""
                id,kind,date,speakers,summary,source,stance,credibility,parent,event_kind,title
                ,statement,2023-13-45,China,A bad date,The Gazette,,,,,
                ,statement,2023-02-01,China,A bad stance,The Gazette,China is against it,,,,
                ,rumour,2023-02-01,China,A bad kind,The Gazette,,,,,
                not-an-id,statement,2023-02-01,China,A bad id,The Gazette,,,,,
                ,statement,2023-02-01,China,No source,,,,,,
                ,event,2023-02-01,,,,,,019a0000-0000-7000-8000-000000000001,MEETING,A parent that is not there
                """);

        assertThat(view.getInt("refused")).as(view.prettify()).isEqualTo(6);
        assertThat(view.<Map<String, Object>>getList("problems")).extracting(problem -> problem.get("row"), problem -> problem.get("column"))
                .contains(tuple(2, "date"), tuple(3, "stance"), tuple(4, "kind"), tuple(5, "id"), tuple(6, "source"), tuple(7, "parent"));
        assertThat(view.<Map<String, Object>>getList("problems")).allSatisfy(problem -> assertThat((String) problem.get("reason")).isNotBlank());
        assertThat(view.getString("problems.find { it.row == 2 }.value")).isEqualTo("2023-13-45");
    }

    @Test
    void checkingWritesNothing() {
        var before = given().get("/api/v1/items?limit=1").jsonPath().getInt("total");
        var unheard = "Ministry of Checks " + UUID.randomUUID();

        var view = Imported.file("rows.csv", ("id,kind,date,speakers,summary,source\n,statement,2023-02-01,%s,Checked only,The Check Gazette\n".formatted(unheard)).getBytes(), "check=true");

        assertThat(view.getString("state")).isEqualTo("CHECKED");
        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        assertThat(given().get("/api/v1/items?limit=1").jsonPath().getInt("total")).isEqualTo(before);
        assertThat(given().queryParam("q", unheard).get("/suggestions/actors").asString()).doesNotContain(unheard);

        assertThat(Imported.moved(view, "RUNNING").getString("state")).isEqualTo("DONE");
        assertThat(given().get("/api/v1/items?limit=1").jsonPath().getInt("total")).isEqualTo(before + 1);
    }

    @Test
    void theSameFileTwiceIsThereOnceAndComesBackAfterItWasUndone() {
        var text = "kind,date,id,event_kind,title\nevent,2023-02-01,,MEETING,Meeting %s\n".formatted(UUID.randomUUID());
        var first = Imported.csv(text);
        assertThat(first.getInt("new")).as(first.prettify()).isEqualTo(1);
        assertThat(Imported.csv(text).getInt("unchanged")).isEqualTo(1);

        Imported.moved(first, "UNDONE");
        var again = Imported.csv(text);
        assertThat(again.getInt("stored")).as(again.prettify()).isEqualTo(1);
    }

    @Test
    void aRowMayNameALaterOneAndTwoMayNameEachOther() {
        var parent = UUID.randomUUID();
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var view = Imported.csv("""
                id,kind,date,event_kind,title,parent,responds_to
                %2$s,event,2023-02-01,MEETING,One,%1$s,%3$s
                %3$s,event,2023-02-01,MEETING,Other,,%2$s
                %1$s,event,2023-02-01/2023-02-03,TOUR,Whole,,
                """.formatted(parent, one, other));

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(3);
        assertThat(given().get("/api/v1/events/" + one).jsonPath().getString("parent")).isEqualTo(parent.toString());
        assertThat(given().get("/api/v1/events/" + one).jsonPath().<String>getList("links.to")).containsExactly(other.toString());
        assertThat(given().get("/api/v1/events/" + other).jsonPath().<String>getList("links.to")).containsExactly(one.toString());
        assertThat(Imported.moved(view, "UNDONE").getString("state")).isEqualTo("UNDONE");
        for (var id : List.of(parent, one, other)) {
            given().get("/api/v1/events/" + id).then().statusCode(410);
        }
    }

    @Test
    void anotherSpellingOfANameIsTheKnownOne() {
        var view = Imported.csv("id,kind,date,speakers,on_behalf_of,targets,summary,source\n,statement,2023-02-01,China,China,N.A.T.O.,%s,The Gazette\n".formatted(UUID.randomUUID()));

        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
    }

    private static String imported(String summary, String date) {
        var id = UUID.randomUUID().toString();
        var view = Imported.csv("id,kind,date,speakers,summary,source\n%s,statement,%s,china,%s,The Gazette\n".formatted(id, date, summary));
        assertThat(view.getInt("stored")).as(view.prettify()).isEqualTo(1);
        return id;
    }
}
