package org.demarche.actor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("database")
class ActorFormTest {
    @Inject
    PresentRecords present;
    @Inject
    Revisions revisions;
    @Inject
    Kept kept;

    @Test
    void anActorIsAddedWithItsNamesCodesAndDates() {
        var name = kept.unique("Strelsau Pact");
        var saved = FilledForm.open("/actors/new").type("type", "IGO").type("name", name).type("short", "STRELPACT " + name.substring(14))
                .type("names[0].text", "ميثاق سترلساو").type("names[0].language", "ar").type("names[0].kind", "NAME")
                .type("names[4].text", "Сговор").type("names[4].language", "ru").type("names[4].kind", "TRANSLITERATION").type("names[2].kind", "ACRONYM")
                .type("existedSince", "4 April 1949").type("existedUntil", "1991~").type("cameo", "IGOSTP").type("sector", "IGO")
                .type("externalIds[0].scheme", "wikidata").type("externalIds[0].id", "Q1").press("save");
        assertThat(saved.statusCode()).isEqualTo(303);
        var record = record(saved.header("Location").replaceFirst(".*/", ""));
        assertThat(record.names()).containsExactly(new ActorRecord.Name("ميثاق سترلساو", "ar", "NAME"), new ActorRecord.Name("Сговор", "ru", "TRANSLITERATION"));
        assertThat(record).extracting(ActorRecord::type, ActorRecord::existedSince, ActorRecord::existedUntil, ActorRecord::cameo, ActorRecord::sector)
                .containsExactly("IGO", "1949-04-04", "1991~", "IGOSTP", "IGO");
        assertThat(record.externalIds()).containsExactly(new ActorRecord.ExternalId("wikidata", "Q1"));
        var opened = FilledForm.open("/actors/" + record.slug() + "/edit");
        assertThat(opened.type("reason", "nothing").press("save").statusCode()).isEqualTo(303);
        assertThat(record(record.slug())).as("a form that is only opened and saved changes nothing")
                .isEqualTo(new ActorRecord(record.id(), record.slug(), 2, record.type(), record.name(), record.shortName(), record.names(), null, record.cameo(), record.sector(),
                        record.existedSince(), record.existedUntil(), record.externalIds(), "nothing"));
    }

    @Test
    void aSlugByHandLeavesTheOldOneLeadingToIt() {
        var actor = kept.actor("STATE", "Zenda");
        FilledForm.open("/actors/" + actor.slug() + "/edit").type("slug", actor.slug() + "-by-hand").press("save");
        given().redirects().follow(false).get("/actors/" + actor.slug()).then().statusCode(301);
        given().get("/timeline?actor=" + actor.slug()).then().statusCode(200);
        assertThat(FilledForm.open("/actors/" + actor.slug() + "/edit").value("slug")).isEqualTo(actor.slug() + "-by-hand");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N.A.T.O.             |          | NATO
            Ruritania            |          | Rúritania
            Another organisation | ra.ta-to | RATATO
            """)
    void whoIsCalledNearlySoIsPointedOutBeforeASecondOneIsMade(String name, String shortName, String there) {
        if (!there.equals("NATO")) {
            FilledForm.open("/actors/new").type("type", "IGO").type("name", there).press("save");
        }
        long before = revisions.last();
        var asked = FilledForm.open("/actors/new").type("type", "IGO").type("name", name).type("short", shortName == null ? "" : shortName).press("save");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body().asString()).contains("Is it one of these?").contains(there);
        assertThat(revisions.last()).as("nothing is kept while it is asked").isEqualTo(before);
        var made = FilledForm.of(asked).press("save");
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(revisions.last()).isEqualTo(before + 1);
        assertThat(FilledForm.open("/history/actors/" + made.header("Location").replaceFirst(".*/", "") + "/retraction").type("reason", "only tried").press("").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type                   | ALIEN        | type
            type                   | ''           | type
            name                   | ''           | name
            names[0].language      | no tag       | names-0-language
            names[0].kind          | NICKNAME     | names-0-kind
            names[0].text          | ''           | names-0-text
            existedSince           | sometime     | existedSince
            existedUntil           | 2023-02-30   | existedUntil
            iso                    | jp           | iso
            sector                 | XXX          | sector
            cameo                  | 1234567890123456789012345678901 | cameo
            externalIds[0].scheme  | ''           | externalIds-0-scheme
            externalIds[0].id      | ''           | externalIds-0-id
            slug                   | No Slug      | slug
            slug                   | new          | slug
            slug                   | nato         | slug
            """)
    void theFieldIsNamedAndNothingIsKept(String field, String value, String named) {
        long before = revisions.last();
        var refused = FilledForm.open("/actors/new").type("type", "STATE").type("name", "Wrong State").type("names[0].text", "اسم").type("names[0].language", "ar")
                .type("externalIds[0].scheme", "wikidata").type("externalIds[0].id", "Q1").type(field, value).press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"" + named + "-fault\"", "<a href=\"#" + named + "\">").contains(field.equals("name") ? "value=\"Q1\"" : "value=\"Wrong State\"");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void aHostileNameIsShownAsWhatItIs() {
        var name = "\"><script>alert('x')</script> =1+1";
        var refused = FilledForm.open("/actors/new").type("name", name).type("names[0].text", name).type("names[0].language", "x_").press("save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).doesNotContain("<script>alert");
        assertThat(FilledForm.of(refused).value("names[0].text")).isEqualTo(name);
    }

    @Test
    void oneMoreRowIsThereWhenItIsAskedFor() {
        var more = FilledForm.open("/actors/new").type("names[0].text", "One").press("more:names");
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body().asString()).contains("name=\"names[0].text\" value=\"One\"", "name=\"names[1].text\" value=\"\"");
        assertThat(more.body().asString().split(" autofocus", -1)).as("the new row has the focus, and nothing else").hasSize(2);
    }

    private ActorRecord record(String slug) {
        return (ActorRecord) present.of(RecordKind.ACTOR, slug).record();
    }
}
