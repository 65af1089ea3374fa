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
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.InvalidRecordException;
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
        var kept = history.keep(new org.demarche.source.DocumentRecord(null, null, document.source(), null, "Long", null, null, null, null, null, null, longest, null));

        assertThat(kept.text()).isEqualTo(longest);
        assertThat(revisions.present(RecordKind.DOCUMENT, kept.id()).orElseThrow().record()).isEqualTo(kept);
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
    void aNulOrAHalfCharacterInAnyTextOfAnyRecordIsRefusedBesideItsField() throws JsonProcessingException {
        var missed = new ArrayList<String>();
        for (var record : samples.all()) {
            JsonNode tree = mapper.valueToTree(record);
            for (var path : texts(tree, "", new ArrayList<>())) {
                for (var bad : List.of("\u0000", "\uD83D", "\uDE00")) {
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
                var kept = history.keep(new org.demarche.source.SourceRecord(null, null, null, text, null, null));
                assertThat(((org.demarche.source.SourceRecord) revisions.present(RecordKind.SOURCE, kept.id()).orElseThrow().record()).name())
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
