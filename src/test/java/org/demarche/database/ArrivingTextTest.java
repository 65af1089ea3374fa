package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.AffiliationRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a text that arrives does to the anchors of all that cites its document. */
@QuarkusTest
@Tag("database")
class ArrivingTextTest {
    private static final String HEAD = "👩🏽‍🚀 reports from Tōkyō (e\u0301tude).\n\n";
    private static final String SENTENCE = "\"We will not accept it,\" she said — قالت «لا» — again.";
    private static final String TAIL = "\n\nNobody answered.";
    private static final String TEXT = HEAD + SENTENCE + TAIL;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Samples samples;

    @Test
    void theSameHashVerifiesTheAnchorsOfEverythingThatCitesTheDocument() {
        var text = Texts.normalise(TEXT);
        var document = document(Texts.sha256(text));
        int start = Texts.length(Texts.normalise(HEAD));
        int end = start + Texts.length(SENTENCE);
        var words = new AnchorRecord("WHOLE", start, end, SENTENCE, null, null, null, null);
        var hashed = new AnchorRecord("WHOLE", start, end, null, null, null, Texts.sha256(SENTENCE), null);
        var placed = new AnchorRecord("WHOLE", start, start + 5, null, null, null, null, null);
        var said = history.keep(statement(document, words));
        var event = history.keep(event(document, hashed));
        var tie = history.keep(tie(document, placed));
        var linked = history.keep(linkedBy(document, said.id(), words));
        long before = revisions.last();

        arrives(document, text);

        assertThat(anchors(said)).extracting(AnchorRecord::state).containsOnly("EXACT");
        assertThat(anchors(event)).containsExactly(state(hashed, "EXACT"));
        assertThat(anchors(tie)).containsExactly(state(placed, "EXACT"));
        assertThat(anchors(linked)).extracting(AnchorRecord::state).containsOnly("EXACT");
        var made = revisions.after(before, 10);
        assertThat(made).hasSize(5).extracting(revision -> revision.kind())
                .containsExactly(RecordKind.DOCUMENT, RecordKind.AFFILIATION, RecordKind.EVENT, RecordKind.STATEMENT, RecordKind.STATEMENT);
        assertThat(made.subList(1, 5)).allSatisfy(revision -> assertThat(revision.reason()).startsWith("The text of ‘").endsWith("’ arrived"));
    }

    @Test
    void anInsertedParagraphMovesThePlaceAndSaysSo() {
        var document = held(TEXT);
        var said = history.keep(statement(document, anchored(TEXT, SENTENCE)));
        var moved = HEAD + "One more 🇯🇵 paragraph.\n\n" + SENTENCE + TAIL;

        var after = anchors(said, arrives(document, moved));

        var normal = Texts.normalise(moved);
        assertThat(after.state()).isEqualTo("EXACT");
        assertThat(Texts.slice(normal, after.start(), after.end())).isEqualTo(SENTENCE);
        assertThat(normal).contains(after.prefix() + after.exact() + after.suffix());
        var revision = revisions.present(RecordKind.STATEMENT, said.id()).orElseThrow();
        assertThat(revision.reason()).startsWith("Another text of ‘").endsWith("’ arrived");
        assertThat(revisions.version(RecordKind.DOCUMENT, document.id(), 1).map(first -> ((DocumentRecord) first.record()).text())).contains(Texts.normalise(TEXT));
    }

    @Test
    void wordsThatStandTwiceAreAmbiguousAndKeepTheirPlace() {
        var document = held(TEXT);
        var alone = history.keep(statement(document, bare(TEXT, SENTENCE)));
        var surrounded = history.keep(statement(document, anchored(TEXT, SENTENCE)));

        arrives(document, HEAD + SENTENCE + " " + SENTENCE + TAIL);

        assertThat(only(alone).state()).as("at the place where it stood").isEqualTo("EXACT");
        assertThat(only(surrounded).state()).isEqualTo("AMBIGUOUS");
        assertThat(only(surrounded).start()).isEqualTo(anchored(TEXT, SENTENCE).start());

        arrives(document, "New.\n" + HEAD + SENTENCE + "\n\n" + SENTENCE + TAIL);

        assertThat(only(alone).state()).isEqualTo("AMBIGUOUS");
        assertThat(only(surrounded).state()).isEqualTo("AMBIGUOUS");
    }

