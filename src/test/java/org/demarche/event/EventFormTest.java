package org.demarche.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.demarche.web.FormErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventFormTest {
    @Inject
    Kept kept;
    @Inject
    PresentRecords present;
    @Inject
    Revisions revisions;

    @Test
    void anEventIsAddedWithAllThatTheFormHas() {
        var host = kept.actor("STATE", "Host of it");
        var document = kept.document("The report", "Yesterday: 🤝 they met in Tokyo. They met in Tokyo.");
        var whole = kept.event("The tour of " + host.slug(), null, List.of(host), List.of());
        var answer = FilledForm.open("/events/new").type("title", " Talks over dinner ").type("kind", "MEETING").type("date", "Tue").type("time", "19:30+09:00").type("place", "Tokyo")
                .type("countries", "Japan, south korea; FR").type("latitude", "35.6895, 139.6917").type("participants[0].actor", host.name()).tick("participants[0].roles", "HOST", "CHAIR")
                .type("participants[2].actor", "NATO").type("parent", "/events/" + whole.id()).type("citations[0].source", document.url()).type("citations[0].words", "🤝 they met in Tokyo")
                .type("plover", "CONSULT/visit").tick("contexts", "military").type("cameo", "046").press("save");
        var record = saved(answer);
        assertThat(record.title()).isEqualTo("Talks over dinner");
        assertThat(record.date()).as("the Tuesday before the document of 1 February 2023, a Wednesday").isEqualTo("2023-01-31");
        assertThat(record.dateBasis()).isEqualTo("EXPLICIT_RELATIVE");
        assertThat(record.time()).isEqualTo("19:30+09:00");
        assertThat(record.place()).isEqualTo(new EventRecord.Place("Tokyo", List.of("JP", "KR", "FR"), 35.6895, 139.6917));
        assertThat(record.parent()).isEqualTo(whole.id());
        assertThat(record.participants()).containsExactly(new EventRecord.Participant(host.slug(), List.of("HOST", "CHAIR")), new EventRecord.Participant("nato", List.of("MEMBER")));
        assertThat(record.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.document()).isEqualTo(document.id());
            assertThat(citation.anchors().get(0).start()).isEqualTo(11);
            assertThat(citation.anchors().get(0).state()).isEqualTo("EXACT");
        });
        assertThat(record.codings()).extracting("type").containsExactly("CONSULT", "046");
        assertThat(record.status()).isEqualTo("HELD");
    }

    @Test
    void whatIsOpenedAndSavedAgainIsTheSameRecord() {
        var ids = given().urlEncodingEnabled(false).get("/api/v1/items?kind=event&recorded=2023-01-01/2023-12-31").jsonPath().getList("items.id", String.class);
        assertThat(ids).as("those of the example").hasSizeGreaterThan(5);
        for (var id : ids) {
            var before = (EventRecord) present.of(RecordKind.EVENT, id).record();
            var after = saved(FilledForm.open("/events/" + id + "/edit").press("save"));
            assertThat(after).isEqualTo(before.identified(after.id(), after.version()));
        }
    }

    @Test
    void somebodyUnknownIsMadeInPlaceWhenTheFormSaysWhatItIs() {
        var name = kept.unique("Republic of Zubrowka");
        var asked = FilledForm.open("/events/new").type("title", "First visit").type("kind", "VISIT").type("date", "1932-05").type("participants[0].actor", name).press("save");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body().asString()).contains("Create ‘" + name + "’", "name=\"participants[0].type\"");
        var record = saved(FilledForm.of(asked).type("participants[0].type", "STATE").press("save"));
        assertThat(present.of(RecordKind.ACTOR, record.participants().get(0).actor()).record()).extracting("name").isEqualTo(name);
    }

    @Test
    void aSourceThatIsNotHereYetBeginsWithTheEvent() {
        var url = "https://zubrowka" + Math.abs(kept.unique("").hashCode()) + ".example/2023/02/03/visit";
        var record = saved(FilledForm.open("/events/new").type("title", "Visit").type("kind", "VISIT").type("citations[0].source", "A visit | Trans-Alpine Yodel " + url).press("save"));
        assertThat(record.date()).as("the day in the address").isEqualTo("2023-02-03");
        var document = (DocumentRecord) present.of(RecordKind.DOCUMENT, record.citations().get(0).document().toString()).record();
        assertThat(document.title()).isEqualTo("A visit");
        assertThat(document.url()).isEqualTo(url);
    }

    @Test
    void anEventIsFoundByItsTitleToBePartOf() {
        var word = kept.unique("Zembla").replace(" ", "");
        var whole = kept.event("The " + word + " conference", null, List.of(), List.of());
        assertThat(saved(minimal().type("parent", word).press("save")).parent()).isEqualTo(whole.id());
        kept.event("A second " + word + " conference", null, List.of(), List.of());
        assertThat(saved(minimal().type("parent", "the " + word + " conference").press("save")).parent()).as("the one of just this title").isEqualTo(whole.id());
        var several = minimal().type("parent", word).press("save");
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(several.body().asString()).contains("Several events are called so", "id=\"parent-fault\"");
        assertThat(given().queryParam("typed", word).get("/events/suggestions").body().asString()).contains("The " + word + " conference, 1 Feb 2023");
    }

    @Test
    void itOpensWithWhatAPageKnows() {
        var state = kept.actor("STATE", "Opening State");
        var document = kept.document("Read", "He said that they met.");
        var whole = kept.event("Whole of it", null, List.of(state), List.of(document));
        var part = FilledForm.open("/events/new?parent=" + whole.id());
        assertThat(List.of(part.value("parent"), part.value("place"), part.value("countries"), part.value("date"))).containsExactly("Whole of it, 1 Feb 2023", "Tokyo", "Japan", "2023-02-01");
        assertThat(part.value("citations[0].document")).isEqualTo(document.id().toString());
        var selected = FilledForm.open("/events/new?document=" + document.id() + "&quote=they%20met&date=2023-01-30&participant=" + state.slug());
        assertThat(List.of(selected.value("citations[0].words"), selected.value("date"), selected.value("participants[0].actor"))).containsExactly("they met", "2023-01-30", state.name());
        var like = FilledForm.open("/events/new?like=" + whole.id());
        assertThat(like.value("title")).isEqualTo("Whole of it");
        assertThat(saved(like.press("save")).id()).isNotEqualTo(whole.id());
        assertThat(given().get("/events/new?parent=nonsense&document=nonsense&like=nonsense").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title | '' | title
            kind | '' | kind
            kind | PARTY | kind
            date | 2023-02-30 | date
            date | '' | date
            dateBasis | GUESSED | dateBasis
            time | 25:00 | time
            status | MAYBE | status
            countries | Japan; Atlantis | countries
            latitude | far north | latitude
            latitude | 91 | latitude
            longitude | NaN | longitude
            longitude | -181 | longitude
            parent | nothing of that name at all | parent
            parent | 01860cd9-1a00-7009-8000-000000000000 | parent
            participants[0].actor | Atlantis | participants-0-actor
            participants[0].roles | GUEST | participants-0-roles
            citations[0].source | nothing of that name | citations-0-newDocument-publisher
            citations[0].date | some day | citations-0-date
            citations[0].words | words without a source | citations-0-source
            topics[0].label | Alchemy | topics-0-label
            plover | APPLAUD | plover
            contexts | weather | contexts
            cameo | 999 | cameo
            """)
    void whatIsWrongIsToldBesideItsField(String field, String value, String named) {
        long before = revisions.last();
        var page = minimal().type("participants[0].actor", "NATO").type("plover", "CONSULT").type(field, value).press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).contains("id=\"" + named + "-fault\"", "<a href=\"#" + named + "\">");
        if (!field.equals("contexts") && !field.endsWith("roles") && !field.equals("kind") && !field.equals("status") && !field.equals("dateBasis") && !field.equals("plover")) {
            assertThat(FilledForm.of(page).value(field)).as("what was typed stays").isEqualTo(value);
        }
        assertThat(revisions.last()).as("nothing was kept").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "date", "time", "place", "countries", "latitude", "longitude", "parent", "participants[0].actor", "citations[0].source", "citations[0].words",
        "citations[0].date", "topics[0].label", "cameo"})
    void longHostileAndRightToLeftValuesComeBackAsTheyWereTyped(String field) {
        for (var value : List.of("x".repeat(100_001), "<script>alert(1)</script>\"'&", "قالت المتحدثة «نرفض» ‮", "a\u0000b", "' or 1=1 --", "[".repeat(300))) {
            var page = minimal().type("kind", "").type(field, value).press("save");
            assertThat(page.statusCode()).as(value.substring(0, 3)).isEqualTo(422);
            assertThat(page.body().asString()).doesNotContain("<script>alert");
            assertThat(FilledForm.of(page).value(field)).isEqualTo(value.replace("\u0000", ""));
            if (value.contains("\u0000")) {
                assertThat(page.body().asString()).contains("id=\"" + FormErrors.id(field) + "-fault\"");
            }
        }
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndWhileSomebodyTypesNothingIs() {
        var empty = given().contentType("application/x-www-form-urlencoded").body("").post("/events/new");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body().asString()).contains("id=\"title-fault\"", "id=\"kind-fault\"", "id=\"date-fault\"");
        var live = FilledForm.open("/events/new").type("date", "1 Feb 2023").press("live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body().asString()).contains("<b>1 February 2023</b>").doesNotContain("title-fault");
        assertThat(FilledForm.open("/events/new").type("date", "31 Jan or 1 Feb 2023").press("live").body().asString()).contains("31 January or 1 February 2023");
    }

    @Test
    void rowsInBetweenMayStayEmpty() {
        var first = kept.actor("STATE", "Gap State");
        ActorRecord third = kept.actor("STATE", "After the gap");
        var page = minimal().type("participants[0].actor", first.name()).type("participants[2].actor", third.name()).type("participants[4].actor", "Atlantis").press("save");
        assertThat(page.body().asString()).contains("participants-2-actor-fault");
        assertThat(FilledForm.of(page).value("participants[1].actor")).isEqualTo(third.name());
    }

    @Test
    void twoPeopleLoseNothing() {
        var event = kept.event("Seen by two", null, List.of(), List.of());
        var mine = FilledForm.open("/events/" + event.id() + "/edit").type("title", "Seen by two people");
        saved(FilledForm.open("/events/" + event.id() + "/edit").type("place", "Kyoto").press("save"));
        var shown = mine.press("save");
        assertThat(shown.statusCode()).isEqualTo(409);
        var record = saved(FilledForm.of(shown).press("save"));
        assertThat(record.title()).isEqualTo("Seen by two people");
        assertThat(record.place().name()).isEqualTo("Kyoto");
    }

    private static FilledForm minimal() {
        return FilledForm.open("/events/new").type("title", "A meeting").type("kind", "MEETING").type("date", "2023-02-01");
    }

    private EventRecord saved(Response answer) {
        assertThat(answer.statusCode()).as(() -> answer.body().asString().replaceAll("(?s).*class=\"faults\"(.{0,900}).*", "$1")).isEqualTo(303);
        var location = answer.header("Location");
        return (EventRecord) present.of(RecordKind.EVENT, location.substring(location.lastIndexOf('/') + 1)).record();
    }
}
