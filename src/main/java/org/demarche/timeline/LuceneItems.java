package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.AsOf;
import org.demarche.item.Clause;
import org.demarche.item.Clause.Field;
import org.demarche.item.Clauses;
import org.demarche.item.Facet;
import org.demarche.item.Facets;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.item.View;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Items by way of the index: it says which and in what order, the database what they are. */
@ApplicationScoped
class LuceneItems implements Items {
    private static final int ROWS_AT_ONCE = 500;
    /** Each search of {@link #each} walks through all items of the query, so it takes the ids of many batches of rows at once. */
    private static final int IDS_AT_ONCE = 20 * ROWS_AT_ONCE;
    /** From so many on an export reads the database in its own order. */
    private static final int MANY = 5 * IDS_AT_ONCE;
    private static final int SPANS_KEPT = 200;
    /** Counts of 25 lanes and 160 steps are half a megabyte. */
    private static final int LANES_KEPT = 30;
    private static final Comparator<Item> BY_DATE = Comparator.comparingLong((Item item) -> item.when().stands().s1()).thenComparingLong(item -> item.when().stands().e2()).thenComparing(Item::id);

    private final ItemIndex index;
    private final int many;
    private final Kept<SpanKey, Optional<Window>> spans = new Kept<>(SPANS_KEPT);
    private final Kept<LanesKey, Lanes> lanes = new Kept<>(LANES_KEPT);

    @Inject
    LuceneItems(ItemIndex index) {
        this(index, MANY);
    }

    /** @param many of which an export reads the database in its own order */
    LuceneItems(ItemIndex index, int many) {
        this.index = index;
        this.many = many;
    }

    @Override
    public Slice list(TimelineQuery query) {
        var order = LuceneOrder.of(query);
        var after = order.after(query);
        var clause = clause(query);
        long number = number(query);
        return index.search(searcher -> {
            var found = top(searcher, new LuceneClauses(searcher, index.columns()).items(clause), order.sort(), after, query.limit() + 1, Integer.MAX_VALUE);
            var docs = Stream.of(found.scoreDocs).limit(query.limit()).map(FieldDoc.class::cast).toList();
            var next = found.scoreDocs.length > query.limit() ? order.cursor(docs.get(docs.size() - 1)) : null;
            return new Slice(rows(docs.stream().map(LuceneOrder::id).toList(), number), next, found.totalHits.value);
        });
    }

    @Override
    public Total count(TimelineQuery query) {
        return count(clause(query));
    }

    @Override
    public List<Total> counts(List<TimelineQuery> queries) {
        var named = new EnumMap<RecordKind, Set<String>>(RecordKind.class);
        queries.forEach(query -> Clauses.of(query, new LookedUp(index.content(), (kind, slugs) -> {
            named.computeIfAbsent(kind, any -> new HashSet<>()).addAll(slugs);
            return Map.of();
        })));
        var found = new EnumMap<RecordKind, Map<String, UUID>>(RecordKind.class);
        boolean isPast = queries.stream().anyMatch(query -> query.has(Parameter.AS_OF));
        named.forEach((kind, slugs) -> found.put(kind, isPast ? index.content().ever(kind, slugs) : index.content().ids(kind, slugs)));
        var lookUps = new LookedUp(index.content(), (kind, slugs) -> found.getOrDefault(kind, Map.of()));
        return queries.stream().map(query -> count(Clauses.of(query, lookUps))).toList();
    }

    private Total count(Clause clause) {
        return index.search(searcher -> {
            var clauses = new LuceneClauses(searcher, index.columns());
            long all = searcher.count(clauses.items(clause));
            long statements = searcher.count(clauses.items(both(clause, new Clause.Term(Field.KIND, ItemKind.STATEMENT.word()))));
            return new Total(statements, all - statements);
        });
    }

    @Override
    public void each(TimelineQuery query, Consumer<List<Item>> batch) {
        each(LuceneOrder.of(query), clause(query), number(query), batch);
    }

    @Override
    public void each(long number, Consumer<List<Item>> batch) {
        each(LuceneOrder.DATE, new Clause.And(List.of(new Clause.AsOf(number))), number, batch);
    }

    private void each(LuceneOrder order, Clause clause, long number, Consumer<List<Item>> batch) {
        index.search(searcher -> {
            pages(searcher, new LuceneClauses(searcher, index.columns()).items(clause), order, IDS_AT_ONCE, docs -> {
                for (int from = 0; from < docs.length; from += ROWS_AT_ONCE) {
                    batch.accept(rows(Stream.of(docs).skip(from).limit(ROWS_AT_ONCE).map(doc -> LuceneOrder.id((FieldDoc) doc)).toList(), number));
                }
            });
            return null;
        });
    }

    private interface Page {
        void see(ScoreDoc[] docs) throws IOException;
    }

