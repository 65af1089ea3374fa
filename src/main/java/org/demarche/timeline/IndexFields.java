package org.demarche.timeline;


import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

import org.demarche.text.Words;

/** The fields of the index beside those of {@link org.demarche.item.Clause.Field}, and how their texts are read. */
final class IndexFields {
    /** The id of an item or actor, as text. */
    static final String ID = "id";
    /** What a document is: {@link #ITEM} or {@link #NAMED_ACTOR}. */
    static final String RECORD = "record";
    static final String ITEM = "item";
    static final String NAMED_ACTOR = "actor";

    /** Title, summary and words of an item, each a value of its own, read for words and as printed. */
    static final String TEXT = "text";
    static final String PRINTED = "text_printed";
    /** All names of an actor, read likewise. */
    static final String NAME = "name";
    static final String NAME_PRINTED = "name_printed";
    static final String SLUG = "slug";

    /** Minutes since midnight, −1 where no time of day is known. */
    static final String TIME = "time";
    /** For an event the ids of the events above it, to see whether these changed. */
    static final String PATH = "path";
    /** Whether a known bound places the item, 0 or 1. */
    static final String PLACED = "placed";
    static final String PRINCIPAL = "principal";
    /** One term for each stance: see {@link IndexedStance}. */
    static final String HELD = "held";
    /** How many principals a statement has; 0 for an event. */
    static final String PRINCIPALS = "principals";

    /** More than a phrase can have words, so that none goes from one text on into the next. */
    private static final int BETWEEN_TEXTS = 1_000;

    private IndexFields() {
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
