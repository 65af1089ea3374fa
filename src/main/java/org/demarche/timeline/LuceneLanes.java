package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

import org.demarche.item.Clause.Field;
import org.demarche.item.ItemKind;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.View;
import org.demarche.time.Window;

/**
 * Counts the items of a query for each lane and step, in two walks over the columns of the index: the first finds the most active lanes,
 * the second counts the steps of these alone, so that thousands of lanes cost no memory.
 */
final class LuceneLanes extends SimpleCollector {
    /** From so many principals on, a joint statement has no part in the lanes of single ones. */
    static final int JOINT_FROM = 4;
    /** Lanes that are not of one value: they are always counted, beside the most active ones. */
    private static final Set<String> BESIDE = Set.of(Lanes.EVENTS, Lanes.JOINT, Lanes.UNKNOWN, ItemKind.STATEMENT.word(), ItemKind.EVENT.word());

    private final Lanes.By by;
    private final long[] bounds;
    private final Window window;
    private final boolean definitely;
    private final Set<String> targets;
    private final Predecessors joined;
    private final Function<Collection<UUID>, Map<UUID, IndexContent.Called>> topics;
    private final Map<String, LaneCount> lanes = new HashMap<>();
    /** The keys of the lanes that are counted step by step; null while they are being chosen. */
    private Set<String> chosen;
    /** Lanes with at most so many items note their documents. */
    private int mostNoted;
    /** Of the item that is being counted, so that none counts twice in a lane that two of its terms lead to. */
    private long item;
    private long shown;
    private long shownEvents;
    private int base;
    private int number;

    private LaneTerms members;
    private LuceneSigns signs;
    private NumericDocValues principals;
    private NumericDocValues earliest;
    private NumericDocValues latest;
    private NumericDocValues latestStart;
    private NumericDocValues earliestEnd;

    /**
     * @param bounds the first day of each step and the day after the last
     * @param window what is in view of that
     * @param definitely whether only what must be in the window is
     * @param targets ids of actors: only stances toward these count; null where all do
     * @param joined which actors share a lane
     * @param topics what topics are called, by their ids
     */
    LuceneLanes(Lanes.By by, List<Long> bounds, Window window, boolean definitely, Set<String> targets, Predecessors joined,
                Function<Collection<UUID>, Map<UUID, IndexContent.Called>> topics) {
        this.by = by;
        this.bounds = bounds.stream().mapToLong(Long::longValue).toArray();
        this.window = window;
        this.definitely = definitely;
        this.targets = targets;
        this.joined = joined;
        this.topics = topics;
    }

    /** @param number of lanes at most, beside those that are not of one value */
    Lanes count(IndexSearcher searcher, Query items, int number) throws IOException {
        if (by != Lanes.By.KIND) {
            searcher.search(items, this);
        }
        var slugs = slugs(searcher);
        var order = byActivity(slugs);
        long ofValues = lanes.keySet().stream().filter(key -> !BESIDE.contains(key)).count();
        var most = Stream.concat(lanes.values().stream().filter(lane -> !BESIDE.contains(lane.key())).sorted(order).limit(number).map(LaneCount::key), BESIDE.stream()).collect(Collectors.toSet());
        countSteps(searcher, items, most);
        return new Lanes(Arrays.stream(bounds).boxed().toList(),
                lanes.values().stream().sorted(order).map(lane -> new Lanes.Lane(shownKey(lane.key(), slugs), lane.total(), lane.events(), lane.joint(), lane.steps())).toList(),
                ofValues - most.stream().filter(lanes::containsKey).filter(key -> !BESIDE.contains(key)).count());
    }

    /**
     * What a drawing shows, with the numbers of documents in the place of items.
     *
     * @param lanes one page of them, in their order
     * @param more lanes behind
     */
    record Drawn(Items.Total shown, List<Lane> lanes, long more) {
    }

    /** @param documents null where the lane is counted, as steps are where it is not */
    record Lane(String key, long total, long events, long joint, List<Integer> documents, List<Lanes.Step> steps) {
    }

