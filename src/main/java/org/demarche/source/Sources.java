package org.demarche.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.coding.Admiralty.Reliability;
import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.Roots;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** Publishers. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Sources extends Roots<Source, SourceRecord> {
    private static final List<String> RELIABILITIES = List.of("A", "B", "C", "D", "E", "F");

    @Inject
    Revisions revisions;

    /** A publisher as others name it. */
    public record SourceName(UUID id, String slug, String name, String reliability) {
        /** 'B: can mostly be relied on', 'not rated'. */
        public String rating() {
            return Reliability.find(reliability).map(rated -> rated.name() + ": " + rated.label()).orElse("not rated");
        }
    }

    /** The publisher that has or had this slug, unless it is retracted. */
    public Optional<SourceName> named(String slug) {
        return slug == null ? Optional.empty() : Optional.ofNullable(remembered.answers("source of slug", List.of(slug), this::ofSlugs).get(slug));
    }

    /** Lets checks take a publisher to be there that will be made before what they check: see {@link org.demarche.history.Change#checkAll}. */
    public void presume(SourceName source) {
        remembered.note("source of slug", source.slug(), source);
    }

    /** The publishers of these ids, retracted ones too. One query. */
    public List<SourceName> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids).stream().map(Sources::name).toList();
    }

    /** The publishers that have or had these slugs, by the slug given, whether they are retracted or not. Two queries. */
    public Map<String, SourceName> ever(Collection<String> slugs) {
        var named = new HashMap<String, SourceName>();
        if (!slugs.isEmpty()) {
            var ids = identities.ids(kind(), slugs);
            var byId = list("id in ?1", ids.values()).stream().collect(Collectors.toMap(source -> source.id, Sources::name));
            ids.forEach((slug, id) -> named.put(slug, byId.get(id)));
        }
        return named;
    }

    /** Those of these ids that were changed since the revision of this number was kept, as they are but for their rating, which is that of then. A query, three where there are any. */
    Map<UUID, SourceName> ratedOtherwise(Collection<UUID> ids, long number) {
        var rated = new HashMap<UUID, SourceName>();
        var changed = revisions.changedSince(number, ids);
        if (!changed.isEmpty()) {
            var then = revisions.at(number, kind(), changed);
            ofIds(then.keySet()).forEach(source -> rated.put(source.id(), new SourceName(source.id(), source.slug(), source.name(), ((SourceRecord) then.get(source.id()).record()).reliability())));
        }
        return rated;
    }

    /** The publisher of exactly this name. */
    public Optional<SourceName> calledExactly(String name) {
        return find("name = ?1 and retracted = false order by slug", name).firstResultOptional().map(Sources::name);
    }

    /** A page of all publishers by name. */
    public List<SourceName> page(int from, int most) {
        return find("retracted = false order by lower(name), slug").range(from, from + most - 1).list().stream().map(Sources::name).toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SOURCE;
    }

    @Override
    public Class<SourceRecord> type() {
        return SourceRecord.class;
    }

    @Override
    public SourceRecord checked(SourceRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var name = checks.required("name", checks.line("name", given.name(), RecordLimits.NAME), given.name(), "Give the publisher's name");
        var present = findByIdOptional(given.id()).map(source -> source.slug).orElse(null);
        return new SourceRecord(given.id(), identities.checkedSlug(kind(), given.id(), given.slug(), present, name, checks), given.version(), name,
                checks.oneOf("reliability", given.reliability(), RELIABILITIES, null), checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(SourceRecord record) {
        var source = row(record, new Source());
        source.slug = record.slug();
        source.name = record.name();
        source.reliability = record.reliability();
        persist(source);
        identities.take(kind(), record.slug(), record.id());
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of("%d documents are of it", "select count(*) from document where source_id = :id and not retracted"));
    }

    private Map<String, SourceName> ofSlugs(List<String> slugs) {
        var named = new HashMap<String, SourceName>();
        slugs.forEach(slug -> identities.id(RecordKind.SOURCE, slug).map(this::findById).filter(source -> !source.retracted).ifPresent(source -> named.put(slug, name(source))));
        return named;
    }

    static SourceName name(Source source) {
        return new SourceName(source.id, source.slug, source.name, source.reliability);
    }
}
