package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementPagesTest {
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void wordsStandApartFromTheSummaryWithTheirLanguageAndDirection() {
        var speaker = kept.actor("STATE", "Kepler State");
        var document = kept.document("A report", null);
        var statement = kept.statement("What the analyst makes of it", null, List.of(speaker), List.of(), List.of(Kept.words(document, "«كلمات» printed", "ar")), List.of());

        var page = page("/statements/" + statement.id(), 200);

        assertThat(page).contains("<blockquote class=\"quote printed\" lang=\"ar\" dir=\"auto\">«كلمات» printed</blockquote>");
        assertThat(page).contains("<p class=\"label\">Summary</p><p dir=\"auto\">What the analyst makes of it</p>");
        assertThat(page).contains("The text of the source is not held here.", "source rated B: can mostly be relied on", "1 February 2023");
    }

    @Test
    void theOfficeThatDecidedIsNamedAndSaidToBePossibleWhereItIsNotSure() {
        var state = kept.actor("STATE", "Sure State");
        var sure = kept.actor("PERSON", "Sure Person");
        var possible = kept.actor("PERSON", "Possible Person");
        kept.tie(sure, state, "OCCUPANCY", "Prime Minister", "2020-01-01", "2024-01-01");
        kept.tie(possible, state, "OCCUPANCY", "Spokesperson", "2022-09", null);
        var document = kept.document("A report", null);

        var surely = page("/statements/" + kept.statement("One", null, List.of(sure), List.of(), List.of(Kept.words(document, null, null)), List.of()).id(), 200);
        var possibly = page("/statements/" + kept.statement("Two", null, List.of(possible), List.of(), List.of(Kept.words(document, null, null)), List.of()).id(), 200);

        assertThat(surely).contains(">Prime Minister, 1 January 2020 to 1 January 2024</a>", "/actors/" + sure.slug() + "#tie-").doesNotContain("possibly");
        assertThat(possibly).contains("possibly: not sure for that date");
    }

    @Test
    void anOverrideIsShownAsOne() {
        var state = kept.actor("STATE", "Override State");
        var person = kept.actor("PERSON", "Override Person");
        var document = kept.document("A report", null);
        var speaker = new StatementRecord.Speaker(person.slug(), null, "envoy", List.of(state.slug()), null, true);
        var statement = history.keep(new StatementRecord(null, null, "2023-02-01", null, null, "Said as an envoy", null, null, List.of(), List.of(speaker), List.of(), List.of(),
                List.of(), List.of(Kept.words(document, null, null)), List.of(), List.of(), null));

        assertThat(page("/statements/" + statement.id(), 200)).contains("<b>Override</b>: set by the analyst", ">" + state.name() + "</a>", "envoy");
    }

    @Test
    void linksAreSeenFromBothEnds() {
        var actor = kept.actor("STATE", "Linked State");
        var document = kept.document("A report", null);
        var first = kept.statement("The first word", null, List.of(actor), List.of(), List.of(Kept.words(document, null, null)), List.of());
        var answer = kept.statement("The answer", null, List.of(actor), List.of(), List.of(Kept.words(document, null, null)),
                List.of(new LinkRecord("RESPONDS_TO", first.id(), "STATED", List.of())));

        assertThat(page("/statements/" + answer.id(), 200)).contains(">responds to</span>", "/statements/" + first.id());
        assertThat(page("/statements/" + first.id(), 200)).contains(">response</span>", "/statements/" + answer.id());
    }

    @Test
    void anEarlierVersionIsShownWithWhatTheChangeDid() {
        var actor = kept.actor("STATE", "Versioned State");
        var document = kept.document("A report", null);
        var first = kept.statement("As it was", null, List.of(actor), List.of(), List.of(Kept.words(document, null, null)), List.of());
        history.keep(new StatementRecord(first.id(), 1, "2023-02", null, null, "As it is", null, first.instrument(), List.of(), first.speakers(), List.of(), List.of(), List.of(),
                first.renderings(), List.of(), List.of(), "the day was not given"));

        var path = "/statements/" + first.id() + "/revisions/";
        assertThat(page(path + 1, 200)).contains("Version 1 of 2", ">As it was</p>");
        assertThat(page(path + 2, 200)).contains("The present version", "the day was not given", "<td dir=\"auto\">1 February 2023</td><td dir=\"auto\">February 2023</td>");
        page(path + 3, 404);
        page(path + 0, 404);
        page(path + "last", 404);
    }

    @Test
    void whatWasRetractedAnswers410WithTheReasonAndWhatItWas() {
        var actor = kept.actor("STATE", "Retracting State");
        var document = kept.document("A report", null);
        var statement = kept.statement("Never said", null, List.of(actor), List.of(), List.of(Kept.words(document, null, null)), List.of());
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, statement.id(), 1, "it was a hoax");
            return null;
        });

        assertThat(page("/statements/" + statement.id(), 410)).contains("Retracted: Never said", "it was a hoax", "/statements/" + statement.id() + "/revisions/1");
        assertThat(page("/statements/" + statement.id() + "/revisions/1", 200)).contains("Never said", "It was retracted");
        assertThat(page("/statements/" + statement.id() + "/revisions/2", 200)).contains("With this change it was retracted");
    }

    @Test
    void anEarlierVersionIsStillShownWhenItsSpeakerWasRetractedSince() {
        var state = kept.actor("STATE", "Lasting State");
        var mistaken = kept.actor("PERSON", "Mistaken Person");
        var tie = kept.tie(mistaken, state, "OCCUPANCY", "Envoy", "2020", "2024");
        var document = kept.document("A report", null);
        var first = kept.statement("Who said it?", null, List.of(mistaken), List.of(), List.of(Kept.words(document, null, null)), List.of());
        history.keep(new StatementRecord(first.id(), 1, first.date(), null, null, first.summary(), null, null, List.of(), List.of(Kept.speaker(state)), List.of(), List.of(), List.of(),
                first.renderings(), List.of(), List.of(), null));
        history.write(change -> {
            change.retract(RecordKind.AFFILIATION, tie.id(), 1, "no such envoy");
            change.retract(RecordKind.ACTOR, mistaken.id(), 1, "no such person");
            return null;
        });

        assertThat(page("/statements/" + first.id() + "/revisions/1", 200)).contains("<h1>" + mistaken.slug() + "</h1>", "on behalf of");
    }

    @Test
    void markupInEveryFieldIsShownAsText() {
        var mark = "<script>alert(1)</script>";
        var actor = kept.actor("STATE", mark);
        var document = kept.document(mark, mark);
        var speaker = new StatementRecord.Speaker(null, mark, mark, null, null, null);
        var statement = history.keep(new StatementRecord(null, null, "2023-02-01", null, null, mark, null, null, List.of(), List.of(speaker), List.of(), List.of(actor.slug()),
                List.of(), List.of(Kept.words(document, mark, "en")), List.of(), List.of(), mark));

        for (var path : List.of("/statements/" + statement.id(), "/statements/" + statement.id() + "/revisions/1", "/actors/" + actor.slug(), "/documents/" + document.id(),
                "/history", "/sources/" + document.source())) {
            assertThat(page(path, 200)).as(path).doesNotContain("<script>alert").contains("&lt;script&gt;");
        }
    }

    @Test
    void anUnknownOrMalformedIdIsNotFound() {
        page("/statements/" + UUID.randomUUID(), 404);
        page("/statements/none", 404);
    }

    private static String page(String path, int status) {
        return given().get(path).then().statusCode(status).extract().asString();
    }
}
