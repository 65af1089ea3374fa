package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
class TextsAsKeptTest {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Samples samples;
    @Inject
    ObjectMapper mapper;

    @Test
    void textsOfAllScriptsComeBackAsTheyWereWritten() {
        for (var text : List.of("日本の外務省は「遺憾だ」と述べた。𠮷野家", "قالت الوزارة إنّ \u200F«هذا غير مقبول»", "👩🏽‍🚀 met 🇯🇵", "Ελληνικά, Türkçe İı, ไทย, हिन्दी", "\\ ' \" % _ ; -- <b>&amp;</b> ${x} {x}")) {
            var kept = history.keep(samples.plainStatement(text));

            assertThat(kept.summary()).isEqualTo(text);
            assertThat(((StatementRecord) revisions.present(RecordKind.STATEMENT, kept.id()).orElseThrow().record()).summary()).isEqualTo(text);
        }
    }

    @Test
    void twoSpellingsOfOneTextAreKeptAsOne() {
        var kept = history.keep(samples.plainStatement("De\u0301marche\r\nline two\rline three"));

        assertThat(kept.summary()).isEqualTo("D\u00E9marche\nline two\nline three");
    }

    @Test
    void aWholeDocumentOfTheGreatestLengthIsKeptEvenWhereEachCharacterIsEscaped() {
        var document = samples.document();
        var longest = "\"\n".repeat(250_000 - 1) + "\"x";
        var kept = history.keep(new DocumentRecord(null, null, document.source(), null, "Long", null, null, null, null, null, null, longest, null));

        assertThat(kept.text()).isEqualTo(longest);
        assertThat(revisions.present(RecordKind.DOCUMENT, kept.id()).orElseThrow().record()).isEqualTo(kept);
    }

    @Test
    void theLongestTextsAreKeptInEveryScript() {
        for (var character : List.of("x", "語", "👩")) {
            var given = samples.statement();
            var spoken = given.speakers().get(0);
            var rendering = given.renderings().get(0);
            var kept = history.keep(new StatementRecord(null, null, given.date(), null, null, character.repeat(RecordLimits.SUMMARY), null, null, List.of(),
                    List.of(new StatementRecord.Speaker(spoken.actor(), character.repeat(RecordLimits.NAME), character.repeat(RecordLimits.NAME), spoken.behalf(), null, null)),
                    List.of(), List.of(), List.of(), List.of(new StatementRecord.Rendering(rendering.document(), true, null, character.repeat(RecordLimits.WORDS), null, null, null, null, List.of())),
                    List.of(), List.of(), character.repeat(RecordLimits.REASON)));
            var title = character.repeat(RecordLimits.TITLE);

            assertThat(kept.renderings().get(0).words()).hasSize(character.length() * RecordLimits.WORDS);
            assertThat(history.keep(new EventRecord(null, null, "OTHER", title, "2021", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null)).title())
                    .isEqualTo(title);
            assertThat(history.keep(organization(null, null, null, character.repeat(RecordLimits.NAME))).name()).hasSize(character.length() * RecordLimits.NAME);
        }
    }

    @Test
    void theLongestDatesAreKept() {
        var date = "[2001" + ",2001".repeat(49) + "]";
        var given = samples.plainStatement("about a long date");
        var document = samples.document();
        var affiliation = samples.affiliation();

        assertThat(history.keep(new StatementRecord(null, null, date, null, null, given.summary(), null, null, List.of(), given.speakers(), List.of(), List.of(), List.of(),
                given.renderings(), List.of(), List.of(), null)).date()).isEqualTo(date);
        assertThat(history.keep(new DocumentRecord(null, null, document.source(), null, null, null, null, date, date, null, null, null, null)).published()).isEqualTo(date);
        assertThat(history.keep(new AffiliationRecord(null, null, affiliation.member(), affiliation.whole(), "OCCUPANCY", null, null, null, null, null, null, null, null,
                List.of(samples.citation(date)), null, null)).citations().get(0).date()).isEqualTo(date);
    }

