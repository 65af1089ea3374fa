package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.demarche.item.Clause.Field;
import org.demarche.item.Finding;
import org.demarche.item.ItemKind;
import org.demarche.text.FoldedName;
import org.demarche.text.Words;

/** Finds names in the index. */
@ApplicationScoped
class LuceneFinding implements Finding {
    /** So many of the best by name are put in order by the number of their items, which takes a look-up each. */
    private static final int COMPARED = 100;
    private static final int WORDS_COMPARED = 8;
    /** Of a text in which names are looked for. */
    private static final int WORDS_READ = 200;
    private static final int LONGEST_NAME = 5;
    /** Shorter words are near too many. */
    private static final int LEAST_NEAR = 4;

    private static final Sort BY_NAME = sort(new SortField(IndexFields.CALLED, SortField.Type.STRING));
    private static final Sort LATEST_FIRST = sort(new SortField(Field.EARLIEST.word(), SortField.Type.LONG, true));

    private final ItemIndex index;
    private final DirectSpellChecker spelling = new DirectSpellChecker();

    @Inject
    LuceneFinding(ItemIndex index) {
        this.index = index;
        spelling.setMinQueryLength(LEAST_NEAR);
    }

    @Override
    public List<UUID> actors(String typed, int from, int most) {
        var name = FoldedName.of(typed);
        return index.search(searcher -> {
            var found = best(searcher, IndexFields.NAMED_ACTOR, beginning(name), BY_NAME, Math.max(COMPARED, from + most));
            if (found.isEmpty()) {
                found = best(searcher, IndexFields.NAMED_ACTOR, near(typed), BY_NAME, from + most);
            }
            return busiestFirst(searcher, found).stream().skip(from).limit(most).toList();
        });
    }

    @Override
    public List<UUID> actorsCalled(String typed, int most) {
        var name = FoldedName.of(typed);
        return index.search(searcher -> busiestFirst(searcher, best(searcher, IndexFields.NAMED_ACTOR, anyOf(exactly(name)), BY_NAME, COMPARED)).stream().limit(most).toList());
    }

    @Override
    public List<UUID> actorsNamedIn(String text, int most) {
        var runs = FoldedName.runs(text, WORDS_READ, LONGEST_NAME).stream().map(BytesRef::new).toList();
        var named = new BooleanQuery.Builder().add(new TermInSetQuery(IndexFields.OWN, runs), Occur.SHOULD).add(new TermInSetQuery(IndexFields.STARTS, runs), Occur.SHOULD).build();
        return index.search(searcher -> List.copyOf(best(searcher, IndexFields.NAMED_ACTOR, worth(1, named), BY_NAME, most).keySet()));
    }

    @Override
    public List<UUID> events(String typed, int most) {
        var name = FoldedName.of(typed);
        return index.search(searcher -> List.copyOf(best(searcher, IndexFields.ITEM, new BooleanQuery.Builder().add(beginning(name), Occur.MUST)
                .add(new TermQuery(new Term(Field.KIND.word(), ItemKind.EVENT.word())), Occur.FILTER).build(), LATEST_FIRST, most).keySet()));
    }

    @Override
    public List<String> nearWords(String word, int most) {
        var terms = Words.exactTerms(word);
        if (terms.size() != 1) {
            return List.of();
        }
        return index.search(searcher -> {
            var reader = searcher.getIndexReader();
            if (reader.docFreq(new Term(IndexFields.PRINTED, terms.get(0))) + reader.docFreq(new Term(IndexFields.NAME_PRINTED, terms.get(0))) > 0) {
                return List.of();
            }
            var near = new ArrayList<SuggestWord>();
            for (var field : List.of(IndexFields.NAME_PRINTED, IndexFields.PRINTED)) {
                near.addAll(List.of(spelling.suggestSimilar(new Term(field, terms.get(0)), most, reader)));
            }
            near.sort(Comparator.comparing((SuggestWord suggested) -> -suggested.score).thenComparing(suggested -> -suggested.freq).thenComparing(suggested -> suggested.string));
            return near.stream().map(suggested -> suggested.string).distinct().limit(most).toList();
        });
    }

    private static Query beginning(FoldedName name) {
        var ways = exactly(name);
        var forms = name.forms();
        forms.forEach(form -> ways.add(worth(6, new PrefixQuery(new Term(IndexFields.WHOLE, form)))));
        forms.forEach(form -> ways.add(worth(4, new PrefixQuery(new Term(IndexFields.STARTS, form)))));
        forms.stream().filter(form -> form.contains(" ")).forEach(form -> {
            var all = new BooleanQuery.Builder();
            Stream.of(form.split(" ")).limit(WORDS_COMPARED).forEach(word -> all.add(new PrefixQuery(new Term(IndexFields.STARTS, word)), Occur.MUST));
            ways.add(worth(2, all.build()));
        });
        return anyOf(ways);
    }

    private static List<Query> exactly(FoldedName name) {
        var ways = new ArrayList<Query>();
        if (!name.isEmpty()) {
            // What is written alike is meant before what only sounds alike.
            ways.add(worth(9, new TermQuery(new Term(IndexFields.OWN, name.own()))));
        }
        name.forms().forEach(form -> ways.add(worth(8, new TermQuery(new Term(IndexFields.WHOLE, form)))));
        return ways;
    }

    /** Names that have all the words, the longer ones spelt a little differently. */
    private static Query near(String typed) {
        var all = new BooleanQuery.Builder();
        Words.exactTerms(typed).stream().limit(WORDS_COMPARED).map(word -> new Term(IndexFields.NAME_PRINTED, word))
                .forEach(word -> all.add(worth(1, word.text().length() < LEAST_NEAR ? new TermQuery(word) : new FuzzyQuery(word, word.text().length() > 5 ? 2 : 1, 1)), Occur.MUST));
        return all.build();
    }

    private static Query worth(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query anyOf(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Sort sort(SortField field) {
        return new Sort(SortField.FIELD_SCORE, field, new SortField(IndexFields.ID_HIGH, SortField.Type.LONG), new SortField(IndexFields.ID_LOW, SortField.Type.LONG));
    }

    /** The scores by id, best first. */
    private static Map<UUID, Float> best(IndexSearcher searcher, String record, Query query, Sort sort, int most) throws IOException {
        var best = new LinkedHashMap<UUID, Float>();
        var found = searcher.search(new BooleanQuery.Builder().add(query, Occur.MUST).add(LuceneClauses.records(record), Occur.FILTER).build(), most, sort);
        Stream.of(found.scoreDocs).map(FieldDoc.class::cast).forEach(doc -> best.put(LuceneOrder.id(doc), (Float) doc.fields[0]));
        return best;
    }

    /** The first hundred by the number of items among those found in the same way, then as they were. */
    private static List<UUID> busiestFirst(IndexSearcher searcher, Map<UUID, Float> found) throws IOException {
        record Busy(UUID id, float score, int items) {
        }
        var compared = new ArrayList<Busy>();
        for (var id : found.keySet()) {
            if (compared.size() == COMPARED) {
                break;
            }
            compared.add(new Busy(id, found.get(id), searcher.getIndexReader().docFreq(new Term(Field.ACTOR.word(), id.toString()))));
        }
        compared.sort(Comparator.comparingDouble((Busy busy) -> -busy.score).thenComparingInt(busy -> -busy.items));
        return Stream.concat(compared.stream().map(Busy::id), found.keySet().stream().skip(COMPARED)).toList();
    }
}
