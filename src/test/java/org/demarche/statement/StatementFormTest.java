package org.demarche.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.FilledForm;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.DocumentRecord;
import org.demarche.actor.Actors;
import org.junit.jupiter.api.Test;

/** Adding a statement with plain HTML: one form, one answer. */
@QuarkusTest
class StatementFormTest {
    /** The article of the example, of 1 February 2023. */
    private static final String ARTICLE = "01860cd9-1a00-7009-8000-d3a4c4e00009";

    @Inject
    Revisions revisions;
    @Inject
    Actors actors;

    @Test
    void whatIsUnambiguousSavesInOnePost() {
        var record = saved(blank().type("words", "\"We are not a threat,\" she said, \"to anybody.\"").type("speakers[0].actor", "Mao Ning")
                .type("date", "31 Jan or 1 Feb").type("targets[0].actor", "NATO").type("targets[0].stance", "-1"));
        assertThat(record.date()).isEqualTo("[2023-01-31..2023-02-01]");
        assertThat(record.dateBasis()).isEqualTo("INFERRED");
        assertThat(record.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.actor()).isEqualTo("mao-ning");
            assertThat(speaker.role()).isEqualTo("Spokesperson");
            assertThat(speaker.behalf()).containsExactly("mfa-china", "china");
            assertThat(speaker.affiliation()).isNotNull();
        });
        assertThat(record.targets()).containsExactly("nato");
        assertThat(record.stances()).containsExactly(new StatementRecord.Stance(null, "nato", -1));
        assertThat(record.preferred().mode()).isEqualTo("MIXED");
        assertThat(record.preferred().language()).isEqualTo("en");
        assertThat(record.preferred().anchors()).extracting("part", "exact", "state").containsExactly(
                org.assertj.core.groups.Tuple.tuple("WHOLE", "\"We are not a threat,\" she said, \"to anybody.\"", "UNVERIFIED"),
                org.assertj.core.groups.Tuple.tuple("QUOTE", "\"We are not a threat,\"", "UNVERIFIED"),
                org.assertj.core.groups.Tuple.tuple("QUOTE", "\"to anybody.\"", "UNVERIFIED"));
    }

    @Test
    void anEmptyDateIsTheDocumentsDayAndInferred() {
        var record = saved(blank().type("words", "words").type("speakers[0].actor", "NATO"));
        assertThat(record.date()).isEqualTo("2023-02-01");
        assertThat(record.dateBasis()).isEqualTo("INFERRED");
    }

    @Test
    void checkSaysWhatWouldBeRecordedAndKeepsNothing() {
        long before = revisions.last();
        var page = blank().type("words", "Words of the check").type("speakers[0].actor", "Jens Stoltenberg").press("check");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains("<b>Jens Stoltenberg</b>, Secretary General, on behalf of <b>NATO</b>, on 1 February 2023:");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void aPastedAddressBeginsItsDocumentAndPublisher() {
        var form = blank().type("source", "A title of today | Daily Specimen https://daily.specimen.example/2023/02/03/one?utm_source=x#top").type("words", "\"Yes.\"")
                .type("speakers[0].actor", "Fumio Kishida");
        var record = saved(form);
        var document = (DocumentRecord) revisions.present(RecordKind.DOCUMENT, record.preferred().document()).orElseThrow().record();
        assertThat(document.url()).isEqualTo("https://daily.specimen.example/2023/02/03/one");
        assertThat(document.title()).isEqualTo("A title of today");
        assertThat(document.source()).isEqualTo("daily-specimen");
        assertThat(document.published()).isEqualTo("2023-02-03");
        assertThat(record.date()).isEqualTo("2023-02-03");

        var again = saved(blank().type("source", "https://daily.specimen.example/2023/02/03/one").type("words", "\"No.\"").type("speakers[0].actor", "Fumio Kishida"));
        assertThat(again.preferred().document()).isEqualTo(document.id());

        var page = blank().type("source", "https://daily.specimen.example/20230204/two").press("check").body().asString();
        assertThat(page).contains("name=\"newDocument.publisher\" value=\"Daily Specimen\"", "name=\"newDocument.published\" value=\"2023-02-04\"");
    }

    @Test
    void aNameInTheWordsIsTheSpeakerUntilSomebodySaysOtherwise() {
        var form = blank().type("words", "\"We are ready,\" said Jens Stoltenberg on Tuesday.");
        var page = form.press("check");
        assertThat(FilledForm.of(page).value("speakers[0].actor")).isEqualTo("Jens Stoltenberg");
        assertThat(form.press("save").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsRecordedAlreadyIsShownAndCanTakeTheWordsAsAnotherReport() {
        var record = saved(blank().type("words", "\"Alike as printed here\"").type("speakers[0].actor", "Yoon Suk Yeol").type("date", "2023-01-15"));
        var form = blank().type("words", "\"Alike as printed there\"").type("speakers[0].actor", "Yoon Suk Yeol").type("date", "2023-01-15");
        assertThat(form.press("check").body().asString()).contains("Recorded already?", "name=\"report\" value=\"" + record.id() + "\"");
        var after = saved(form.type("report", record.id().toString()).press(""));
        assertThat(after.id()).isEqualTo(record.id());
        assertThat(after.renderings()).extracting(StatementRecord.Rendering::words).containsExactly("\"Alike as printed here\"", "\"Alike as printed there\"");
        assertThat(after.preferred().words()).isEqualTo("\"Alike as printed here\"");
    }

    @Test
    void formsThatBeginTheSameAtOnceShareIt() throws Exception {
        var forms = java.util.stream.IntStream.range(0, 4).mapToObj(number -> blank().type("source", "At once | Specimen of All").type("words", "\"" + number + "\"")
                .type("date", "2023-02-03")
                .type("speakers[0].actor", "Everybody at Once").type("speakers[0].type", "COLLECTIVE")).toList();
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        try {
            var answers = new java.util.ArrayList<Response>();
            for (var answer : pool.invokeAll(forms.stream().<java.util.concurrent.Callable<Response>>map(form -> () -> form.press("save")).toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Response::statusCode).containsOnly(303);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anUnknownSpeakerIsCreatedWithTheOfficeItHolds() {
        var form = blank().type("words", "\"So be it.\"").type("speakers[0].actor", "Aiko Specimen");
        var refused = form.press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("There is no actor ‘Aiko Specimen’", "name=\"speakers[0].type\"");

        var record = saved(FilledForm.of(refused).withCookiesOf(form).type("speakers[0].type", "PERSON").type("speakers[0].of", "Japan").type("speakers[0].role", "Deputy Spokesperson")
                .type("speakers[0].level", "SPOKESPERSON").type("speakers[0].since", "2022-11"));
        assertThat(record.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.actor()).isEqualTo("aiko-specimen");
            assertThat(speaker.role()).isEqualTo("Deputy Spokesperson");
            assertThat(speaker.behalf()).containsExactly("japan");
        });
        assertThat(actors.named("aiko-specimen")).isPresent();
    }

    @Test
    void nothingIsKeptByHalves() {
        long before = revisions.last();
        var refused = blank().type("source", "Half | Half Specimen").type("words", "w").type("speakers[0].actor", "Half Made").type("speakers[0].type", "PERSON")
                .type("date", "2023-02-30").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(revisions.last()).isEqualTo(before);
        assertThat(actors.named("half-made")).isEmpty();
    }

    @Test
    void whoeverIsOnlyDescribedSpeaksAsDescribed() {
        var record = saved(blank().type("words", "\"We saw it.\"").type("speakers[0].actor", "a senior U.S. official").type("speakers[0].type", "DESCRIBED"));
        assertThat(record.speakers()).singleElement().satisfies(speaker -> {
            assertThat(speaker.actor()).isNull();
            assertThat(speaker.described()).isEqualTo("a senior U.S. official");
        });
    }

    @Test
    void severalAnswersAreAskedAndNoneIsPreferred() {
        var form = blank().type("words", "\"Well.\"").type("speakers[0].actor", "Jens Stoltenberg").type("date", "2013-10/2014-10");
        var refused = form.press("save");
        var page = refused.body().asString();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page).contains("id=\"speakers-0-behalf-fault\"", "<b>Norway</b>, as Prime Minister", "<b>NATO</b>, as Secretary General")
                .doesNotContainPattern("name=\"speakers\\[0]\\.behalf\" value=\"[^\"]+\" checked");
        var key = page.replaceFirst("(?s)^.*name=\"speakers\\[0]\\.behalf\" value=\"(norway@[^\"]+)\".*$", "$1");
        var record = saved(FilledForm.of(refused).withCookiesOf(form).type("speakers[0].behalf", key));
        assertThat(record.speakers().get(0).behalf()).containsExactly("norway");
    }

    @Test
    void thePageThatOpensTheFormMayFillItIn() {
        var form = FilledForm.open("/statements/new?document=" + ARTICLE + "&speaker=jens-stoltenberg&behalf=norway&date=2013-10/2014-10&target=russia&quote=%22So%22");
        assertThat(form.value("speakers[0].actor")).isEqualTo("Jens Stoltenberg");
        var record = saved(form);
        assertThat(record.speakers().get(0).behalf()).containsExactly("norway");
        assertThat(record.speakers().get(0).override()).isFalse();
        assertThat(record.targets()).containsExactly("russia");
        assertThat(record.preferred().words()).isEqualTo("\"So\"");
    }

    @Test
    void anOverrideIsKeptAsOne() {
        var record = saved(blank().type("words", "\"Mine.\"").type("speakers[0].actor", "Jens Stoltenberg").type("speakers[0].behalf", "other")
                .type("speakers[0].chain", "Norway").type("speakers[0].as", "envoy"));
        assertThat(record.speakers().get(0)).isEqualTo(new StatementRecord.Speaker("jens-stoltenberg", null, "envoy", java.util.List.of("norway"), null, true));
    }

    @Test
    void saveAndNextKeepsSourceSpeakerDateAndTarget() {
        var answer = blank().type("words", "\"Once more.\"").type("speakers[0].actor", "Mao Ning").type("date", "2023-01-31").type("targets[0].actor", "Japan").press("next");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/statements/new?document=", "speaker=mao-ning", "date=2023-01-31", "target=japan");
        assertThat(answer.cookie("notice")).startsWith("saved.");
        var next = FilledForm.open(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertThat(next.value("speakers[0].actor")).isEqualTo("Mao Ning");
        assertThat(next.value("targets[0].actor")).isEqualTo("Japan");
        assertThat(next.value("words")).isEmpty();
    }

    @Test
    void aParagraphOf5000CharactersIsSavedWhole() {
        var words = "「平和」と言った。\n".repeat(555);
        var record = saved(blank().type("words", words.replace("\n", "\r\n")).type("speakers[0].actor", "岸田文雄").type("language", "ja"));
        assertThat(record.preferred().words()).isEqualTo(words.strip());
        assertThat(record.preferred().language()).isEqualTo("ja");
    }

    @Test
    void scriptsInEveryFieldAreText() {
        var evil = "<script>alert(1)</script>";
        var form = blank();
        for (var field : java.util.List.of("source", "words", "speakers[0].actor", "date", "targets[0].actor", "summary", "event", "instrument", "time", "topics[0].label", "mode",
                "language", "originalLanguage", "via", "credibility", "respondsTo", "plover", "cameo", "addressees[0].actor", "targets[0].holder", "targets[0].stance",
                "speakers[0].type", "speakers[0].of", "speakers[0].chain", "dateBasis")) {
            form.type(field, evil);
        }
        var page = form.press("save");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().asString()).doesNotContain("<script>alert").contains("&lt;script&gt;");
        var record = saved(blank().type("words", evil).type("summary", evil).type("speakers[0].actor", "NATO"));
        assertThat(record.summary()).isEqualTo(evil);
        assertThat(given().get(record.page()).body().asString()).doesNotContain("<script>alert");
    }

    private static FilledForm blank() {
        return FilledForm.open("/statements/new?document=" + ARTICLE);
    }

    private StatementRecord saved(FilledForm form) {
        return saved(form.press("save"));
    }

    private StatementRecord saved(Response answer) {
        assertThat(answer.statusCode()).as(answer.body().asString().replaceAll("(?s)^.*<div class=\"faults\"", "").replaceAll("(?s)</div>.*$", "")).isEqualTo(303);
        var id = UUID.fromString(answer.header("Location").replaceFirst("^.*/statements/([0-9a-f-]{36}).*$", "$1"));
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, id).orElseThrow().record();
    }
}
