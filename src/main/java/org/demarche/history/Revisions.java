package org.demarche.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import org.hibernate.Session;

/** What was ever changed: the present record, earlier ones, and all changes by number. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Revisions implements PanacheRepositoryBase<Revision, Long> {
    /** Instead of the number of a revision: as everything is at present. */
    public static final long NOW = Long.MAX_VALUE;

    /** More than any one step changes. */
    private static final long MOST_TOGETHER = 2_000;
    /** So many moments are looked at at once in the search for one: three steps for a million revisions. */
    private static final int MOMENTS_AT_ONCE = 100;
    /** To find one version of a record H2 reads all of them, unless it is asked for just that one: what was changed more often than this is asked so. */
    private static final int MANY_VERSIONS = 100;
    /** Of each revision whether the record has none after it. To ask for the highest version takes H2 a look at all of them for each. */
    private static final String LAST = "not exists (select 1 from Revision later where later.kind = r.kind and later.record = r.record and later.version = r.version + 1)";

    @Inject
    RecordTexts texts;

    /** The present revision, a retraction where the record was retracted; empty where the id is unknown. */
    public Optional<RevisionView> present(RecordKind kind, UUID id) {
        return find("kind = ?1 and record = ?2 order by version desc", kind, id).page(Page.ofSize(1)).firstResultOptional().map(this::view);
    }

    /** The present revisions of these ids, retractions left out; an unknown id too. One query. */
    public Map<UUID, RevisionView> present(RecordKind kind, Collection<UUID> ids) {
        var present = new HashMap<UUID, RevisionView>();
        if (!ids.isEmpty()) {
            // Without an alias the inner 'record' would be the inner revision's own, and the newest of all records would be asked for.
            list("from Revision r where r.kind = ?1 and r.record in ?2 and r.text is not null and " + LAST, kind, ids).forEach(revision -> present.put(revision.record, view(revision)));
        }
        return present;
    }

    /** The last revisions of these ids, of whatever kind, retractions too; an unknown id is left out. One query. */
    public Map<UUID, RevisionView> last(Collection<UUID> ids) {
        var last = new HashMap<UUID, RevisionView>();
        if (!ids.isEmpty()) {
            list("from Revision r where r.record in ?1 and " + LAST, ids).forEach(revision -> last.put(revision.record, view(revision)));
        }
        return last;
    }

    /**
     * The revisions that were the present ones of these ids once the revision of this number was kept; what was retracted then or is
     * recorded later is left out. Three queries, for {@link #NOW} one, and some more for each that was changed very often.
     */
    public Map<UUID, RevisionView> at(long number, RecordKind kind, Collection<UUID> ids) {
        if (number == NOW) {
            return present(kind, ids);
        }
        var then = new HashMap<UUID, RevisionView>();
        if (ids.isEmpty()) {
            return then;
        }
        var often = changedOften(kind, ids);
        often.forEach((id, last) -> at(number, kind, id, last).filter(revision -> revision.text != null).ifPresent(revision -> then.put(id, view(revision))));
        var others = ids.stream().filter(id -> !often.containsKey(id)).toList();
        if (others.isEmpty()) {
            return then;
        }
        var versions = new HashMap<UUID, Integer>();
        getEntityManager().createQuery("select record, max(version) from Revision where kind = :kind and record in :ids and number <= :number group by record", Object[].class)
                .setParameter("kind", kind).setParameter("ids", others).setParameter("number", number).getResultList()
                .forEach(row -> versions.put((UUID) row[0], (Integer) row[1]));
        if (!versions.isEmpty()) {
            // With a version that none has: see firstRecorded.
            var wanted = new HashSet<>(versions.values());
            wanted.add(0);
            list("kind = ?1 and record in ?2 and version in ?3", kind, versions.keySet(), wanted).stream()
                    .filter(revision -> revision.text != null && versions.get(revision.record) == revision.version).forEach(revision -> then.put(revision.record, view(revision)));
        }
        return then;
    }

    /** Which of these ids have a revision after this number, so that their tables may say something else than was known then. One query. */
    public Set<UUID> changedSince(long number, Collection<UUID> ids) {
        return number == NOW || ids.isEmpty() ? Set.of() : Set.copyOf(getEntityManager().createQuery("select distinct record from Revision where record in :ids and number > :number", UUID.class)
                .setParameter("ids", ids).setParameter("number", number).getResultList());
    }

    /** The number of the last revision that was recorded before this instant, 0 where there is none. A few queries, however many revisions there are. */
    public long lastBefore(Instant instant) {
        long before = 0;
        long after = last() + 1;
        while (after - before > 1) {
            long step = (after - before + MOMENTS_AT_ONCE - 1) / MOMENTS_AT_ONCE;
            var looked = LongStream.iterate(before + step, number -> number + step).limit(MOMENTS_AT_ONCE).boxed().toList();
            for (var moment : new TreeMap<>(moments(looked)).entrySet()) {
                if (moment.getKey() < after && moment.getValue().isBefore(instant)) {
                    before = moment.getKey();
                } else {
                    after = Math.min(after, moment.getKey());
                }
            }
        }
        return before;
    }

    /** All revisions of a record, the newest first. */
    public List<RevisionView> of(RecordKind kind, UUID id) {
        return list("kind = ?1 and record = ?2 order by version desc", kind, id).stream().map(this::view).toList();
    }

    public Optional<RevisionView> version(RecordKind kind, UUID id, int version) {
        return find("kind = ?1 and record = ?2 and version = ?3", kind, id, version).firstResultOptional().map(this::view);
    }

    /**
     * The revision with which a form was opened.
     *
     * @param version as the form sent it; where it names none, the present one is meant
     */
    public RevisionView opened(RevisionView present, String version) {
        boolean isNumber = version != null && version.matches("[0-9]{1,9}");
        return isNumber ? version(present.kind(), present.id(), Integer.parseInt(version)).filter(opened -> !opened.isRetraction()).orElse(present) : present;
    }

    /** When each of these records of one kind was first recorded. None or two queries, and one more for each that was changed very often. */
    public Map<UUID, Instant> firstRecorded(Collection<RevisionView> present) {
        var first = new HashMap<UUID, Instant>();
        present.stream().filter(revision -> revision.version() == 1).forEach(revision -> first.put(revision.id(), revision.at()));
        present.stream().findFirst().ifPresent(any -> first.putAll(firstRecorded(any.kind(), present.stream().map(RevisionView::id).filter(id -> !first.containsKey(id)).toList())));
        return first;
    }

    private Map<UUID, Instant> firstRecorded(RecordKind kind, Collection<UUID> ids) {
        var first = new HashMap<UUID, Instant>();
        if (!ids.isEmpty()) {
            var often = changedOften(kind, ids).keySet();
            often.forEach(id -> find("kind = ?1 and record = ?2 and version = 1", kind, id).firstResultOptional().ifPresent(revision -> first.put(id, revision.at)));
            var others = ids.stream().filter(id -> !often.contains(id)).toList();
            if (others.isEmpty()) {
                return first;
            }
            // Asked for one version alone, H2 no longer finds the ids by the index; of two, one of which no record has, it does.
            getEntityManager().createQuery("select record, at from Revision where kind = :kind and record in :ids and version in (0, 1)", Object[].class)
                    .setParameter("kind", kind).setParameter("ids", others).getResultList()
                    .forEach(row -> first.put((UUID) row[0], (Instant) row[1]));
        }
        return first;
    }

    /** The revisions after this number in the order of their numbers, at most so many. */
    public List<RevisionView> after(long number, int most) {
        return find("number > ?1 order by number", number).page(Page.ofSize(most)).list().stream().map(this::view).toList();
    }

    /** Which record each revision after this number changed, at most so many, by number: for whoever follows the history. */
    public Map<Long, Changed> changedAfter(long number, int most) {
        var changed = new LinkedHashMap<Long, Changed>();
        getEntityManager().createQuery("select number, kind, record, version from Revision where number > :number order by number", Object[].class)
                .setParameter("number", number).setMaxResults(most).getResultList()
                .forEach(row -> changed.put((Long) row[0], new Changed((RecordKind) row[1], (UUID) row[2], (Integer) row[3])));
        return changed;
    }

    /** The revisions of a kind after one number and up to another, just as they are kept, in the order of their numbers; at most so many. */
    public List<KeptRevision> kept(RecordKind kind, long after, long until, int most) {
        return getEntityManager().createQuery("select number, record, version, at, by, reason, format, text from Revision where kind = :kind and number > :after and number <= :until "
                + "order by number", Object[].class).setParameter("kind", kind).setParameter("after", after).setParameter("until", until).setMaxResults(most).getResultList().stream()
                .map(row -> new KeptRevision((Long) row[0], kind, (UUID) row[1], (Integer) row[2], (Instant) row[3], (String) row[4], (String) row[5], (Integer) row[6], (String) row[7])).toList();
    }

    /** Of these numbers those of revisions that were the present ones of their records once the revision of the last number was kept. One query. */
    public Set<Long> present(Collection<Long> numbers, long last) {
        return numbers.isEmpty() ? Set.of() : Set.copyOf(getEntityManager().createQuery("select r.number from Revision r where r.number in :numbers and not exists "
                + "(select 1 from Revision later where later.kind = r.kind and later.record = r.record and later.version = r.version + 1 and later.number <= :last)", Long.class)
                .setParameter("numbers", numbers).setParameter("last", last).getResultList());
    }

    /** Of these numbers those of revisions after which their records were only retracted, if anything; retractions left out. One query. */
    public Set<Long> lastTexts(Collection<Long> numbers) {
        return numbers.isEmpty() ? Set.of() : Set.copyOf(getEntityManager().createQuery("select r.number from Revision r where r.number in :numbers and r.text is not null and not exists "
                + "(select 1 from Revision later where later.kind = r.kind and later.record = r.record and later.version > r.version and later.text is not null)", Long.class)
                .setParameter("numbers", numbers).getResultList());
    }

    /** All revisions of these records just as they are kept, by the id of the record, the oldest first. One query. */
    public Map<UUID, List<KeptRevision>> kept(RecordKind kind, Collection<UUID> ids) {
        var kept = new HashMap<UUID, List<KeptRevision>>();
        if (!ids.isEmpty()) {
            list("kind = ?1 and record in ?2 order by version", kind, ids).forEach(row -> kept.computeIfAbsent(row.record, any -> new ArrayList<>())
                    .add(new KeptRevision(row.number, row.kind, row.record, row.version, row.at, row.by, row.reason, row.format, row.text)));
        }
        return kept;
    }

    /** The newest revisions of all records before this number, the newest first. */
    public List<RevisionView> before(long number, int most) {
        return find("number < ?1 order by number desc", number).page(Page.ofSize(most)).list().stream().map(this::view).toList();
    }

    public Optional<RevisionView> numbered(long number) {
        return findByIdOptional(number).map(this::view);
    }

    /** What records of these ids, of any kind, last held: that of a retracted one before it was. One query. */
    public Map<UUID, RootRecord> lastRecords(Collection<UUID> ids) {
        var records = new HashMap<UUID, RootRecord>();
        if (!ids.isEmpty()) {
            list("from Revision r where r.record in ?1 and r.text is not null "
                    + "and r.version = (select max(later.version) from Revision later where later.record = r.record and later.text is not null)", ids).forEach(revision -> records.put(revision.record, texts.read(revision.kind, revision.text)));
        }
        return records;
    }

    /** The number of the last revision, 0 where there is none. */
    public long last() {
        return getEntityManager().createQuery("select last from RevisionCounter", Long.class).getSingleResult();
    }

    /** When the revisions of these numbers were recorded. One query. */
    public Map<Long, Instant> moments(Collection<Long> numbers) {
        var moments = new HashMap<Long, Instant>();
        if (!numbers.isEmpty()) {
            getEntityManager().createQuery("select number, at from Revision where number in :numbers", Object[].class).setParameter("numbers", numbers).getResultList()
                    .forEach(row -> moments.put((Long) row[0], (Instant) row[1]));
        }
        return moments;
    }

    /** Changes that were made in one go: from the first number to the last. */
    public record Together(long first, long last) {
        public long count() {
            return last - first + 1;
        }
    }

    /**
     * The changes around this one that somebody made in one go: they stand side by side, by one person at one instant for one reason. Only
     * itself where no reason was given.
     */
    public Together together(long number) {
        var numbers = new TreeSet<>(getEntityManager().createQuery("select other.number from Revision other, Revision one where one.number = :number "
                + "and other.number between :first and :last and other.at = one.at and other.by = one.by and other.reason = one.reason", Long.class)
                .setParameter("number", number).setParameter("first", number - MOST_TOGETHER).setParameter("last", number + MOST_TOGETHER).getResultList());
        long first = number;
        long last = number;
        while (numbers.contains(first - 1)) {
            first--;
        }
        while (numbers.contains(last + 1)) {
            last++;
        }
        return new Together(first, last);
    }

    /** The revisions from one number to another, the newest first. */
    public List<RevisionView> between(long first, long last) {
        return list("number between ?1 and ?2 order by number desc", first, last).stream().map(this::view).toList();
    }

    /** Those that something else has changed since, or that no longer are the last. One query. */
    public List<RevisionView> changedSince(Together together) {
        return find("from Revision r where r.number between ?1 and ?2 and exists (select 1 from Revision later where later.kind = r.kind and later.record = r.record "
                + "and later.version > r.version and later.number > ?2)", together.first(), together.last()).list().stream().map(this::view).toList();
    }

    /** What a revision changed, and which of the record's revisions it is. */
    public record Changed(RecordKind kind, UUID id, int version) {
        /** Whether nothing was known of the record before. */
        public boolean isNew() {
            return version == 1;
        }
    }

    /** The last of a record's revisions up to a number, by halves. */
    private Optional<Revision> at(long number, RecordKind kind, UUID id, int last) {
        int then = 0;
        for (int later = last + 1; later - then > 1;) {
            int middle = (then + later) >>> 1;
            var found = getEntityManager().createQuery("select number from Revision where kind = :kind and record = :id and version = :version", Long.class)
                    .setParameter("kind", kind).setParameter("id", id).setParameter("version", middle).getSingleResult();
            if (found <= number) {
                then = middle;
            } else {
                later = middle;
            }
        }
        return then == 0 ? Optional.empty() : find("kind = ?1 and record = ?2 and version = ?3", kind, id, then).firstResultOptional();
    }

    /** Those of these records that have very many versions, with the number of the last one. One query. */
    private Map<UUID, Integer> changedOften(RecordKind kind, Collection<UUID> ids) {
        var often = new HashMap<UUID, Integer>();
        var table = kind == RecordKind.EVENT || kind == RecordKind.STATEMENT ? "item" : kind.word();
        getEntityManager().unwrap(Session.class).createNativeQuery("select id, version from " + table + " where id in (:ids) and version > " + MANY_VERSIONS
                        + (table.equals("item") ? " and kind = '" + kind + "'" : ""), Object[].class)
                .addScalar("id", UUID.class).addScalar("version", Integer.class).addSynchronizedQuerySpace(table).setParameter("ids", ids).getResultList()
                .forEach(row -> often.put((UUID) row[0], (Integer) row[1]));
        return often;
    }

    RevisionView view(Revision revision) {
        return new RevisionView(revision.number, revision.kind, revision.record, revision.version, revision.at, revision.by, revision.reason,
                revision.text == null ? null : texts.read(revision.kind, revision.text));
    }
}
