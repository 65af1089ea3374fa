package org.demarche.exchange.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ExampleRemovalTest.FolderOfItsOwn.class)
class ExampleRemovalTest {
    @Inject
    ExampleData example;
    @Inject
    History history;
    @Inject
    Identities identities;
    @Inject
    Items items;

    public static class FolderOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.data-dir", "./target/test-data/removal-" + System.nanoTime());
        }
    }

    @Test
    void removingTheExampleLeavesWhatTheAnalystAddedAndWhatThatNeeds() {
        assertThat(items.count(TimelineQuery.ALL).all()).isEqualTo(18);
        assertThat(example.isPresent()).isTrue();
        var source = history.keep(new SourceRecord(null, null, null, "Ministry press room", null, null));
        var document = history.keep(new DocumentRecord(null, null, source.slug(), null, "Transcript", null, null, "2023-02-02", null, "en", null, null, null));
        var mine = history.keep(new StatementRecord(null, null, "2023-02-02", null, null, "China answers", null, null, List.of(),
                List.of(new StatementRecord.Speaker("mao-ning", null, null, null, null, null)), List.of(), List.of("nato"), List.of(),
                List.of(new StatementRecord.Rendering(document.id(), null, null, null, null, null, null, null, null)), List.of(), List.of(), null));

        assertThat(example.remove()).isGreaterThan(60);

        assertThat(example.isPresent()).isFalse();
        assertThat(items.count(TimelineQuery.ALL).all()).isEqualTo(1);
        assertThat(items.of(List.of(mine.id()))).singleElement().satisfies(item -> assertThat(item.speakers().get(0).behalf()).extracting("slug").containsExactly("mfa-china", "china"));
        assertThat(List.of("mao-ning", "mfa-china", "china", "nato")).allMatch(slug -> identities.presentSlug(RecordKind.ACTOR, slug).isPresent());
        assertThat(List.of("japan", "canada", "jens-stoltenberg")).allMatch(slug -> identities.presentSlug(RecordKind.ACTOR, slug).isEmpty());
        assertThat(example.remove()).as("a second time").isZero();
    }
}
