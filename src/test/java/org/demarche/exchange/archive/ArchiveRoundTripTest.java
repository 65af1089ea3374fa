package org.demarche.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.actor.ActorRecord;
import org.demarche.coding.Topics;
import org.demarche.database.Samples;
import org.demarche.history.History;
import org.demarche.history.Rebuilding;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Items;
import org.demarche.source.SourceRecord;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as an archive and taken into an empty instance is the same, and so is the archive of that. */
@QuarkusTest
@Tag("database")
@TestProfile(EmptyAlone.class)
class ArchiveRoundTripTest {
    private static final int HISTORIES = 2;
    private static final int STEPS = 100;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Topics topics;
    @Inject
    Samples samples;
    @Inject
    Items items;
    @Inject
    Archives archives;
    @Inject
    ArchiveRestore restore;
    @Inject
    ArchiveImport imports;
    @Inject
    Rebuilding rebuilding;
    @Inject
    Emptying emptying;
    @TempDir
    Path folder;

    @BeforeEach
    void empty() throws SQLException {
        emptying.empty();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void anyHistoryComesBackWithItsTablesItsTimesAndItsNumbers() throws Exception {
        for (int number = 0; number < HISTORIES; number++) {
            long seed = System.nanoTime();
            emptying.empty();
            var world = new RandomHistory(history, revisions, topics, seed);
            world.live(STEPS);
            samples.all().forEach(history::keep);
            var before = emptying.tables();
            var archive = archive();
            var found = items.list(TimelineQuery.ALL);

            emptying.empty();
            assertThat(emptying.rows("item")).as("seed %d", seed).isZero();
            var restored = restore.restore(file(archive), Pace.FULL);

            assertThat(restored.revisions()).as("seed %d, %d steps refused", seed, world.refused()).isEqualTo(revisions.last()).isGreaterThan(STEPS / 4);
            var after = emptying.tables();
            before.forEach((table, rows) -> {
                if (rows instanceof List<?> list) {
                    assertThat((List<?>) after.get(table)).as("%s, seed %d", table, seed).containsExactlyElementsOf((List) list);
                } else {
                    assertThat(after.get(table)).as("rows of %s, seed %d", table, seed).isEqualTo(rows);
                }
            });
            emptying.index();
            assertThat(items.list(TimelineQuery.ALL)).as("seed %d", seed).isEqualTo(found);
            assertSame(archive, archive(), "seed " + seed);
            samples.all().forEach(history::keep);
        }
    }

    @Test
    void nothingMakesAnArchiveThatComesBackAsNothing() throws IOException {
        var archive = archive();
        assertThat(restore.restoreAndCompare(file(archive), Pace.FULL)).isEqualTo(new ArchiveRestore.Restored(0, 0, 0));
        assertSame(archive, archive(), "");
    }

    @Test
    void importingIntoAnEmptyInstanceKeepsTheHistoryAndOneWithAnythingInItIsNotRestoredInto() throws IOException {
        samples.all().forEach(history::keep);
        var archive = file(archive());
        long all = revisions.last();

        assertThatThrownBy(() -> restore.restore(archive, Pace.FULL)).isInstanceOf(Rebuilding.NotEmptyException.class);
        assertThat(imports.take(archive, false, change -> { }, Pace.FULL)).satisfies(same -> assertThat(same.unchanged()).isEqualTo(same.read()));
        assertThat(revisions.last()).isEqualTo(all);
        assertThat(restoredAnew(archive)).isEqualTo(all);
    }

    @Test
    void whatBreaksOffLeavesNothingAndTheNextOneBeginsAnew() throws Exception {
        new RandomHistory(history, revisions, topics, 1).live(60);
        var archive = file(archive());
        long all = revisions.last();
        for (var at : List.of("Changes", "Records", "Search index")) {
            emptying.empty();
            assertThatThrownBy(() -> restore.restore(archive, (step, done, number) -> {
                if (step.equals(at)) {
                    throw new CancellationException(at);
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(emptying.rows("revision") + emptying.rows("item") + emptying.rows("slug")).as(at).isZero();
            assertThat(revisions.last()).isZero();
        }
        assertThat(restore.restoreAndCompare(archive, Pace.FULL).revisions()).isEqualTo(all);
    }

    @Test
    void aLineThatIsWrongIsNamedAndNothingIsStored() throws Exception {
        samples.all().forEach(history::keep);
        var archive = archive();
        emptying.empty();

        refused(archive, "revisions/actors.jsonl", first("\"type\":\"PERSON\"", "\"type\":\"WIZARD\""), "revisions/actors.jsonl, line ", "type:", "WIZARD");
        refused(archive, "revisions/statements.jsonl", first("\"date\":\"2021-03-04\"", "\"date\":\"yesterday\""), "revisions/statements.jsonl, line ", "date:");
        refused(archive, "revisions/documents.jsonl", first("https://example.org", "javascript:alert(1)//"), "revisions/documents.jsonl, line ", "web address");
        refused(archive, "revisions/statements.jsonl", text -> text.replaceFirst("\"addressees\":\\[\"[^\"]+\"", "\"addressees\":[\"nobody-there\""), "revisions/statements.jsonl, line 1", "nobody-there");
        refused(archive, "revisions/statements.jsonl", text -> text.replaceFirst("(\"speakers\":\\[\\{\"actor\":\"[^\"]+\".*?\"behalf\":)\\[[^]]*]", "$1null"), "revisions/statements.jsonl, line 1");
        refused(archive, "revisions/sources.jsonl", first("\"version\":1,\"name\"", "\"version\":2,\"name\""), "revisions/sources.jsonl, line 1", "another id or version");
        refused(archive, "revisions/sources.jsonl", text -> {
            var slugs = java.util.regex.Pattern.compile("\"slug\":\"([^\"]+)\"").matcher(text).results().map(found -> found.group(1)).distinct().toList();
            return text.replace("\"slug\":\"" + slugs.get(1) + "\"", "\"slug\":\"" + slugs.get(0) + "\"");
        }, "revisions/sources.jsonl, line 2", "another record has the slug");
        refused(archive, "revisions/topics.jsonl", text -> text.replaceFirst("\"parent\":null", "\"parent\":" + text.replaceFirst("(?s).*?\"slug\":(\"[^\"]+\").*", "$1")), "revisions/topics.jsonl, line ", "below itself");
        refused(archive, "revisions/collections.jsonl", text -> text.replaceFirst("\"record\":\\{.*}}", "\"record\":null}"), "revisions/collections.jsonl", "retraction");
        refused(archive, ArchiveFiles.MERGERS, text -> text + "{\"topic\":\"0198aaaa-0000-7000-8000-000000000000\",\"into\":\"0198aaaa-0000-7000-8000-000000000000\"}\n", ArchiveFiles.MERGERS, "line 1", "no such topic");

        assertThat(restore.restoreAndCompare(file(archive), Pace.FULL).revisions()).isPositive();
    }

    @Test
    void mergingTakesWhatIsNewAndWhatOnlyTheOtherSideChangedAndReportsTheRest() throws Exception {
        var untouched = history.keep(samples.source());
        var changedThere = history.keep(samples.source());
        var changedHere = history.keep(samples.source());
        var changedInBoth = history.keep(samples.source());
        var retractedThere = history.keep(samples.source());
        var common = file(archive());

        var newThere = history.keep(samples.statement());
        history.keep(new SourceRecord(changedThere.id(), changedThere.slug(), 1, "Changed there", null, "why there"));
        history.keep(new SourceRecord(changedInBoth.id(), changedInBoth.slug(), 1, "Changed there too", null, null));
        history.write(change -> {
            change.retract(RecordKind.SOURCE, retractedThere.id(), 1, "Nobody reads it");
            return null;
        });
        var clashing = history.keep(new ActorRecord(null, "clashing", null, "STATE", "Clash there", null, List.of(), null, null, null, null, null, List.of(), null));
        var there = file(archive());

        restoredAnew(common);
        emptying.index();
        history.keep(new SourceRecord(changedHere.id(), changedHere.slug(), 1, "Changed here", null, null));
        history.keep(new SourceRecord(changedInBoth.id(), changedInBoth.slug(), 1, "Changed here too", null, null));
        var other = history.keep(new ActorRecord(null, "clashing", null, "STATE", "Clash here", null, List.of(), null, null, null, null, null, List.of(), null));
        long before = revisions.last();

        var checked = imports.take(there, true, change -> { }, Pace.FULL);
        assertThat(revisions.last()).isEqualTo(before);
        var merged = imports.take(there, false, change -> { }, Pace.FULL);

        assertThat(checked.stored()).isEqualTo(merged.stored());
        assertThat(merged.conflicts()).isEqualTo(2);
        assertThat(merged.refused()).isZero();
        assertThat(merged.read()).isEqualTo(merged.stored() + merged.unchanged() + merged.conflicts());
        assertThat(merged.problems()).extracting(ArchiveOutcome.Problem::value).containsExactlyInAnyOrder(changedInBoth.id().toString(), clashing.id().toString());
        assertThat(name(untouched)).isEqualTo(untouched.name());
        assertThat(name(changedThere)).isEqualTo("Changed there");
        assertThat(name(changedHere)).isEqualTo("Changed here");
        assertThat(name(changedInBoth)).isEqualTo("Changed here too");
        assertThat(revisions.present(RecordKind.SOURCE, retractedThere.id()).orElseThrow()).satisfies(gone -> {
            assertThat(gone.isRetraction()).isTrue();
            assertThat(gone.reason()).isEqualTo("Nobody reads it");
        });
        assertThat(revisions.present(RecordKind.STATEMENT, newThere.id()).orElseThrow()).satisfies(added -> {
            assertThat(added.record()).isEqualTo(newThere);
            assertThat(added.number()).isGreaterThan(before);
        });
        assertThat(revisions.present(RecordKind.ACTOR, clashing.id())).isEmpty();
        assertThat(revisions.present(RecordKind.ACTOR, other.id())).isPresent();

        long after = revisions.last();
        assertThat(imports.take(there, false, change -> { }, Pace.FULL).stored()).as("a second time").isZero();
        assertThat(revisions.last()).isEqualTo(after);
    }

    private void refused(byte[] archive, String name, UnaryOperator<String> change, String... said) throws Exception {
        var repacked = new Repacked(archive);
        var before = repacked.text(name);
        var wrong = repacked.change(name, change).describedRightly().file(folder);
        assertThat(repacked.text(name)).as("%s is another one", name).isNotEqualTo(before);
        assertThatThrownBy(() -> restore.restore(wrong, Pace.FULL)).isInstanceOf(ArchiveException.class).message().contains(said);
        assertThat(emptying.rows("revision") + emptying.rows("source") + revisions.last()).as("after %s", (Object) said[0]).isZero();
    }

    private static UnaryOperator<String> first(String given, String other) {
        return text -> text.replaceFirst(java.util.regex.Pattern.quote(given), other);
    }

    private String name(SourceRecord source) {
        return ((SourceRecord) revisions.present(RecordKind.SOURCE, source.id()).orElseThrow().record()).name();
    }

    private long restoredAnew(Path archive) throws IOException {
        try {
            emptying.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        imports.take(archive, false, change -> { }, Pace.FULL);
        return revisions.last();
    }

    private byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        archives.write(out, Pace.FULL);
        return out.toByteArray();
    }

    private Path file(byte[] archive) throws IOException {
        return Files.write(Files.createTempFile(folder, "archive", ".zip"), archive);
    }

    /** File for file first, since that tells more. */
    private static void assertSame(byte[] one, byte[] other, String what) throws IOException {
        var files = new Repacked(one);
        var others = new Repacked(other);
        assertThat(others.files.keySet()).as(what).isEqualTo(files.files.keySet());
        for (var name : files.files.keySet()) {
            assertThat(others.text(name)).as("%s, %s", name, what).isEqualTo(files.text(name));
        }
        assertThat(other).as(what).isEqualTo(one);
    }
}