    /** All that are found in this order, so many at a time: each time all are walked through. */
    private static void pages(IndexSearcher searcher, Query found, LuceneOrder order, int most, Page page) throws IOException {
        FieldDoc after = null;
        while (true) {
            var docs = top(searcher, found, order.sort(), after, most, 1).scoreDocs;
            page.see(docs);
            if (docs.length < most) {
                return;
            }
            after = LuceneOrder.after((FieldDoc) docs[docs.length - 1]);
        }
    }

    @Override
    public void each(TimelineQuery query, Function<Item, byte[]> form, Consumer<byte[]> taken) {
        var clause = clause(query);
        var order = LuceneOrder.of(query);
        long number = number(query);
        index.search(searcher -> {
            var found = new LuceneClauses(searcher, index.columns()).items(clause);
            int all = searcher.count(found);
            if (all < many) {
                each(order, clause, number, batch -> batch.forEach(item -> taken.accept(form.apply(item))));
                return null;
            }
            var recorded = new RecordedOrder(all);
            pages(searcher, found, order, MANY, docs -> recorded.add(searcher, docs));
            recorded.sort();
            asRecorded(recorded, number, form, taken);
            return null;
        });
    }

    private void asRecorded(RecordedOrder recorded, long number, Function<Item, byte[]> form, Consumer<byte[]> taken) throws IOException {
        try (var waiting = new WaitingForms(recorded.size())) {
            Together.each(IntStream.iterate(0, from -> from < recorded.size(), from -> from + IDS_AT_ONCE).boxed().toList(), from -> {
                var places = recorded.places(from, Math.min(recorded.size(), from + IDS_AT_ONCE));
                index.content().items(List.copyOf(places.keySet()), number, item -> waiting.put(places.get(item.id()), form.apply(item)));
            });
            waiting.each(taken);
        }
    }

    @Override
    public List<Item> of(Collection<UUID> ids) {
        return rows(ids, Revisions.NOW);
    }

    @Override
    public List<Item> of(Collection<UUID> ids, AsOf moment) {
        return rows(ids, number(moment));
    }

    @Override
    public Lanes lanes(TimelineQuery query, List<Long> bounds, int most) {
        var span = new Window(bounds.get(0), bounds.get(bounds.size() - 1) - 1);
        boolean isWhole = !query.definitely() && query.window().filter(span::equals).isPresent();
        return lanes.of(new LanesKey(query, bounds, most, index.revision()),
                () -> counting(isWhole ? everywhere(query) : query, false, (searcher, counting) -> counting.count(bounds, most)));
    }

    private record LanesKey(TimelineQuery query, List<Long> bounds, int most, long revision) {
    }

    @Override
    public View view(TimelineQuery query, View.Frame frame) {
        return counting(everywhere(query), query.definitely(), (searcher, lanes) -> {
            var drawn = lanes.draw(frame);
            var weightiest = Weightiest.of(drawn.lanes(), frame);
            var items = cards(searcher, drawn.lanes().stream().filter(lane -> lane.documents() != null).flatMap(lane -> lane.documents().stream()).distinct().sorted().toList());
            var standing = cards(searcher, weightiest.stream().map(Weightiest::document).distinct().sorted().toList());
            var places = new HashMap<Integer, Integer>();
            items.entrySet().stream().sorted(Map.Entry.comparingByValue(BY_DATE)).forEach(item -> places.put(item.getKey(), places.size()));
            return new View(drawn.shown(), items.values().stream().sorted(BY_DATE).toList(), drawn.lanes().stream().map(lane -> new View.Lane(lane.key(), lane.total(), lane.events(), lane.joint(),
                    lane.documents() == null ? null : lane.documents().stream().map(places::get).sorted().toList(), lane.steps() == null ? null : lane.steps().counts(),
                    weightiest.stream().filter(one -> one.lane() == lane).collect(Collectors.toMap(Weightiest::step, one -> standing.get(one.document()))))).toList(), drawn.more(),
                    new EventStatements(lanes.walk(), frame.window(), query.definitely()).at(Stream.concat(items.values().stream(), standing.values().stream()).filter(item -> !item.isStatement()).map(Item::id).distinct().toList()));
        });
    }

    /** @param documents in ascending order */
    private Map<Integer, Item> cards(IndexSearcher searcher, List<Integer> documents) throws IOException {
        var actors = index.columns().actors(searcher).byId();
        var cards = new HashMap<Integer, Item>();
        var leaves = searcher.getIndexReader().leaves();
        IdColumn ids = null;
        BinaryDocValues values = null;
        int at = -1;
        for (int document : documents) {
            int leaf = ReaderUtil.subIndex(document, leaves);
            if (leaf != at) {
                ids = new IdColumn(leaves.get(leaf).reader());
                values = DocValues.getBinary(leaves.get(leaf).reader(), IndexFields.CARD);
                at = leaf;
            }
            values.advanceExact(document - leaves.get(leaf).docBase);
            cards.put(document, Card.read(ids.of(document - leaves.get(leaf).docBase), values.binaryValue(), actors));
        }
        return cards;
    }