    Drawn draw(IndexSearcher searcher, Query items, View.Frame frame) throws IOException {
        searcher.search(items, this);
        var found = new Items.Total(shown - shownEvents, shownEvents);
        var slugs = slugs(searcher);
        var pinned = frame.pinned();
        var order = Comparator.comparingInt((LaneCount lane) -> LaneNames.rank(lane.key()))
                .thenComparingInt(lane -> View.place(pinned, shownKey(lane.key(), slugs))).thenComparing(byActivity(slugs));
        var page = lanes.values().stream().sorted(order).skip(frame.first()).limit(frame.limits().lanes()).map(LaneCount::key).toList();
        long more = Math.max(0, lanes.size() - frame.first() - page.size());
        mostNoted = frame.limits().inLane();
        countSteps(searcher, items, Set.copyOf(page));
        var drawn = new ArrayList<Lane>();
        var single = new HashSet<Integer>();
        for (var key : page) {
            var lane = lanes.get(key);
            var together = new HashSet<>(single);
            together.addAll(lane.documents());
            boolean each = lane.around() <= frame.limits().inLane() && together.size() <= frame.limits().inAll();
            if (each) {
                single = together;
            }
            drawn.add(new Lane(shownKey(key, slugs), lane.total(), lane.events(), lane.joint(), each ? lane.documents() : null, each ? null : lane.steps()));
        }
        return new Drawn(found, drawn, more);
    }

    private static Comparator<LaneCount> byActivity(Map<String, String> slugs) {
        return Comparator.comparingLong((LaneCount lane) -> -lane.total()).thenComparingLong(lane -> -lane.around()).thenComparing(lane -> shownKey(lane.key(), slugs));
    }

    private void countSteps(IndexSearcher searcher, Query items, Set<String> keys) throws IOException {
        chosen = keys;
        lanes.clear();
        searcher.search(items, this);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        var reader = leaf.reader();
        base = leaf.docBase;
        members = new LaneTerms(DocValues.getSortedSet(reader, column()));
        signs = by.isOfTargets() ? LuceneSigns.toward(reader, null)
                : targets != null || by.isOfHolders() && !joined.heads().isEmpty() ? LuceneSigns.toward(reader, targets) : LuceneSigns.ready(reader);
        principals = DocValues.getNumeric(reader, IndexFields.PRINCIPALS);
        earliest = DocValues.getNumeric(reader, Field.EARLIEST.word());
        latest = DocValues.getNumeric(reader, Field.LATEST.word());
        latestStart = DocValues.getNumeric(reader, Field.LATEST_START.word());
        earliestEnd = DocValues.getNumeric(reader, Field.EARLIEST_END.word());
    }

    @Override
    public void collect(int document) throws IOException {
        long from = value(earliest, document);
        long to = value(latest, document);
        int first = firstStep(from);
        int last = lastStep(to);
        if (first > last) {
            return;
        }
        long speakFor = value(principals, document);
        boolean event = speakFor == IndexFields.EVENT_HAS_NONE;
        long fromSure = value(latestStart, document);
        long toSure = value(earliestEnd, document);
        boolean inWindow = definitely ? fromSure <= window.to() && toSure >= window.from() : from <= window.to() && to >= window.from();
        var placed = new LaneCount.Placed(first, last, firstStep(fromSure), lastStep(toSure), event, speakFor > 1, inWindow);
        if (chosen == null && inWindow) {
            shown++;
            shownEvents += event ? 1 : 0;
        }
        if (chosen != null) {
            signs.read(document);
        }
        item++;
        number = base + document;
        if (by == Lanes.By.KIND || by == Lanes.By.COUNTRY && !event) {
            addTo((event ? ItemKind.EVENT : ItemKind.STATEMENT).word(), placed);
        } else if (event && by.setsEventsApart()) {
            addTo(Lanes.EVENTS, placed);
        } else if (by.setsJointApart() && speakFor >= JOINT_FROM) {
            addTo(Lanes.JOINT, placed);
        } else {
            addToMembers(document, placed);
        }
    }

    private void addToMembers(int document, LaneCount.Placed placed) throws IOException {
        int count = members.read(document);
        if (count == 0) {
            addTo(Lanes.UNKNOWN, placed);
        }
        for (int index = 0; index < count; index++) {
            var lane = members.next();
            if (lane != null) {
                add(lane, placed, index);
            }
        }
    }

    private void addTo(String key, LaneCount.Placed placed) {
        var lane = lane(key);
        if (lane != null) {
            add(lane, placed, 0);
        }
    }

    /** @param place of the lane's term among those of the document */
    private void add(LaneCount lane, LaneCount.Placed placed, int place) {
        if (lane.isNew(item)) {
            lane.add(placed);
            if (chosen != null) {
                lane.addToSteps(placed, signs.sign(place, lane.holders(), lane.toward()));
                if (lane.around() <= mostNoted) {
                    lane.addDocument(number);
                }
            }
        }
    }

