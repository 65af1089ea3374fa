package org.demarche.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

import org.demarche.item.Clause.Field;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;

/** The orders of a query, and where a page of one ended. The last keys of each are the item's id, so that no two items are alike. */
enum LuceneOrder {
    DATE(byDate(false)),
    LATEST_FIRST(byDate(true)),
    RECORDED(byRecorded(false)),
    RELEVANCE(Stream.concat(Stream.of(SortField.FIELD_SCORE), byDate(false).stream()).toList()),
    RECORDED_LAST_FIRST(byRecorded(true));

    /** The one that ended last first, and of several the last by date. */
    static final Sort LAST_ENDED = new Sort(Stream.concat(Stream.of(number(Field.LATEST.word(), true)), byDate(true).stream()).toArray(SortField[]::new));

    private final Sort sort;

    LuceneOrder(List<SortField> keys) {
        sort = new Sort(keys.toArray(SortField[]::new));
    }

    static LuceneOrder of(TimelineQuery query) {
        return switch (query.sort()) {
            case "-date" -> LATEST_FIRST;
            case "recorded" -> RECORDED;
            case "-recorded" -> RECORDED_LAST_FIRST;
            case "relevance" -> RELEVANCE;
            default -> DATE;
        };
    }

    Sort sort() {
        return sort;
    }

    static UUID id(FieldDoc found) {
        int last = found.fields.length - 1;
        return new UUID(IndexFields.ordered((Long) found.fields[last - 1]), IndexFields.ordered((Long) found.fields[last]));
    }

    /** The place behind this item. */
    static FieldDoc after(FieldDoc last) {
        // Of documents with the same keys those behind this number are next, and of this item there is one alone.
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, last.fields);
    }

    /** Where a page goes on after this item. */
    String cursor(FieldDoc last) {
        var keys = Stream.of(last.fields).map(Object::toString).collect(Collectors.joining(" "));
        return Base64.getUrlEncoder().withoutPadding().encodeToString((ordinal() + " " + keys).getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a cursor names; null where the query has none. */
    FieldDoc after(TimelineQuery query) {
        var cursor = query.value(Parameter.CURSOR).orElse(null);
        if (cursor == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length != sort.getSort().length + 1 || Integer.parseInt(parts[0]) != ordinal()) {
                throw new IllegalArgumentException("of another order");
            }
            var keys = new ArrayList<Object>();
            for (int index = 1; index < parts.length; index++) {
                keys.add(key(sort.getSort()[index - 1], parts[index]));
            }
            return after(new FieldDoc(0, Float.NaN, keys.toArray()));
        } catch (IllegalArgumentException broken) {
            throw new BadParameterException("cursor", "cursor: this is none that an earlier page of this query gave; leave it out to begin again");
        }
    }

    private static Object key(SortField field, String text) {
        if (field.getType() == SortField.Type.SCORE) {
            return score(text);
        }
        return Long.valueOf(text);
    }

    private static Float score(String text) {
        var score = Float.valueOf(text);
        if (score.isNaN()) {
            throw new IllegalArgumentException("no score");
        }
        return score;
    }

    private static List<SortField> byDate(boolean reverse) {
        return Stream.of(Field.EARLIEST.word(), Field.LATEST.word(), IndexFields.TIME, IndexFields.RANK, IndexFields.ID_HIGH, IndexFields.ID_LOW).map(field -> number(field, reverse)).toList();
    }

    private static List<SortField> byRecorded(boolean reverse) {
        return Stream.of(Field.RECORDED.word(), IndexFields.ID_HIGH, IndexFields.ID_LOW).map(field -> number(field, reverse)).toList();
    }

    private static SortField number(String field, boolean reverse) {
        return new SortField(field, SortField.Type.LONG, reverse);
    }
}
