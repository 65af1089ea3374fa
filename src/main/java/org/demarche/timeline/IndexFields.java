package org.demarche.timeline;


import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

import org.demarche.text.Words;

/** The fields of the index beside those of {@link org.demarche.item.Clause.Field}, and how their texts are read. */
final class IndexFields {
    /** The id of an item or actor, as text. */
    static final String ID = "id";
    /** That of an item of which the document is an earlier version, so that writing the present one leaves this one alone. */
    static final String PAST_ID = "past_id";
    /** Its two halves as numbers in the order of the texts: a column of numbers is read many times faster than one of texts. */
    static final String ID_HIGH = "id_high";
    static final String ID_LOW = "id_low";
    /** What a document is: {@link #ITEM}, {@link #PAST_ITEM}, {@link #NAMED_ACTOR} or {@link #RETRACTED_ACTOR}. */
    static final String RECORD = "record";
    static final String ITEM = "item";
    static final String PAST_ITEM = "past";
    static final String NAMED_ACTOR = "actor";
    /** It is found by no name: only what was known earlier has it. */
    static final String RETRACTED_ACTOR = "retracted";

    /** Title, summary and words of an item, each a value of its own, read for words and as printed. */
    static final String TEXT = "text";
    static final String PRINTED = "text_printed";
    /** All names of an actor, read likewise. */
    static final String NAME = "name";
    static final String NAME_PRINTED = "name_printed";
    /** The names of an actor or the title of an event as {@link org.demarche.text.FoldedName} has them, whole and from each word on. */
    static final String WHOLE = "whole";
    static final String STARTS = "starts";
    /** The whole ones in their own script alone. */
    static final String OWN = "own";
    static final String SLUG = "slug";
    /** The short name of an actor. */
    static final String CALLED = "called";

    /** The numbers of the revision from which on an item was as its document says, and for an earlier version of the one that ended that. */
    static final String SINCE = "since";
    static final String UNTIL = "until";
    /** What an item's mark and label need: see {@link Card}. */
    static final String CARD = "card";
    /** Of an actor what else a label tells of it: its type, {@code 1} where the family name comes first, when it began and ended, and its name, with line ends between. */
    static final String ACTOR_NAME = "actor_name";

    /** Minutes since midnight, −1 where no time of day is known. */
    static final String TIME = "time";
    /** After how many others, one after the other, links say that an item comes: it parts those of the same days and time. */
    static final String RANK = "rank";
    /** The ids of the items that it comes after directly, and of the affiliations that resolved its speakers: when these change, it may. */
    static final String AFTER = "after";
    static final String RESOLVED_BY = "resolved_by";
    /** Whether a known bound places the item, 0 or 1. */
    static final String PLACED = "placed";
    static final String PRINCIPAL = "principal";
    /** The name of a place as it is written. */
    static final String PLACE_NAME = "place_name";
    /** Each principal with each actor that it is about: see {@link LaneKeys#dyads}; of joint statements of many none. */
    static final String DYAD = "dyad";
    /** One term for each stance: see {@link IndexedStance}. */
    static final String HELD = "held";
    /** {@link IndexedStance#signs}. */
    static final String SIGNS = "signs";
    /** How many principals a statement has, or {@link #EVENT_HAS_NONE}. */
    static final String PRINCIPALS = "principals";
    static final long EVENT_HAS_NONE = -1;

    /** More than a phrase can have words, so that none goes from one text on into the next. */
    private static final int BETWEEN_TEXTS = 1_000;

    private IndexFields() {
    }

    /** Half of an id as a number that comes before another where its text does, or the half that was so written. */
    static long ordered(long half) {
        return half ^ Long.MIN_VALUE;
    }

    static Analyzer analyzer() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return switch (field) {
                    case TEXT, NAME -> Words.analyzer();
                    case PRINTED, NAME_PRINTED -> Words.exactAnalyzer();
                    default -> throw new IllegalArgumentException("No text is kept in the field " + field);
                };
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return BETWEEN_TEXTS;
            }
        };
    }
}
