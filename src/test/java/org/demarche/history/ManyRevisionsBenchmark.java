package org.demarche.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.item.Directory;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An item with very many revisions is read as of a moment in at most twice the time of one with few: {@code ./mvnw test -Pbenchmark -Dtest=ManyRevisionsBenchmark}.
 * Rounds of both take turns, and the quickest of each counts.
 */
@QuarkusTest
@Tag("benchmark")
class ManyRevisionsBenchmark {
    private static final int FEW = 10;
    private static final int MANY = Integer.getInteger("demarche.benchmark.revisions", 10_000);
    private static final int OF_A_CHANGE = 100;
    private static final int ROUNDS = 200;
    private static final int MOMENTS = 5;

    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    Directory directory;

    @Test
    void asOfAnItemOfManyRevisionsBesideOneOfFew() {
        var few = changed(FEW);
        var many = changed(MANY);
        long quickestOfFew = Long.MAX_VALUE;
        long quickestOfMany = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            quickestOfFew = Math.min(quickestOfFew, read(few, round));
            quickestOfMany = Math.min(quickestOfMany, read(many, round));
        }
        System.out.printf("as_of: %.2f ms with %,d revisions, %.2f ms with %,d: %.2f times%n", quickestOfFew / 1e6, FEW, quickestOfMany / 1e6, MANY, (double) quickestOfMany / quickestOfFew);
        assertThat((double) quickestOfMany / quickestOfFew).isLessThanOrEqualTo(2);
    }

    /** @param moments of some of its revisions */
    private record Changed(StatementRecord statement, List<Instant> moments, List<String> summaries) {
    }

    private Changed changed(int versions) {
        var speaker = kept.actor("STATE", "State of many minds");
        var document = kept.document("Seen often", null);
        var first = kept.statement("Version 1", null, List.of(speaker), List.of(), List.of(Kept.words(document, "As printed", "en")), List.of());
        history.together(writing -> {
            var present = first;
            for (int version = 2; version <= versions;) {
                var from = present;
                int last = Math.min(versions, version + OF_A_CHANGE - 1);
                int next = version;
                present = writing.write(change -> {
                    var kept = from;
                    for (int number = next; number <= last; number++) {
                        kept = change.keep(new StatementRecord(kept.id(), kept.version(), kept.date(), kept.dateBasis(), null, "Version " + number, null, kept.instrument(), kept.topics(), kept.speakers(),
                                kept.addressees(), kept.targets(), kept.stances(), kept.renderings(), kept.codings(), kept.links(), null));
                    }
                    return kept;
                });
                version = last + 1;
            }
            return present;
        });
        var moments = new ArrayList<Instant>();
        var summaries = new ArrayList<String>();
        for (int moment = 1; moment <= MOMENTS; moment++) {
            var at = revisions.version(RecordKind.STATEMENT, first.id(), Math.max(1, versions * moment / MOMENTS)).orElseThrow().at();
            var last = revisions.of(RecordKind.STATEMENT, first.id()).stream().filter(revision -> !revision.at().isAfter(at)).findFirst().orElseThrow();
            moments.add(at);
            summaries.add(((StatementRecord) last.record()).summary());
        }
        return new Changed(first, moments, summaries);
    }

    /** In nanoseconds. */
    private long read(Changed changed, int round) {
        int moment = round % MOMENTS;
        var query = TimelineQuery.ofQueryString("item=" + changed.statement.id() + "&as_of=" + changed.moments.get(moment), directory);
        long start = System.nanoTime();
        var found = items.list(query).items();
        long took = System.nanoTime() - start;
        assertThat(found).extracting(org.demarche.item.Item::summary).containsExactly(changed.summaries.get(moment));
        return took;
    }
}