    private interface Counting<T> {
        T in(IndexSearcher searcher, LuceneLanes lanes) throws IOException;
    }

    /** The walk looks at days itself: what is asked here of windows is only what it does not. */
    private <T> T counting(TimelineQuery query, boolean definitely, Counting<T> counting) {
        var clause = clause(query);
        var targets = query.has(Parameter.TARGET)
                ? index.content().ids(RecordKind.ACTOR, query.values(Parameter.TARGET)).values().stream().map(UUID::toString).collect(Collectors.toSet()) : null;
        var joined = query.joinsPredecessors() ? Predecessors.of(index.content().successions()) : Predecessors.NOT_JOINED;
        var meaning = new LuceneLanes.Meaning(query.lanes(), definitely, targets, joined, topics -> index.content().called(RecordKind.TOPIC, topics));
        return index.search(searcher -> counting.in(searcher,
                new LuceneLanes(walk(searcher, clause), meaning)));
    }

    private ItemWalk walk(IndexSearcher searcher, Clause clause) throws IOException {
        return new ItemWalk(searcher, index.columns(), clause.equals(Clause.ALL) ? null : new LuceneClauses(searcher, index.columns()).items(clause));
    }

    private static TimelineQuery everywhere(TimelineQuery query) {
        return query.without(Parameter.FROM).without(Parameter.TO).without(Parameter.WHEN);
    }

    @Override
    public Facets facets(TimelineQuery query, Set<Facet> asked) {
        return new LuceneFacets(query, index).count(asked);
    }

    @Override
    public Optional<Window> opening(TimelineQuery query) {
        return span(query, true);
    }

    @Override
    public Optional<Window> extent(TimelineQuery query) {
        return span(query, false);
    }

    @Override
    public Edges edges(TimelineQuery query) {
        var window = query.window().orElse(Window.ALL);
        var clause = clause(query.without(Parameter.FROM).without(Parameter.TO).without(Parameter.WHEN));
        long number = number(query);
        return index.search(searcher -> {
            var before = first(searcher, both(clause, endedBefore(window.from())), LuceneOrder.LAST_ENDED);
            var after = first(searcher, both(clause, startsAfter(window.to())), LuceneOrder.DATE.sort());
            return new Edges(item(before, number), before.totalHits.value, item(after, number), after.totalHits.value);
        });
    }

    @Override
    public long revision() {
        return index.revision();
    }

    /** @param opens whether it is the window that a timeline opens on, else how far its items go */
    private record SpanKey(TimelineQuery query, boolean opens, long revision) {
    }

    private Optional<Window> span(TimelineQuery query, boolean opens) {
        var filters = query.filtersOnly();
        return spans.of(new SpanKey(filters, opens, index.revision()), () -> {
            var clause = clause(filters);
            return index.search(searcher -> {
                var found = walk(searcher, clause).all(() -> new LuceneSpans(opens));
                found.stream().skip(1).forEach(found.get(0)::add);
                return opens ? found.get(0).opening() : found.get(0).extent();
            });
        });
    }

    private long number(TimelineQuery query) {
        return number(query.asOf().orElse(null));
    }

    private long number(AsOf moment) {
        return moment == null ? Revisions.NOW : index.content().lastBefore(moment.until());
    }

    private List<Item> rows(Collection<UUID> ids, long number) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var items = index.content().items(ids, number);
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    private Clause clause(TimelineQuery query) {
        return Clauses.of(query, index.content());
    }

    private static Clause both(Clause one, Clause other) {
        return new Clause.And(List.of(one, other));
    }

    private static Clause endedBefore(long day) {
        return day == FourDays.MINUS_INFINITY ? Clause.NONE : new Clause.Range(Field.LATEST, FourDays.MINUS_INFINITY, day - 1);
    }

    private static Clause startsAfter(long day) {
        return day == FourDays.PLUS_INFINITY ? Clause.NONE : new Clause.Range(Field.EARLIEST, day + 1, FourDays.PLUS_INFINITY);
    }

    private TopFieldDocs first(IndexSearcher searcher, Clause clause, Sort order) throws IOException {
        return top(searcher, new LuceneClauses(searcher, index.columns()).items(clause), order, null, 1, Integer.MAX_VALUE);
    }

    private Optional<Item> item(TopFieldDocs found, long number) {
        return Stream.of(found.scoreDocs).map(doc -> LuceneOrder.id((FieldDoc) doc)).findFirst().flatMap(id -> rows(List.of(id), number).stream().findFirst());
    }

    private static TopFieldDocs top(IndexSearcher searcher, Query query, Sort order, FieldDoc after, int most, int countedExactly) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(order, most, after, countedExactly));
    }
}
