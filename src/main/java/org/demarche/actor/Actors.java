package org.demarche.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.demarche.coding.Plover;
import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Roots;
import org.demarche.item.ActorRef;
import org.demarche.text.Slugs;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;
import org.hibernate.Session;

/** All actors. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Actors extends Roots<Actor, ActorRecord> {
    /** Chinese and Korean names keep their order when they are written in Latin letters: the family name stands first. */
    private static final String COLUMNS = "a.id, a.slug, a.name, a.shortName, a.type, "
            + "(select count(n) from Actor b join b.names n where b.id = a.id and (n.language like 'zh%' or n.language like 'ko%'))";

    /** The actors that have or had these slugs, by the slug given; retracted ones and slugs of nobody are left out. One query. */
    public Map<String, ActorRef> named(Collection<String> slugs) {
        return remembered.answers("actor of slug", slugs.stream().filter(Slugs::isSlug).toList(),
                asked -> refs("given.slug", "slug given join actor on actor.id = given.record_id where given.record_kind = 'ACTOR' and given.slug in (:keys) and not retracted", String.class, asked));
    }

    /** The same with retracted ones, as what was known earlier may name them. One query. */
    public Map<String, ActorRef> ever(Collection<String> slugs) {
        var asked = slugs.stream().filter(Slugs::isSlug).distinct().toList();
        return asked.isEmpty() ? new HashMap<>()
                : refs("given.slug", "slug given join actor on actor.id = given.record_id where given.record_kind = 'ACTOR' and given.slug in (:keys)", String.class, asked);
    }

    /** Lets checks take an actor to be there that will be made before what they check: see {@link org.demarche.history.Change#checkAll}. */
    public void presume(ActorRef actor) {
        remembered.note("actor of slug", actor.slug(), actor);
        remembered.note("actor of id", actor.id(), actor);
    }

    public Optional<ActorRef> named(String slug) {
        return slug == null ? Optional.empty() : Optional.ofNullable(named(List.of(slug)).get(slug));
    }

    /** The actors of these ids that are not retracted. One query. */
    public Map<UUID, ActorRef> refs(Collection<UUID> ids) {
        return remembered.answers("actor of id", ids, asked -> refs("actor.id", "actor where actor.id in (:keys) and not retracted", UUID.class, asked));
    }

    /** The actors that have exactly this name among all their names, those of which it is the first name first. */
    public List<ActorRef> calledExactly(String name) {
        return getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false and (a.name = :name or a.shortName = :name "
                        + "or a.id in (select b.id from Actor b join b.names n where n.text = :name)) order by case when a.name = :name then 0 else 1 end, a.slug", Object[].class)
                .setParameter("name", name).getResultList().stream().map(Actors::ref).toList();
    }

    /** The actors that have one of these names but for case, points, hyphens, blanks and accents, as NATO has that of 'N.A.T.O.'; at most so many. */
    public List<ActorRef> near(Collection<String> names, int most) {
        var letters = names.stream().map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[.\\- ’']", "")).distinct().toList();
        var slugs = names.stream().map(Slugs::of).distinct().toList();
        return getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false and (a.slug in :slugs or " + letters("a.name") + " in :letters or "
                        + letters("a.shortName") + " in :letters or a.id in (select b.id from Actor b join b.names n where " + letters("n.text") + " in :letters)) order by a.slug", Object[].class)
                .setParameter("slugs", slugs).setParameter("letters", letters).setMaxResults(most).getResultList().stream().map(Actors::ref).toList();
    }

    /** By name the actors that have exactly this one among all their names; a name of nobody is left out. Two queries. */
    public Map<String, List<ActorRef>> calledExactly(Collection<String> names) {
        var called = new HashMap<String, List<ActorRef>>();
        if (names.isEmpty()) {
            return called;
        }
        var found = getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false and (a.name in :names or a.shortName in :names "
                        + "or a.id in (select b.id from Actor b join b.names n where n.text in :names))", Object[].class)
                .setParameter("names", names).getResultList().stream().map(Actors::ref).toList();
        var further = furtherNames(found.stream().map(ActorRef::id).toList());
        found.forEach(actor -> Stream.concat(Stream.of(actor.name(), actor.shortName()), further.getOrDefault(actor.id(), List.of()).stream().map(ActorRecord.Name::text)).distinct()
                .filter(names::contains).forEach(name -> called.computeIfAbsent(name, any -> new ArrayList<>()).add(actor)));
        return called;
    }

    /** The actors that have these CAMEO codes, by code; a code of several is left out. One query. */
    public Map<String, ActorRef> ofCameo(Collection<String> codes) {
        var found = new HashMap<String, List<ActorRef>>();
        if (!codes.isEmpty()) {
            getEntityManager().createQuery("select " + COLUMNS + ", a.cameo from Actor a where a.retracted = false and a.cameo in :codes", Object[].class).setParameter("codes", codes).getResultList()
                    .forEach(row -> found.computeIfAbsent((String) row[6], any -> new ArrayList<>()).add(ref(row)));
        }
        var single = new HashMap<String, ActorRef>();
        found.forEach((code, actors) -> {
            if (actors.size() == 1) {
                single.put(code, actors.get(0));
            }
        });
        return single;
    }

    /** The names beside the first and the short one, of these actors. One query. */
    Map<UUID, List<ActorRecord.Name>> furtherNames(Collection<UUID> ids) {
        var names = new HashMap<UUID, List<ActorRecord.Name>>();
        if (!ids.isEmpty()) {
            getEntityManager().createQuery("select a.id, n.text, n.language, n.kind from Actor a join a.names n where a.id in :ids order by a.id, index(n)", Object[].class)
                    .setParameter("ids", ids).getResultList()
                    .forEach(row -> names.computeIfAbsent((UUID) row[0], any -> new ArrayList<>()).add(new ActorRecord.Name((String) row[1], (String) row[2], (String) row[3])));
        }
        return names;
    }

    /** Actors of these types by name; at most so many. */
    public List<ActorRef> ofTypes(List<ActorType> types, int most) {
        return getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false and a.type in :types order by lower(a.name), a.slug", Object[].class)
                .setParameter("types", types.stream().map(ActorType::name).toList()).setMaxResults(most).getResultList().stream().map(Actors::ref).toList();
    }

    /** Those that were added last, by name. However many there are, only these are read. */
    public List<ActorRef> newest(int most) {
        return getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false order by a.id desc", Object[].class)
                .setMaxResults(most).getResultList().stream().map(Actors::ref).sorted(Comparator.comparing(ActorRef::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** A page of all actors by name. */
    public List<ActorRef> page(int from, int most) {
        return getEntityManager().createQuery("select " + COLUMNS + " from Actor a where a.retracted = false order by lower(a.name), a.slug", Object[].class)
                .setFirstResult(from).setMaxResults(most).getResultList().stream().map(Actors::ref).toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ACTOR;
    }

    @Override
    public Class<ActorRecord> type() {
        return ActorRecord.class;
    }

    @Override
    public ActorRecord checked(ActorRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var type = checks.required("type", checks.oneOf("type", given.type(), ActorType.class, null), given.type(), "Say what it is: a person, a state …");
        var name = checks.required("name", checks.line("name", given.name(), RecordLimits.NAME), given.name(), "Give a name");
        var shortName = checks.line("short", given.shortName(), RecordLimits.NAME);
        var present = findByIdOptional(given.id()).map(actor -> actor.slug).orElse(null);
        var slug = identities.checkedSlug(kind(), given.id(), given.slug(), present, shortName != null && "IGO".equals(type) ? shortName : name, checks);
        var iso = checks.line("iso", given.iso(), 2);
        if (iso != null && !iso.matches("[A-Z]{2}")) {
            checks.add("iso", "An ISO 3166 code has two capital letters; for example: JP");
        }
        var sector = checks.line("sector", given.sector(), 3);
        if (sector != null && !Plover.isSector(sector)) {
            checks.add("sector", "‘" + sector + "’ is no PLOVER sector; for example: GOV");
        }
        var since = checks.date("existedSince", given.existedSince());
        var until = checks.date("existedUntil", given.existedUntil());
        return new ActorRecord(given.id(), slug, given.version(), type, name, shortName, names(given, checks), iso, checks.line("cameo", given.cameo(), 30), sector,
                since == null ? null : since.toString(), until == null ? null : until.toString(), externalIds(given, checks),
                checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(ActorRecord record) {
        var actor = row(record, new Actor());
        actor.slug = record.slug();
        actor.type = record.type();
        actor.name = record.name();
        actor.shortName = record.shortName();
        actor.iso = record.iso();
        actor.cameo = record.cameo();
        actor.sector = record.sector();
        actor.existedSince = record.existedSince();
        actor.existedUntil = record.existedUntil();
        actor.names.clear();
        record.names().forEach(name -> actor.names.add(new Actor.Name(name.text(), name.language(), name.kind())));
        actor.externalIds.clear();
        record.externalIds().forEach(id -> actor.externalIds.add(new Actor.ExternalId(id.scheme(), id.id())));
        persist(actor);
        identities.take(kind(), record.slug(), record.id());
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of(
                "%d affiliations name it", "select count(*) from affiliation where (member_id = :id or whole_id = :id) and not retracted",
                "%d events have it as a participant", "select count(*) from participant join item on item.id = event_id where actor_id = :id and not retracted",
                "%d negative findings name it", "select count(*) from negative_finding where actor_id = :id and not retracted",
                "%d statements name it", "select count(*) from item where not retracted and id in ("
                        + "select statement_id from speaker where actor_id = :id union select statement_id from speaker_behalf join speaker on speaker.id = speaker_id where speaker_behalf.actor_id = :id "
                        + "union select statement_id from addressee where actor_id = :id union select statement_id from target where actor_id = :id "
                        + "union select statement_id from stance where holder_id = :id or toward_actor_id = :id union select statement_id from rendering where via_id = :id)"));
    }

    /** In SQL: Hibernate translates HQL that takes a list anew each time, which was a third of the cost of a write. */
    private <K> Map<K, ActorRef> refs(String key, String from, Class<K> type, List<K> keys) {
        var refs = new HashMap<K, ActorRef>();
        getEntityManager().unwrap(Session.class)
                .createNativeQuery("select " + key + " as key_given, actor.id, actor.slug, actor.name, short_name, type, "
                        + "(select count(*) from actor_name native where native.actor_id = actor.id and (native.language like 'zh%' or native.language like 'ko%')) as family_first from "
                        + from, Object[].class)
                .addScalar("key_given", type).addScalar("id", UUID.class).addScalar("slug", String.class).addScalar("name", String.class)
                .addScalar("short_name", String.class).addScalar("type", String.class).addScalar("family_first", Long.class)
                .setParameter("keys", keys).getResultList().forEach(row -> refs.put(type.cast(row[0]), ref(Arrays.copyOfRange(row, 1, row.length))));
        return refs;
    }

    private static String letters(String name) {
        return "replace(replace(replace(replace(replace(lower(" + name + "), '.', ''), '-', ''), ' ', ''), '’', ''), '''', '')";
    }

    private static List<ActorRecord.Name> names(ActorRecord given, RecordChecks checks) {
        checks.parts("names", given.names());
        var names = new ArrayList<ActorRecord.Name>();
        for (int index = 0; index < given.names().size(); index++) {
            var name = given.names().get(index);
            var at = checks.at("names[" + index + "].");
            names.add(new ActorRecord.Name(at.required("text", at.line("text", name.text(), RecordLimits.NAME), name.text(), "Give the name"),
                    at.language("language", name.language()), at.oneOf("kind", name.kind(), NameKind.class, NameKind.NAME.name())));
        }
        return names;
    }

    private static List<ActorRecord.ExternalId> externalIds(ActorRecord given, RecordChecks checks) {
        checks.parts("externalIds", given.externalIds());
        var ids = new ArrayList<ActorRecord.ExternalId>();
        for (int index = 0; index < given.externalIds().size(); index++) {
            var id = given.externalIds().get(index);
            var at = checks.at("externalIds[" + index + "].");
            ids.add(new ActorRecord.ExternalId(at.required("scheme", at.line("scheme", id.scheme(), 50), id.scheme(), "Name whose id it is, as wikidata"),
                    at.required("id", at.line("id", id.id(), RecordLimits.NAME), id.id(), "Give the id")));
        }
        return ids;
    }

    private static ActorRef ref(Object[] row) {
        var name = (String) row[2];
        return new ActorRef((UUID) row[0], (String) row[1], name, row[3] == null ? name : (String) row[3], (String) row[4], ((Number) row[5]).longValue() > 0);
    }
}
