package org.demarche.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.demarche.text.Slugs;
import org.demarche.web.Violations;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Fills an empty database with a whole history that was kept elsewhere: the revisions letter by letter, and the tables as the last of them say.
 *
 * <p>The counter of revisions stays at 0 until all is there, so that nobody sees a part of it; where the process is killed before, the next
 * start finds revisions that were never counted and clears them away.
 */
@ApplicationScoped
public class Rebuilding {
    /** Before anything reads what is recorded. */
    static final int PRIORITY = 500;

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final int TIMEOUT_SECONDS = 3_600;
    /** Records whose rows wait to be written together, as many as {@link Addition} lets. */
    private static final int WRITTEN_TOGETHER = 250;
    /** Records that wait for others of the same batch are tried again so often, then kept without what they wait for. */
    private static final int PASSES = 8;
    /** Each behind those that refer to it. */
    private static final List<String> TABLES = List.of("collection_look", "link_citation", "link", "rendering", "stance", "target", "addressee", "speaker_behalf", "speaker", "statement", "negative_finding",
            "event_citation", "participant_role", "participant", "event_country", "event", "coding_context", "coding", "item_topic", "item", "affiliation_citation", "affiliation", "anchor",
            "citation", "collection", "topic", "actor_external_id", "actor_name", "actor", "document", "source", "slug", "revision");

    @Inject
    AgroalDataSource database;
    @Inject
    EntityManager entities;
    @Inject
    RecordTexts texts;
    @Inject
    Revisions revisions;
    @Inject
    Identities identities;
    @Inject
    Remembered remembered;
    @Inject
    AsRecorded asRecorded;
    @Inject
    Durability durability;
    @Inject
    Event<Committed> committed;