    @Test
    void aSentenceThatIsGoneIsOrphanedAndFoundAgainWhenItIsBack() {
        var document = held(TEXT);
        var said = history.keep(statement(document, anchored(TEXT, SENTENCE)));

        assertThat(anchors(said, arrives(document, HEAD + TAIL)).state()).isEqualTo("ORPHANED");
        assertThat(anchors(said, arrives(document, TEXT))).isEqualTo(anchored(TEXT, SENTENCE));
    }

    @Test
    void curlyMarksAreOtherCharactersThanStraightOnes() {
        var document = held(TEXT);
        var said = history.keep(statement(document, anchored(TEXT, SENTENCE)));

        assertThat(anchors(said, arrives(document, TEXT.replaceFirst("\"", "“").replaceFirst("\"", "”"))).state()).isEqualTo("ORPHANED");
    }

    @Test
    void aTextThatIsTakenAwayLeavesItsHashAndUnverifiedAnchors() {
        var document = held(TEXT);
        var said = history.keep(statement(document, anchored(TEXT, SENTENCE)));

        var without = arrives(document, null);

        assertThat(without.sha256()).isEqualTo(Texts.sha256(Texts.normalise(TEXT)));
        assertThat(anchors(said, without)).isEqualTo(state(anchored(TEXT, SENTENCE), "UNVERIFIED"));
        assertThat(revisions.present(RecordKind.STATEMENT, said.id()).orElseThrow().reason()).startsWith("The text of ‘").endsWith("’ was taken away");
    }

    @Test
    void undoingTheArrivalTakesTheAnchorsBackToo() {
        var document = history.keep(new DocumentRecord(null, null, history.keep(samples.source()).slug(), null, "Undone", null, null, null, null, "en", null, null, null));
        var said = history.keep(statement(document, state(anchored(TEXT, SENTENCE), "UNVERIFIED")));
        assertThat(anchors(said, arrives(document, TEXT)).state()).isEqualTo("EXACT");

        history.write(change -> change.restore(RecordKind.DOCUMENT, document.id(), 2, "Undid it"));

        assertThat(only(said).state()).isEqualTo("UNVERIFIED");
    }

