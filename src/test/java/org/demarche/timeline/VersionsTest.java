package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.demarche.item.DateOrder;
import org.demarche.item.GeneratedItems;
import org.demarche.item.GeneratedQueries;
import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index as of any revision, whether it followed each change or was built of them all. */
class VersionsTest {
    private static final int EDITS = 300;
    private static final int MOMENTS = 40;
    private static final int FEW = 10;
    private static final int MANY = 2_000;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final GeneratedItems world = new GeneratedItems(seed);
    private final ListedContent content = new ListedContent(world);

    @Test
    void asOfAnyRevisionItHoldsWhatHeldThen() {
        try (var followed = new ItemIndex(folder.resolve("followed"), content)) {
            followed.open();
            for (int edit = 0; edit < EDITS; edit++) {
                edit();
                if (random.nextInt(4) == 0) {
                    followed.follow(content.last());
                }
            }
            followed.follow(content.last());
            assertHolds(followed);
            followed.rebuild(ItemIndex.Progress.NONE);
            assertHolds(followed);
        }
        try (var built = new ItemIndex(folder.resolve("built"), content)) {
            built.open();
            assertHolds(built);
        }
    }

    @Test
    void oneOfManyVersionsIsFoundWithAsLittleReadingAsOneOfFew() {
        var item = world.items(1).get(0);
        content.put(List.of(item));
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            for (int version = 2; version <= MANY; version++) {
                content.put(List.of(like(item)));
                if (version == FEW || version == MANY) {
                    index.follow(content.last());
                    long read = content.rowsRead();
                    long first = content.last() - version + 1;
                    for (long number : List.of(first, content.last() - version / 2, content.last())) {
                        assertThat(new LuceneItems(index).list(asOf(TimelineQuery.ALL, number)).items()).isEqualTo(List.copyOf(content.at(number)));
                    }
                    assertThat(content.rowsRead() - read).as("rows read with %d versions", version).isEqualTo(3);
                    assertThat((int) index.search(searcher -> searcher.count(LuceneClauses.records(IndexFields.PAST_ITEM)))).isEqualTo(version - 1);
                }
            }
        }
    }

    @Test
    void aMomentBeforeEverythingHasNothing() {
        content.put(world.items(3));
        try (var index = new ItemIndex(folder, content)) {
            index.open();
            var items = new LuceneItems(index);

            assertThat(items.list(asOf(TimelineQuery.ALL, 0)).items()).isEmpty();
            assertThat(items.extent(asOf(TimelineQuery.ALL, 0))).isEmpty();
            assertThat(items.edges(asOf(TimelineQuery.ALL, 0)).before()).isEmpty();
            assertThat(items.count(asOf(TimelineQuery.ALL, content.last())).all()).isEqualTo(3);
        }
    }

    private void edit() {
        var present = new ArrayList<>(content.present());
        present.sort((one, other) -> one.id().compareTo(other.id()));
        if (present.size() < 20 || random.nextInt(5) == 0) {
            content.put(world.items(1));
            return;
        }
        var item = present.get(random.nextInt(present.size()));
        var other = present.get(random.nextInt(present.size()));
        switch (random.nextInt(6)) {
            case 0 -> content.retract(item);
            case 1 -> {
                if (item.id().compareTo(other.id()) > 0) {
                    content.after(item, other);
                }
            }
            case 2 -> content.afterNothing(item);
            case 3 -> content.restoreOne(random);
            default -> content.put(List.of(like(item)));
        }
    }

    /** The same item with everything of another one. */
    private Item like(Item item) {
        var other = Stream.generate(() -> world.items(1).get(0)).filter(any -> any.kind() == item.kind()).findFirst().orElseThrow();
        return new Item(item.id(), other.kind(), item.version() + 1, other.title(), other.summary(), other.when(), other.speakers(), other.addressees(), other.targets(), other.participants(),
                other.stances(), other.eventKind(), other.status(), other.instrument(), other.place(), other.report(), other.documents(), other.sources(), other.event(), other.within(),
                other.links(), other.topics(), other.codings(), other.recorded());
    }

    private void assertHolds(ItemIndex index) {
        var items = new LuceneItems(index);
        var queries = new GeneratedQueries(world, new ArrayList<>(content.present()));
        for (int moment = 0; moment < MOMENTS; moment++) {
            long number = 1 + random.nextInt((int) content.last());
            for (var query : List.of(TimelineQuery.ALL, queries.next(), queries.search())) {
                var asked = asOf(query, number).with(Parameter.LIMIT, "500");
                var expected = content.at(number).stream().filter(item -> asked.matches(item, world.names()::get)).sorted(DateOrder.by(id -> content.rank(id, number))).toList();

                assertThat(items.list(asked).items()).as("-Ddemarche.test.seed=" + seed + " ?" + asked).isEqualTo(expected);
                assertThat(items.count(asked).all()).as("-Ddemarche.test.seed=" + seed + " ?" + asked).isEqualTo(expected.size());
            }
        }
    }

    private static TimelineQuery asOf(TimelineQuery query, long number) {
        return query.with(Parameter.AS_OF, Instant.ofEpochSecond(number).toString());
    }
}
