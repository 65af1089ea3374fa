package org.demarche.timeline;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

import org.demarche.item.Clause;
import org.demarche.item.Clauses;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.Items;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.Window;

/** Items by way of the index: it says which and in what order, the database what they are. */
@ApplicationScoped
class LuceneItems implements Items {
    private static final int ROWS_AT_ONCE = 500;
    /** Each search of {@link #each} walks through all items of the query, so it takes the ids of many batches of rows at once. */
    private static final int IDS_AT_ONCE = 20 * ROWS_AT_ONCE;

    private final ItemIndex index;

    @Inject
    LuceneItems(ItemIndex index) {
        this.index = index;
    }

    @Override
    public Slice list(TimelineQuery query) {
        var order = LuceneOrder.of(query);
        var after = order.after(query);
        var clause = clause(query);
        return index.search(searcher -> {
            var found = top(searcher, new LuceneClauses(searcher).items(clause), order, after, query.limit() + 1, Integer.MAX_VALUE);
            var docs = Stream.of(found.scoreDocs).limit(query.limit()).map(FieldDoc.class::cast).toList();
            var next = found.scoreDocs.length > query.limit() ? order.cursor(docs.get(docs.size() - 1)) : null;
            return new Slice(of(docs.stream().map(LuceneOrder::id).toList()), next, found.totalHits.value);
        });
    }

    @Override
    public Total count(TimelineQuery query) {
        var clause = clause(query);
        return index.search(searcher -> {
            var clauses = new LuceneClauses(searcher);
            long all = searcher.count(clauses.items(clause));
            long statements = searcher.count(clauses.items(new Clause.And(List.of(clause, new Clause.Term(Clause.Field.KIND, ItemKind.STATEMENT.word())))));
            return new Total(statements, all - statements);
        });
    }

    @Override
    public void each(TimelineQuery query, Consumer<List<Item>> batch) {
        var order = LuceneOrder.of(query);
        var clause = clause(query.without(Parameter.CURSOR));
        index.search(searcher -> {
            var found = new LuceneClauses(searcher).items(clause);
            for (FieldDoc after = null; ; ) {
                var docs = top(searcher, found, order, after, IDS_AT_ONCE, 1).scoreDocs;
                for (int from = 0; from < docs.length; from += ROWS_AT_ONCE) {
                    batch.accept(of(Stream.of(docs).skip(from).limit(ROWS_AT_ONCE).map(doc -> LuceneOrder.id((FieldDoc) doc)).toList()));
                }
                if (docs.length < IDS_AT_ONCE) {
                    return null;
                }
                after = (FieldDoc) docs[docs.length - 1];
            }
        });
    }

    @Override
    public List<Item> of(Collection<UUID> ids) {
        var items = index.content().items(ids);
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Lanes lanes(TimelineQuery query, List<Long> bounds, int most) {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    public Optional<Window> opening(TimelineQuery query) {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    public Optional<Window> extent(TimelineQuery query) {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    public Edges edges(TimelineQuery query) {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    public long revision() {
        return index.revision();
    }

    private Clause clause(TimelineQuery query) {
        return Clauses.of(query, index.content());
    }

    private static TopFieldDocs top(IndexSearcher searcher, Query query, LuceneOrder order, FieldDoc after, int most, int countedExactly) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(order.sort(), most, after, countedExactly));
    }
}