    @Test
    void aRecordThatCitesTheDocumentWithoutAnchorsOrWasRetractedIsLeftAlone() {
        var document = held(TEXT);
        var bare = history.keep(statement(document));
        var gone = history.keep(statement(document, anchored(TEXT, SENTENCE)));
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, gone.id(), 1, "never said");
            return null;
        });

        arrives(document, HEAD);

        assertThat(revisions.present(RecordKind.STATEMENT, bare.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(revisions.present(RecordKind.STATEMENT, gone.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void whatIsSaidOfTheStateOfAnAnchorGivesWayToWhatTheTextSays() {
        var document = held(TEXT);

        assertThat(only(history.keep(statement(document, state(anchored(TEXT, SENTENCE), "ORPHANED")))).state()).isEqualTo("EXACT");
        assertThat(only(history.keep(statement(document, new AnchorRecord("WHOLE", 0, 9, "never said", null, null, null, "EXACT")))).state()).isEqualTo("ORPHANED");
        assertThat(only(history.keep(statement(history.keep(samples.document()), anchored(TEXT, SENTENCE)))).state()).isEqualTo("ORPHANED");
        assertThat(only(history.keep(statement(document(null), anchored(TEXT, SENTENCE)))).state()).isEqualTo("UNVERIFIED");
    }

    private DocumentRecord document(String sha256) {
        return history.keep(new DocumentRecord(null, null, history.keep(samples.source()).slug(), null, "Arriving", null, null, null, null, "en", sha256, null, null));
    }

    private DocumentRecord held(String text) {
        return history.keep(new DocumentRecord(null, null, history.keep(samples.source()).slug(), null, "Arriving", null, null, null, null, "en", null, text, null));
    }

    /** Another text for a document, whatever its version is by now. */
    private DocumentRecord arrives(DocumentRecord document, String text) {
        var present = (DocumentRecord) revisions.present(RecordKind.DOCUMENT, document.id()).orElseThrow().record();
        return history.keep(new DocumentRecord(present.id(), present.version(), present.source(), null, present.title(), null, null, null, null, "en", present.sha256(), text, null));
    }

    private StatementRecord statement(DocumentRecord document, AnchorRecord... anchors) {
        var plain = samples.plainStatement("She would not accept it");
        return new StatementRecord(null, null, plain.date(), null, null, plain.summary(), null, null, List.of(), plain.speakers(), List.of(), List.of(), List.of(),
                List.of(new StatementRecord.Rendering(document.id(), null, null, anchors.length == 0 ? null : "She said so", "en", null, null, null, List.of(anchors))), List.of(), List.of(), null);
    }

    private StatementRecord linkedBy(DocumentRecord document, UUID to, AnchorRecord anchor) {
        var plain = samples.plainStatement("An answer");
        return new StatementRecord(null, null, plain.date(), null, null, plain.summary(), null, null, List.of(), plain.speakers(), List.of(), List.of(), List.of(), plain.renderings(), List.of(),
                List.of(new LinkRecord("RESPONDS_TO", to, "STATED", List.of(new CitationRecord(document.id(), null, List.of(anchor))))), null);
    }

    private EventRecord event(DocumentRecord document, AnchorRecord anchor) {
        var plain = samples.plainEvent();
        return new EventRecord(null, null, plain.kind(), plain.title(), plain.date(), null, null, null, null, null, List.of(),
                List.of(new CitationRecord(document.id(), null, List.of(anchor))), List.of(), List.of(), List.of(), null);
    }

    private AffiliationRecord tie(DocumentRecord document, AnchorRecord anchor) {
        var plain = samples.affiliation();
        return new AffiliationRecord(null, null, plain.member(), plain.whole(), plain.kind(), plain.role(), null, null, null, null, null, null, null,
                List.of(new CitationRecord(document.id(), null, List.of(anchor))), null, null);
    }

    private static AnchorRecord anchored(String text, String words) {
        var normal = Texts.normalise(text);
        int from = normal.indexOf(words);
        int start = normal.codePointCount(0, from);
        return new AnchorRecord("WHOLE", start, start + Texts.length(words), words, Texts.slice(normal, start - 12, start),
                Texts.slice(normal, start + Texts.length(words), start + Texts.length(words) + 8), null, "EXACT");
    }

    private static AnchorRecord bare(String text, String words) {
        var anchored = anchored(text, words);
        return new AnchorRecord("WHOLE", anchored.start(), anchored.end(), words, null, null, null, "EXACT");
    }

    private static AnchorRecord state(AnchorRecord anchor, String state) {
        return new AnchorRecord(anchor.part(), anchor.start(), anchor.end(), anchor.exact(), anchor.prefix(), anchor.suffix(), anchor.sha256(), state);
    }

    private AnchorRecord anchors(StatementRecord statement, DocumentRecord arrived) {
        assertThat(arrived.version()).isGreaterThan(1);
        return only(statement);
    }

    private AnchorRecord only(StatementRecord statement) {
        var anchors = anchors(statement);
        assertThat(anchors).hasSize(1);
        return anchors.get(0);
    }

    private List<AnchorRecord> anchors(RootRecord record) {
        var kind = record instanceof StatementRecord ? RecordKind.STATEMENT : record instanceof EventRecord ? RecordKind.EVENT : RecordKind.AFFILIATION;
        var present = revisions.present(kind, record.id()).orElseThrow().record();
        var anchors = new ArrayList<AnchorRecord>();
        if (present instanceof StatementRecord statement) {
            statement.renderings().forEach(rendering -> anchors.addAll(rendering.anchors()));
            statement.links().forEach(link -> link.citations().forEach(citation -> anchors.addAll(citation.anchors())));
        } else if (present instanceof EventRecord event) {
            event.citations().forEach(citation -> anchors.addAll(citation.anchors()));
        } else if (present instanceof AffiliationRecord tie) {
            tie.citations().forEach(citation -> anchors.addAll(citation.anchors()));
        }
        return anchors;
    }
}
