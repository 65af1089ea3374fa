package org.demarche.collection;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Roots;
import org.demarche.item.Directory;
import org.demarche.item.Parameter;
import org.demarche.item.SavedQueries;
import org.demarche.item.TimelineQuery;
import org.demarche.text.FoldedName;
import org.demarche.web.BadParameterException;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** Curated timelines. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Collections extends Roots<Collection, CollectionRecord> implements SavedQueries {
    private static final int MOST_COMPARED = 1_000;

    @Inject
    Directory directory;

    @Override
    public Optional<String> ofCollection(String slug) {
        return identities.id(RecordKind.COLLECTION, slug).map(this::findById).filter(collection -> !collection.retracted).map(collection -> collection.query);
    }

    /** The collections of whose title a word begins so, by title; at most so many. They are made by hand, so there are few. */
    public List<Titled> beginning(String typed, int most) {
        var asked = FoldedName.of(typed);
        return find("retracted = false order by lower(title), slug").range(0, MOST_COMPARED - 1).list().stream().filter(saved -> FoldedName.of(saved.title).beginsWith(asked))
                .limit(most).map(saved -> new Titled(saved.slug, saved.title)).toList();
    }

    /** A collection as others name it. */
    public record Titled(String slug, String title) {
        /** Where its items are seen. */
        public String href() {
            return "/collections/" + slug;
        }
    }

    /** A page of them by title. */
    public List<CollectionRecord> page(int first, int most) {
        return getEntityManager().createQuery("from Collection where retracted = false order by title, id", Collection.class).setFirstResult(first).setMaxResults(most)
                .getResultList().stream().map(collection -> new CollectionRecord(collection.id, collection.slug, collection.version, collection.title, collection.introduction,
                        collection.query, null)).toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.COLLECTION;
    }

    @Override
    public Class<CollectionRecord> type() {
        return CollectionRecord.class;
    }

    @Override
    public CollectionRecord checked(CollectionRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var title = checks.required("title", checks.line("title", given.title(), RecordLimits.TITLE), given.title(), "Give it a title");
        var present = findByIdOptional(given.id()).map(collection -> collection.slug).orElse(null);
        return new CollectionRecord(given.id(), identities.checkedSlug(kind(), given.id(), given.slug(), present, title, checks), given.version(), title,
                checks.text("introduction", given.introduction(), RecordLimits.NOTE), query(given.query(), checks), checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(CollectionRecord record) {
        var collection = row(record, new Collection());
        collection.slug = record.slug();
        collection.title = record.title();
        collection.introduction = record.introduction();
        collection.query = record.query();
        persist(collection);
        identities.take(kind(), record.slug(), record.id());
    }

    @Override
    public List<String> uses(java.util.UUID id) {
        return List.of();
    }

    /** The query in its canonical form. One that names a collection could come to name itself, so none may. */
    private String query(String given, RecordChecks checks) {
        try {
            var query = TimelineQuery.ofQueryString(given == null ? "" : given, directory);
            if (query.has(Parameter.COLLECTION)) {
                checks.add("query", "The query of a collection can't name a collection");
            }
            return query.without(Parameter.CURSOR).without(Parameter.LIMIT).without(Parameter.BOM).without(Parameter.WIDTH).toString();
        } catch (BadParameterException wrong) {
            checks.add("query", wrong.getMessage());
            return "";
        }
    }
}
