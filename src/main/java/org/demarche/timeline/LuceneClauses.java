package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import org.demarche.item.Clause;

/**
 * Puts clauses into Lucene's own. Only what is said in an item's texts counts toward its score.
 *
 * @param searcher where the names of actors are looked up
 */
record LuceneClauses(IndexSearcher searcher, ItemColumns columns) {

    /** The items for which the clause holds: as they are now, or as they were where it says as of when. */
    Query items(Clause clause) throws IOException {
        return asOf(clause) ? query(clause) : new BooleanQuery.Builder().add(query(clause), Occur.MUST).add(records(IndexFields.ITEM), Occur.FILTER).build();
    }

    static Query records(String kind) {
        return new TermQuery(new Term(IndexFields.RECORD, kind));
    }

    /** The present items that have one of these ids in a field. */
    static Query presentItems(String field, Collection<UUID> ids) {
        return new BooleanQuery.Builder().add(new TermInSetQuery(field, ids.stream().map(id -> new BytesRef(id.toString())).toList()), Occur.FILTER)
                .add(records(IndexFields.ITEM), Occur.FILTER).build();
    }

    private Query query(Clause clause) throws IOException {
        if (clause instanceof Clause.Term term) {
            return term.field() == Clause.Field.ID ? either(new TermQuery(new Term(IndexFields.ID, term.value())), new TermQuery(new Term(IndexFields.PAST_ID, term.value())))
                    : new TermQuery(new Term(term.field().word(), term.value()));
        } else if (clause instanceof Clause.Range range) {
            var field = range.field().word();
            return new IndexOrDocValuesQuery(LongPoint.newRangeQuery(field, range.from(), range.to()), NumericDocValuesField.newSlowRangeQuery(field, range.from(), range.to()));
        } else if (clause instanceof Clause.Words words) {
            return said(words.terms(), IndexFields.TEXT, IndexFields.NAME);
        } else if (clause instanceof Clause.Phrase phrase) {
            return said(phrase.terms(), IndexFields.PRINTED, IndexFields.NAME_PRINTED);
        } else if (clause instanceof Clause.AsOf asOf) {
            return asOf(asOf.revision());
        } else if (clause instanceof Clause.And and) {
            return and(and.clauses());
        } else if (clause instanceof Clause.Or or) {
            return or(or.clauses());
        } else {
            return and(List.of(clause));
        }
    }

    private static Query asOf(long revision) {
        var began = NumericDocValuesField.newSlowRangeQuery(IndexFields.SINCE, 0, revision);
        var present = new BooleanQuery.Builder().add(records(IndexFields.ITEM), Occur.FILTER).add(began, Occur.FILTER);
        var past = new BooleanQuery.Builder().add(records(IndexFields.PAST_ITEM), Occur.FILTER).add(began, Occur.FILTER)
                .add(NumericDocValuesField.newSlowRangeQuery(IndexFields.UNTIL, revision + 1, Long.MAX_VALUE), Occur.FILTER);
        return either(present.build(), past.build());
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
    }

    private Query said(List<String> terms, String texts, String names) throws IOException {
        var ofActors = columns.withActorsCalled(phrase(names, terms), searcher);
        var builder = new BooleanQuery.Builder().add(phrase(texts, terms), Occur.SHOULD);
        if (!(ofActors instanceof MatchNoDocsQuery)) {
            builder.add(new BoostQuery(new ConstantScoreQuery(ofActors), 0), Occur.SHOULD);
        }
        return builder.build();
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1 ? new TermQuery(new Term(field, terms.get(0))) : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private Query and(List<Clause> clauses) throws IOException {
        var builder = new BooleanQuery.Builder();
        for (var clause : clauses) {
            if (clause instanceof Clause.Not not) {
                builder.add(query(not.clause()), Occur.MUST_NOT);
            } else {
                builder.add(query(clause), scores(clause) ? Occur.MUST : Occur.FILTER);
            }
        }
        if (clauses.stream().allMatch(Clause.Not.class::isInstance)) {
            builder.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return builder.build();
    }

    private Query or(List<Clause> clauses) throws IOException {
        if (clauses.isEmpty()) {
            return new MatchNoDocsQuery("no value names anything");
        }
        var builder = new BooleanQuery.Builder();
        for (var clause : clauses) {
            builder.add(query(clause), Occur.SHOULD);
        }
        return builder.build();
    }

    private static boolean asOf(Clause clause) {
        return clause instanceof Clause.AsOf || parts(clause).anyMatch(LuceneClauses::asOf);
    }

    private static boolean scores(Clause clause) {
        return clause instanceof Clause.Words || clause instanceof Clause.Phrase
                || parts(clause).anyMatch(LuceneClauses::scores);
    }

    private static Stream<Clause> parts(Clause clause) {
        return clause instanceof Clause.And and ? and.clauses().stream() : clause instanceof Clause.Or or ? or.clauses().stream() : Stream.empty();
    }
}
