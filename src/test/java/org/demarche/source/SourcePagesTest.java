package org.demarche.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourcePagesTest {
    @Inject
    Kept kept;

    @Test
    void aDocumentShowsWhatIsKnownOfItAndWhatCitesIt() {
        var state = kept.actor("STATE", "Cited State");
        var document = kept.document("A title", "The text itself.");
        var statement = kept.statement("Reported there", null, List.of(state), List.of(), List.of(Kept.words(document, null, null)), List.of());

        assertThat(page("/documents/" + document.id(), 200)).contains("A title", "held here</a>, 16 characters", "The text itself.", "/statements/" + statement.id(),
                "<a href=\"" + document.url() + "\" rel=\"noreferrer\">", "B: can mostly be relied on");
        assertThat(page("/documents/" + kept.document("Another", null).id(), 200)).contains("not held here", "No statement or event cites it.");
        page("/documents/" + UUID.randomUUID(), 404);
        page("/documents/x", 404);
    }

    @Test
    void aSourceShowsItsRatingItsDocumentsAndWhatTheyReport() {
        var state = kept.actor("STATE", "Reported State");
        var document = kept.document("A title", null);
        var statement = kept.statement("Reported by it", null, List.of(state), List.of(), List.of(Kept.words(document, null, null)), List.of());

        assertThat(page("/sources/" + document.source(), 200)).contains("B: can mostly be relied on", "/documents/" + document.id(), "/statements/" + statement.id());
        assertThat(page("/sources", 200)).contains("<h1>Sources</h1>");
        page("/sources/no-such-source", 404);
    }

    private static String page(String path, int status) {
        return given().get(path).then().statusCode(status).extract().asString();
    }
}