    private String column() {
        return switch (by) {
            // Nothing is read from it where lanes are by kind.
            case PRINCIPAL, KIND -> IndexFields.PRINCIPAL;
            case DYAD -> IndexFields.DYAD;
            case BEHALF -> Field.BEHALF.word();
            case ACTOR -> Field.ACTOR.word();
            case TARGET -> Field.TARGET.word();
            case TYPE -> Field.TYPE.word();
            case TOPIC -> Field.TOPIC.word();
            case COUNTRY -> Field.COUNTRY.word();
        };
    }

    /** The key of the lane that a term leads to: another's, where that came after it. */
    private String key(String term) {
        if (joined.heads().isEmpty() || !isOfActors()) {
            return term;
        }
        return of(term, id -> joined.head(UUID.fromString(id)).toString());
    }

    private boolean isOfActors() {
        return by.setsEventsApart();
    }

    /** The same text with each id in it put another way. */
    private static String of(String key, UnaryOperator<String> other) {
        int between = key.indexOf(Lanes.TOWARD);
        if (between < 0) {
            return other.apply(key);
        }
        var target = key.substring(between + 1);
        return other.apply(key.substring(0, between)) + Lanes.TOWARD + (target.isEmpty() ? "" : other.apply(target));
    }

    private static String shownKey(String key, Map<String, String> slugs) {
        return of(key, id -> slugs.getOrDefault(id, id));
    }

    /** The lane of this key; null where it was not chosen. */
    private LaneCount lane(String key) {
        return chosen == null || chosen.contains(key) ? lanes.computeIfAbsent(key, this::laneCount) : null;
    }

    private LaneCount laneCount(String key) {
        int between = key.indexOf(Lanes.TOWARD);
        var holders = by.isOfHolders() && !BESIDE.contains(key) ? members(between < 0 ? key : key.substring(0, between)) : null;
        var toward = by.isOfTargets() && !BESIDE.contains(key) && between < key.length() - 1 ? members(key.substring(between + 1)) : null;
        return new LaneCount(key, chosen == null ? 0 : bounds.length - 1, holders, toward);
    }

    private Set<String> members(String actor) {
        return joined.members(UUID.fromString(actor)).stream().map(UUID::toString).collect(Collectors.toSet());
    }

    /** The first step that does not end before the day. */
    private int firstStep(long day) {
        int at = Arrays.binarySearch(bounds, day);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private int lastStep(long day) {
        int at = Arrays.binarySearch(bounds, day);
        return Math.min(bounds.length - 2, at >= 0 ? at : -at - 2);
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        values.advanceExact(document);
        return values.longValue();
    }

    /** The present slugs of the actors that lanes stand for, as the index holds them, or of the topics. */
    private Map<String, String> slugs(IndexSearcher searcher) throws IOException {
        var slugs = new HashMap<String, String>();
        if (by == Lanes.By.TOPIC) {
            topics.apply(lanes.keySet().stream().filter(key -> !BESIDE.contains(key)).map(UUID::fromString).toList()).forEach((id, topic) -> slugs.put(id.toString(), topic.slug()));
        }
        if (!isOfActors()) {
            return slugs;
        }
        var ids = lanes.keySet().stream().flatMap(key -> Stream.of(key.split(Lanes.TOWARD))).distinct().map(BytesRef::new).toList();
        var query = new BooleanQuery.Builder().add(LuceneClauses.records(IndexFields.NAMED_ACTOR), Occur.FILTER)
                .add(new TermInSetQuery(IndexFields.ID, ids), Occur.FILTER).build();
        LuceneIds.each(searcher, query, (id, slug) -> slugs.put(id.toString(), slug));
        return slugs;
    }

    /** The lanes of a segment's terms, each looked up once. */
    private final class LaneTerms {
        private final SortedSetDocValues terms;
        private final LaneCount[] counts;
        private final boolean[] known;

        LaneTerms(SortedSetDocValues terms) {
            this.terms = terms;
            this.counts = new LaneCount[Math.toIntExact(terms.getValueCount())];
            this.known = new boolean[counts.length];
        }

        int read(int document) throws IOException {
            return terms.advanceExact(document) ? terms.docValueCount() : 0;
        }

        /** The lane of the next term; null where it was not chosen. */
        LaneCount next() throws IOException {
            int term = (int) terms.nextOrd();
            if (!known[term]) {
                counts[term] = lane(key(terms.lookupOrd(term).utf8ToString()));
                known[term] = true;
            }
            return counts[term];
        }
    }
}