    /** A revision can't be kept: the message says why, in words for people. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient KeptRevision revision;

        RefusedException(KeptRevision revision, String why) {
            super(why);
            this.revision = revision;
        }

        public KeptRevision revision() {
            return revision;
        }
    }

    /** Something is recorded here already, or another process fills the same database. */
    public static final class NotEmptyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotEmptyException(String message) {
            super(message);
        }
    }

    void onStart(@Observes @Priority(PRIORITY) StartupEvent start) {
        if (revisions.last() == 0 && hasRows()) {
            try (var alone = hold()) {
                LOG.warn("What a restore or import left behind that was broken off is cleared away");
                clear();
            } catch (NotEmptyException busy) {
                LOG.warn("The database is being filled by another process");
            } catch (SQLException failed) {
                throw new IllegalStateException("What was left behind can't be cleared away", failed);
            }
        }
    }

    /**
     * Fills the empty database, outside of any transaction. Where the work fails, nothing of it stays.
     *
     * @throws NotEmptyException where anything was ever recorded here
     */
    public void fill(Consumer<Filling> work) {
        try (var alone = hold()) {
            if (hasRows()) {
                clear();
            }
            var filling = new Filling();
            try {
                durability.filling(() -> {
                    work.accept(filling);
                    count(alone, filling);
                });
            } catch (RuntimeException | Error failed) {
                clear();
                throw failed;
            }
            durability.await();
            committed.fire(new Committed(filling.last));
        } catch (SQLException failed) {
            throw new IllegalStateException("The database can't be filled", failed);
        }
    }

    /** Takes steps of the filling, each of them in a transaction of its own. */
    public final class Filling {
        private long last;
        private Instant lastAt;

        private Filling() {
        }

        /** Keeps revisions and gives their slugs to their records. */
        public void keep(List<KeptRevision> some) {
            inTransaction(() -> {
                takeSlugs(some);
                for (var kept : some) {
                    entities.persist(row(kept));
                    last = Math.max(last, kept.number());
                    lastAt = lastAt == null || kept.at().isAfter(lastAt) ? kept.at() : lastAt;
                }
                write();
            });
        }

        /**
         * Writes the rows of records of one kind.
         *
         * @param some for each record the last revision that is no retraction
         * @param loosened a record without what may refer to others of its own kind or of later ones
         * @return those that were stored loosened, since what they refer to is not there yet: for {@link #complete}
         */
        public List<KeptRevision> store(List<KeptRevision> some, UnaryOperator<RootRecord> loosened) {
            var loose = new ArrayList<KeptRevision>();
            inTransaction(() -> {
                asRecorded.begin(false);
                var open = some.stream().map(kept -> new Waiting(kept, read(kept).identified(kept.id(), 1))).toList();
                for (int pass = 1; pass <= PASSES && !open.isEmpty(); pass++) {
                    open = pass(open);
                }
                for (var one : pass(open.stream().map(one -> new Waiting(one.kept, loosened.apply(one.record))).toList())) {
                    throw refused(one.kept, one.violations);
                }
                open.forEach(one -> loose.add(one.kept));
                write();
                number(some);
            });
            return loose;
        }

        /** Writes the rows of records again that were stored loosened, now as they are. */
        public void complete(List<KeptRevision> some) {
            inTransaction(() -> {
                asRecorded.begin(false);
                remembered.begin();
                for (var kept : some) {
                    rewrite(kept);
                }
                write();
                number(some);
            });
        }

        /** Takes out of every list what the last revision of which is a retraction. */
        public void retract() {
            inTransaction(() -> {
                for (var kind : RecordKind.values()) {
                    var table = table(kind);
                    entities.createNativeQuery(("update %1$s set retracted = true, version = (select max(r.version) from revision r where r.record_id = %1$s.id and r.record_kind = :kind) "
                            + "where id in (select r.record_id from revision r where r.record_kind = :kind and r.record_text is null and not exists "
                            + "(select 1 from revision later where later.record_id = r.record_id and later.record_kind = r.record_kind and later.version = r.version + 1))").formatted(table))
                            .setParameter("kind", kind.name()).executeUpdate();
                }
            });
        }

        /** @throws RefusedException where versions of a record are missing or in disorder, or its first one is a retraction */
        public void refuseGaps() {
            var wrong = QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> entities.createQuery("from Revision r where r.version = 1 and r.text is null "
                    + "or r.version > 1 and not exists (select 1 from Revision before where before.kind = r.kind and before.record = r.record and before.version = r.version - 1 "
                    + "and before.number < r.number)", Revision.class).setMaxResults(1).getResultList());
            if (!wrong.isEmpty()) {
                var row = wrong.get(0);
                throw new RefusedException(new KeptRevision(row.number, row.kind, row.record, row.version, row.at, row.by, row.reason, row.format, row.text),
                        row.version == 1 ? "the first version of the record is a retraction" : "the version before it is missing");
            }
        }

        /** Checks versions that later ones have replaced: pages, lists and the index show them too. */
        public void check(List<KeptRevision> some) {
            inTransaction(() -> {
                asRecorded.begin(true);
                remembered.begin();
                some.stream().map(KeptRevision::kind).distinct().forEach(kind -> look(texts.feature(kind), some.stream().filter(kept -> kept.kind() == kind).toList()));
            });
        }
    }

    private static final class Waiting {
        private final KeptRevision kept;
        private final RootRecord record;
        private Violations violations;

        private Waiting(KeptRevision kept, RootRecord record) {
            this.kept = kept;
            this.record = record;
        }
    }

    /** @return those that have faults, which may be that they refer to something that is not there yet */
    private List<Waiting> pass(List<Waiting> open) {
        if (open.isEmpty()) {
            return open;
        }
        write();
        remembered.begin();
        return pass(texts.featureOf(open.get(0).record), open);
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> List<Waiting> pass(Recorded<R> feature, List<Waiting> open) {
        feature.ahead(open.stream().map(one -> (R) one.record).toList());
        var rest = new ArrayList<Waiting>();
        int unwritten = 0;
        for (var one : open) {
            one.violations = new Violations();
            var checked = feature.checked((R) one.record, one.violations);
            if (!one.violations.isEmpty()) {
                rest.add(one);
                continue;
            }
            refuseAnotherShape(one.kept, one.record, checked);
            // as its revision says, not with the names that things have by now
            feature.store((R) one.record);
            remembered.appeared(one.record.id());
            if (++unwritten % WRITTEN_TOGETHER == 0) {
                write();
            }
        }
        return rest;
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> void rewrite(KeptRevision kept) {
        var record = (R) read(kept);
        var feature = texts.featureOf(record);
        var violations = new Violations();
        // as a change of the row that is there
        var change = (R) record.identified(kept.id(), Math.max(2, kept.version()));
        var checked = feature.checked(change, violations);
        if (!violations.isEmpty()) {
            throw refused(kept, violations);
        }
        refuseAnotherShape(kept, record, checked);
        feature.store(change);
        write();
    }

    @SuppressWarnings("unchecked")
    private <R extends RootRecord> void look(Recorded<R> feature, List<KeptRevision> some) {
        var records = some.stream().map(kept -> (R) read(kept)).toList();
        feature.ahead(records);
        for (int index = 0; index < some.size(); index++) {
            var violations = new Violations();
            var checked = feature.checked(records.get(index), violations);
            if (!violations.isEmpty()) {
                throw refused(some.get(index), violations);
            }
            refuseAnotherShape(some.get(index), records.get(index), checked);
        }
    }

    /** What pages and the index read is the text of the revision: it must not lack what they take for granted. */
    private void refuseAnotherShape(KeptRevision kept, RootRecord given, RootRecord checked) {
        Shapes.difference(texts.tree(given), texts.tree(checked)).ifPresent(path -> {
            throw new RefusedException(kept, "the record is not in the form in which records are kept, at " + path);
        });
    }

    private RootRecord read(KeptRevision kept) {
        try {
            var record = texts.readForeign(kept.kind(), kept.text());
            if (!kept.id().equals(record.id()) || record.version() == null || record.version() != kept.version()) {
                throw new RefusedException(kept, "the record has another id or version than its revision");
            }
            return record;
        } catch (JsonProcessingException wrong) {
            throw new RefusedException(kept, "this is no " + kept.kind().label() + ": " + wrong.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static RefusedException refused(KeptRevision kept, Violations violations) {
        var first = violations.list().get(0);
        return new RefusedException(kept, (first.field().isEmpty() ? "" : first.field() + ": ") + first.message());
    }

    private void takeSlugs(List<KeptRevision> some) {
        var slugs = new HashMap<Slug.Key, KeptRevision>();
        for (var kept : some) {
            var slug = kept.isRetraction() ? null : slug(kept);
            var other = slug == null ? null : slugs.putIfAbsent(new Slug.Key(kept.kind(), slug), kept);
            if (other != null && !other.id().equals(kept.id())) {
                throw new RefusedException(kept, "another record has the slug ‘" + slug + "’");
            }
        }
        for (var kind : RecordKind.values()) {
            var ofKind = slugs.entrySet().stream().filter(slug -> slug.getKey().kind() == kind).toList();
            var taken = identities.ids(kind, ofKind.stream().map(slug -> slug.getKey().slug()).toList());
            ofKind.forEach(slug -> {
                var holder = taken.get(slug.getKey().slug());
                if (holder == null) {
                    entities.persist(new Slug(slug.getKey(), slug.getValue().id()));
                } else if (!holder.equals(slug.getValue().id())) {
                    throw new RefusedException(slug.getValue(), "another record has the slug ‘" + slug.getKey().slug() + "’");
                }
            });
        }
    }

    /** Null where records of its kind have none. */
    private String slug(KeptRevision kept) {
        return switch (kept.kind()) {
            case SOURCE, ACTOR, TOPIC, COLLECTION -> {
                try {
                    var slug = texts.tree(kept.text()).path("slug").textValue();
                    if (!Slugs.isSlug(slug)) {
                        throw new RefusedException(kept, "slug: a " + kept.kind().label() + " needs one, of small letters, digits and single hyphens");
                    }
                    yield slug;
                } catch (JsonProcessingException wrong) {
                    throw new RefusedException(kept, "this is no JSON: " + wrong.getOriginalMessage());
                }
            }
            case DOCUMENT, AFFILIATION, EVENT, STATEMENT, NEGATIVE_FINDING -> null;
        };
    }

    private static Revision row(KeptRevision kept) {
        var row = new Revision();
        row.number = kept.number();
        row.kind = kept.kind();
        row.record = kept.id();
        row.version = kept.version();
        row.at = kept.at();
        row.by = kept.by();
        row.reason = kept.reason();
        row.format = kept.format();
        row.text = kept.text();
        return row;
    }

    private void number(Collection<KeptRevision> some) {
        var byTable = new HashMap<String, List<KeptRevision>>();
        some.forEach(kept -> byTable.computeIfAbsent(table(kept.kind()), any -> new ArrayList<>()).add(kept));
        byTable.forEach((table, ofTable) -> entities.unwrap(Session.class).doWork(connection -> {
            try (var update = connection.prepareStatement("update " + table + " set version = ? where id = ?")) {
                for (var kept : ofTable) {
                    update.setInt(1, kept.version());
                    update.setObject(2, kept.id());
                    update.addBatch();
                }
                update.executeBatch();
            }
        }));
    }

    private static String table(RecordKind kind) {
        return kind == RecordKind.EVENT || kind == RecordKind.STATEMENT ? "item" : kind.word();
    }

    private void write() {
        entities.flush();
        entities.clear();
    }

    private static void inTransaction(Runnable step) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(step);
    }

    /** The row of the counter, locked until the connection is closed: no other process fills or writes meanwhile. */
    private Connection hold() throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement(); var row = statement.executeQuery("select last_number from revision_counter where id = 1 for update nowait")) {
                row.next();
                if (row.getLong(1) > 0) {
                    throw new NotEmptyException("Something is recorded here already");
                }
            } catch (SQLException locked) {
                throw new NotEmptyException("Another process is writing into this database");
            }
            return connection;
        } catch (SQLException | RuntimeException failed) {
            release(connection);
            throw failed;
        }
    }

    private static void release(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    /** The last step: from now on it is there. */
    private static void count(Connection alone, Filling filling) {
        try (var update = alone.prepareStatement("update revision_counter set last_number = ?, last_recorded_at = ? where id = 1")) {
            update.setLong(1, filling.last);
            update.setObject(2, filling.lastAt == null ? null : filling.lastAt.atOffset(java.time.ZoneOffset.UTC));
            update.executeUpdate();
            alone.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The history can't be counted", failed);
        }
    }

    private boolean hasRows() {
        return QuarkusTransaction.requiringNew().call(() -> revisions.count() > 0);
    }

    /** While the counter is at 0: nobody sees what goes. */
    private void clear() {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute("truncate table " + String.join(", ", TABLES));
                return;
            }
            statement.execute("set referential_integrity false");
            try {
                for (var table : TABLES) {
                    statement.execute("truncate table " + table);
                }
            } finally {
                statement.execute("set referential_integrity true");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("What was begun can't be taken back", failed);
        }
    }
}
