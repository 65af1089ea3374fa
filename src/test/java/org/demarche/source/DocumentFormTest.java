package org.demarche.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.FilledForm;
import org.demarche.Kept;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentFormTest {
    @Inject
    Revisions revisions;
    @Inject
    Kept kept;

    @Test
    void aDocumentIsAddedWithItsTextAndAPublisherThatWasNotKnown() {
        var publisher = kept.unique("Ruritania Daily");
        var added = FilledForm.open("/documents/new").type("source", publisher).type("agency", "Wire").type("title", " What\nthey said ").type("url", "https://example.org/" + UUID.randomUUID())
                .type("published", "1 Feb 2023").type("retrieved", "2023-02-02").type("language", "zh-hant").type("text", "\n「北約」\r\n𠮷").press("save");

        assertThat(added.statusCode()).isEqualTo(303);
        var record = record(added.header("Location"));
        assertThat(record.source()).startsWith("ruritania-daily");
        assertThat(record.title()).isEqualTo("What they said");
        assertThat(record.published()).isEqualTo("2023-02-01");
        assertThat(record.language()).isEqualTo("zh-Hant");
        assertThat(record.text()).isEqualTo("\n「北約」\n𠮷");
        assertThat(record.sha256()).hasSize(64);
    }

    @Test
    void whatTheFormDoesNotShowStays() {
        var document = kept.document("Shown", "Its text.");
        var form = FilledForm.open("/documents/" + document.id() + "/edit");
        assertThat(form.value("source")).startsWith("Gazette");

        assertThat(form.type("title", "Corrected").type("reason", "a slip").press("save").statusCode()).isEqualTo(303);

        assertThat(record("/" + document.id())).isEqualTo(new DocumentRecord(document.id(), 2, document.source(), "Wire", "Corrected", document.url(), null, "2023-02-01", null, "en",
                document.sha256(), "Its text.", "a slip"));
    }

    @Test
    void everyWrongFieldComesBackWithAllThatWasTyped() {
        long before = revisions.last();
        var refused = FilledForm.open("/documents/new").type("title", "<script>قال</script>").type("url", "ftp://x").type("archivedUrl", "javascript:alert(1)").type("published", "2023-02-30")
                .type("retrieved", "soon").type("language", "no language at all").type("text", "a\u0000b").press("save");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body().asString()).contains("id=\"source-fault\"", "id=\"url-fault\"", "id=\"archivedUrl-fault\"", "id=\"published-fault\"", "id=\"retrieved-fault\"",
                "id=\"language-fault\"", "id=\"text-fault\"").doesNotContain("<script>قال");
        assertThat(FilledForm.of(refused).value("title")).isEqualTo("<script>قال</script>");
        assertThat(FilledForm.of(refused).value("published")).isEqualTo("2023-02-30");
        assertThat(revisions.last()).isEqualTo(before);
    }

    @Test
    void aPublisherIsOpenedFromItsPageAndRetractedWithAReason() {
        var document = kept.document("Retracted", null);
        assertThat(FilledForm.open("/documents/new?source=" + document.source()).value("source")).startsWith("Gazette");

        var retracted = FilledForm.open("/history/documents/" + document.id() + "/retraction").type("reason", "there twice").press("retract");

        assertThat(retracted.statusCode()).isEqualTo(303);
        given().get("/documents/" + document.id()).then().statusCode(410);
    }

    private DocumentRecord record(String page) {
        return (DocumentRecord) revisions.present(RecordKind.DOCUMENT, UUID.fromString(page.replaceFirst("^.*/", ""))).orElseThrow().record();
    }
}
