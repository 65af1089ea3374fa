package org.demarche.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.text.Slugs;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/** Ids, and all slugs that records have or had: a slug once given names the same record for good. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Identities {
    /** Words that stand in an address where a slug would. */
    private static final Set<String> RESERVED = Set.of("new");

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Inject
    EntityManager entities;
    @Inject
    Remembered remembered;

    /** A new UUID of version 7. */
    public UUID newId() {
        return generator.generate();
    }

    /** The record that has or had this slug. */
    public Optional<UUID> id(RecordKind kind, String slug) {
        return Slugs.isSlug(slug) ? Optional.ofNullable(entities.find(Slug.class, new Slug.Key(kind, slug))).map(held -> held.record) : Optional.empty();
    }

    /** The records that have or had these slugs; a slug of nobody is left out. One query. */
    public Map<String, UUID> ids(RecordKind kind, Collection<String> slugs) {
        var found = new HashMap<String, UUID>();
        // What is no slug names nobody, and PostgreSQL refuses to be asked for some of it.
        var asked = slugs.stream().filter(Slugs::isSlug).toList();
        if (!asked.isEmpty()) {
            entities.createQuery("from Slug where key.kind = :kind and key.slug in :slugs", Slug.class)
                    .setParameter("kind", kind).setParameter("slugs", asked).getResultList()
                    .forEach(slug -> found.put(slug.key.slug(), slug.record));
        }
        return found;
    }

    /** The present slug of the record that has or had this one; empty where it is nobody's or the record is retracted. */
    public Optional<String> presentSlug(RecordKind kind, String slug) {
        return id(kind, slug).flatMap(id -> entities.createNativeQuery("select slug from " + kind.word() + " where id = :id and not retracted", String.class)
                .setParameter("id", id).getResultStream().map(String.class::cast).findFirst());
    }

    /** The slug that a record has, or had when it was retracted. */
    public Optional<String> lastSlug(RecordKind kind, UUID id) {
        return entities.createNativeQuery("select slug from " + kind.word() + " where id = :id", String.class).setParameter("id", id).getResultStream().map(String.class::cast).findFirst();
    }

    /** Whether there is a record of this kind with this id that is not retracted. */
    public boolean isPresent(RecordKind kind, UUID id) {
        return !entities.createNativeQuery("select 1 from " + (kind == RecordKind.EVENT || kind == RecordKind.STATEMENT ? "item" : kind.word())
                + " where id = :id and not retracted" + (kind == RecordKind.EVENT || kind == RecordKind.STATEMENT ? " and kind = '" + kind + "'" : ""))
                .setParameter("id", id).getResultList().isEmpty();
    }

    /** A slug made of the name that nobody has or had, with a number behind it where that is needed. */
    public String slugFor(RecordKind kind, String name) {
        var plain = Slugs.of(name);
        var slug = plain;
        for (int number = 2; RESERVED.contains(slug) || id(kind, slug).isPresent(); number++) {
            slug = Slugs.withSuffix(plain, number);
        }
        return slug;
    }

    /**
     * The slug that a record asks for, where nobody else has or had it; where it asks for none, the present one, else one made of its name.
     *
     * @param present null where the record is new
     */
    public String checkedSlug(RecordKind kind, UUID record, String asked, String present, String name, RecordChecks checks) {
        var slug = checks.slug("slug", asked);
        if (slug == null) {
            return present != null ? present : name != null ? slugFor(kind, name) : null;
        }
        var holder = id(kind, slug);
        if (RESERVED.contains(slug)) {
            checks.add("slug", "‘" + slug + "’ can't be a slug: it stands for something else in addresses");
        }
        if (holder.isPresent() && !holder.get().equals(record)) {
            checks.add("slug", "Another record has or had the slug ‘" + slug + "’");
        }
        return slug;
    }

    /** Notes that the record has this slug. Nothing changes where it has or had it already. */
    public void take(RecordKind kind, String slug, UUID record) {
        var key = new Slug.Key(kind, slug);
        if (entities.find(Slug.class, key) == null) {
            entities.persist(new Slug(key, record));
            remembered.appeared(slug);
        }
    }
}
