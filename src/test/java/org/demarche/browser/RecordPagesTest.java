package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.source.AnchorRecord;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;

/** Pages of one record and plain lists, as somebody sees them who may have no mouse, no scripts, or a small screen. */
@QuarkusTest
class RecordPagesTest {
    @TestHTTPResource
    URL server;
    @Inject
    Kept kept;
    @Inject
    History history;

    @Test
    void nobodyIsKeptOutOfAnyOfThem() {
        pages().forEach((name, path) -> {
            try (var light = Visit.withJavaScript().open(server + path.substring(1)); var dark = Visit.withJavaScript().dark().narrow().open(server + path.substring(1))) {
                light.hasNoAccessibilityFindings();
                dark.hasNoAccessibilityFindings();
                dark.fitsItsWidth();
                if (!name.equals("retracted")) {
                    // Chromium calls every answer of 410 a complaint.
                    dark.hasNoComplaints();
                }
                dark.screenshot("record-" + name);
            }
        });
    }

    @Test
    void aKeyboardReachesTheCodesAndThePlaceInTheText() {
        var path = pages().get("statement");
        try (var visit = Visit.withoutJavaScript().open(server + path.substring(1))) {
            assertThat(visit.page().locator("[data-copy]").isVisible()).isFalse();
            var summary = visit.page().locator("details.passages > summary");
            summary.focus();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("details.passages").getAttribute("open")).isNotNull();
        }
    }

    @Test
    void aStatementIsCopiedWithItsSource() {
        try (var visit = Visit.withJavaScript().open(server + pages().get("statement").substring(1))) {
            visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.page().keyboard().press("y");
            visit.page().getByText("Copied.").waitFor();
            var copied = (String) visit.page().evaluate("navigator.clipboard.readText()");
            assertThat(copied).startsWith("\"They said so\"\n\nSeen Person").contains(", Spokesperson, on behalf of Seen State", "1 February 2023 [1]", "1. Gazette", "“A document”", "https://example.org/");
        }
    }

    private Map<String, String> pages() {
        var state = kept.actor("STATE", "Seen State");
        var person = kept.actor("PERSON", "Seen Person");
        kept.tie(person, state, "OCCUPANCY", "Spokesperson", "2022-09", null);
        var document = kept.document("A document", "\"They said so\", and more.");
        var event = kept.event("Seen event", null, List.of(state), List.of(document));
        kept.event("Seen part", event.id(), List.of(state), List.of(document));
        var words = new StatementRecord.Rendering(document.id(), null, null, "\"They said so\"", "en", "ja", state.slug(), 2,
                List.of(new AnchorRecord("WHOLE", 0, 14, "\"They said so\"", null, ", and", null, "EXACT")));
        var first = kept.statement("What they said", event.id(), List.of(person), List.of(state), List.of(words, Kept.words(document, "彼らはそう言った", "ja")), List.of());
        var answer = kept.statement("An answer", event.id(), List.of(person), List.of(state), List.of(words), List.of(new LinkRecord("REBUTS", first.id(), "INFERRED", List.of())));
        var gone = kept.actor("STATE", "Gone State");
        history.write(change -> {
            change.retract(RecordKind.ACTOR, gone.id(), 1, "there twice");
            return null;
        });
        history.keep(new ActorRecord(state.id(), null, 1, "STATE", state.name(), "SS", List.of(new ActorRecord.Name("国", "ja", "NAME")), "JP", "JPN", null, null, null,
                List.of(new ActorRecord.ExternalId("wikidata", "Q17")), "completed"));
        var pages = new LinkedHashMap<String, String>();
        pages.put("statement", "/statements/" + first.id());
        pages.put("answer", "/statements/" + answer.id());
        pages.put("version", "/statements/" + first.id() + "/revisions/1");
        pages.put("event", "/events/" + event.id());
        pages.put("person", "/actors/" + person.slug());
        pages.put("state", "/actors/" + state.slug());
        pages.put("retracted", "/actors/" + gone.slug());
        pages.put("actors", "/actors?q=seen");
        pages.put("document", "/documents/" + document.id());
        pages.put("source", "/sources/" + document.source());
        pages.put("sources", "/sources");
        pages.put("changes", "/history");
        pages.put("change", "/history/1");
        return pages;
    }
}