    @Test
    void aSlugIsMadeOnceAndOldOnesStillNameTheRecord() {
        var name = "Grün & Söhne " + Long.toString(System.nanoTime(), 36);
        var first = history.keep(organization(null, null, null, name));
        var second = history.keep(organization(null, null, null, name));
        assertThat(first.slug()).startsWith("grun-sohne-");
        assertThat(second.slug()).isEqualTo(first.slug() + "-2");

        var renamed = history.keep(organization(first, null, 1, "Another name"));
        assertThat(renamed.slug()).as("kept when the name changes").isEqualTo(first.slug());
        var byHand = history.keep(organization(first, first.slug() + "-x", 2, "Another name"));
        assertThat(byHand.slug()).isEqualTo(first.slug() + "-x");

        var statement = samples.plainStatement("names the old slug");
        var kept = history.keep(new StatementRecord(null, null, statement.date(), null, null, statement.summary(), null, null, List.of(), statement.speakers(), List.of(),
                List.of(first.slug()), List.of(), statement.renderings(), List.of(), List.of(), null));
        assertThat(kept.targets()).as("the old slug still names it").containsExactly(byHand.slug());
        assertThat(history.keep(organization(null, null, null, first.slug())).slug()).as("nobody else ever gets it").isNotEqualTo(first.slug());
    }

    @Test
    void aNulAHalfCharacterOrFarTooMuchInAnyTextOfAnyRecordIsRefusedBesideItsField() throws JsonProcessingException {
        var missed = new ArrayList<String>();
        for (var record : samples.all()) {
            JsonNode tree = mapper.valueToTree(record);
            for (var path : texts(tree, "", new ArrayList<>())) {
                for (var bad : List.of("\u0000", "\uD83D", "\uDE00", "x".repeat(path.equals("text") ? RecordLimits.DOCUMENT_TEXT : RecordLimits.WORDS))) {
                    var problem = problemOf(with(tree.deepCopy(), path, bad), path, record.getClass());
                    if (problem != null) {
                        missed.add(record.getClass().getSimpleName() + " " + path + " with U+%04X: ".formatted((int) bad.charAt(0)) + problem);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void randomTextsAreKeptInTheirNormalFormOrRefused() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var text = random.ints(random.nextInt(1, 60), 0, 0x11000).mapToObj(Character::toString).collect(Collectors.joining());
            try {
                var kept = history.keep(new SourceRecord(null, null, null, text, null, null));
                assertThat(((SourceRecord) revisions.present(RecordKind.SOURCE, kept.id()).orElseThrow().record()).name())
                        .as("seed %d, round %d", seed, round).isEqualTo(kept.name());
            } catch (InvalidRecordException refused) {
                assertThat(refused.violations()).as("seed %d, round %d", seed, round).extracting(Violation::field).containsOnly("name");
            }
        }
    }

    private static ActorRecord organization(ActorRecord present, String slug, Integer version, String name) {
        return new ActorRecord(present == null ? null : present.id(), slug, version, "ORGANIZATION", name, null, List.of(), null, null, null, null, null, List.of(), null);
    }

    /** Null where the record was refused at that field, else what happened. */
    private String problemOf(JsonNode tree, String path, Class<? extends RootRecord> type) throws JsonProcessingException {
        var record = mapper.treeToValue(tree, type);
        try {
            history.keep(record);
            return "was kept";
        } catch (InvalidRecordException refused) {
            var fields = refused.violations().stream().map(Violation::field).toList();
            return fields.contains(path) ? null : "refused at " + fields;
        } catch (RuntimeException other) {
            return other.toString();
        }
    }

    /** The paths of all texts of a record except ids, as violations name them. */
    private static List<String> texts(JsonNode node, String path, List<String> found) {
        if (node.isTextual() && !node.textValue().matches(UUID_FORM)) {
            found.add(path);
        }
        node.properties().forEach(field -> texts(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), found));
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                texts(node.get(index), path + "[" + index + "]", found);
            }
        }
        return found;
    }

    /** The tree with something put behind the text at the path. */
    private static JsonNode with(JsonNode tree, String path, String bad) {
        JsonNode parent = null;
        JsonNode node = tree;
        String key = null;
        for (var step : path.replace("[", ".[").split("\\.")) {
            parent = node;
            key = step;
            node = step.startsWith("[") ? node.get(index(step)) : node.get(step);
        }
        var text = TextNode.valueOf(node.textValue() + bad);
        if (parent instanceof ArrayNode list) {
            list.set(index(key), text);
        } else {
            ((ObjectNode) parent).set(key, text);
        }
        return tree;
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }
}
