package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportMapping;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.history.Author;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RecordTexts;
import org.demarche.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The files that were brought in, with all that is kept of each but the records themselves. */
@ApplicationScoped
@Transactional
class Imports {
    private static final int FILES_KEPT = 20;

    @Inject
    EntityManager entities;
    @Inject
    Identities identities;
    @Inject
    RecordTexts texts;
    @Inject
    Author author;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;

    /** Takes over a file that was uploaded or copied for it, and notes that it is to be checked. */
    UUID begin(Path file, String name, String format, String mapping, ImportState state, boolean runAfterCheck, UnknownNames unknownNames) throws IOException {
        var run = new ImportRun();
        run.id = identities.newId();
        run.name = name;
        run.format = format;
        run.mapping = mapping;
        run.state = state;
        run.runAfterCheck = runAfterCheck;
        run.unknownNames = unknownNames;
        run.begunAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        run.begunBy = author.name();
        var place = path(run.id);
        Files.createDirectories(place.getParent());
        Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        run.fileSize = Files.size(place);
        entities.persist(run);
        entities.flush();
        dropOldFiles();
        return run.id;
    }

    Optional<ImportRun> find(UUID id) {
        var run = id == null ? null : entities.find(ImportRun.class, id);
        if (run != null) {
            entities.refresh(run);
            entities.detach(run);
        }
        return Optional.ofNullable(run);
    }

    ImportFile file(ImportRun run) {
        return new ImportFile(path(run.id), run.name);
    }

    boolean isFileHere(ImportRun run) {
        return Files.exists(path(run.id));
    }

    /** The newest first. */
    List<ImportRun> newest(int from, int most) {
        return entities.createQuery("from ImportRun order by begunAt desc, id desc", ImportRun.class).setFirstResult(from).setMaxResults(most).getResultList();
    }

    /** Those at which the program was at work when it stopped. */
    List<ImportRun> interrupted() {
        return entities.createQuery("from ImportRun where state in :states order by begunAt", ImportRun.class)
                .setParameter("states", Arrays.stream(ImportState.values()).filter(ImportState::isAtWork).toList()).getResultList().stream().filter(this::isFileHere).toList();
    }

    /** Whether it was in one of these states, and is in the other now. */
    boolean move(UUID id, Collection<ImportState> from, ImportState to) {
        var update = session().createMutationQuery("update ImportRun set state = :to, endedAt = :now where id = :id and state in :from").setParameter("to", to).setParameter("id", id)
                .setParameter("from", from).setParameter("now", to.isAtWork() || to == ImportState.CHECKED ? null : Instant.now().truncatedTo(ChronoUnit.MILLIS), Instant.class);
        return update.executeUpdate() == 1;
    }

    void fail(UUID id, ImportProblem problem) {
        move(id, Set.of(ImportState.CHECKING, ImportState.RUNNING), ImportState.FAILED);
        entities.createQuery("update ImportRun set failure = :failure where id = :id").setParameter("failure", problem.reason()).setParameter("id", id).executeUpdate();
        addProblems(id, List.of(problem), false);
    }

    void remap(UUID id, String format, String mapping, UnknownNames unknownNames) {
        entities.createQuery("update ImportRun set mapping = :mapping, format = :format, unknownNames = :unknown where id = :id").setParameter("mapping", mapping)
                .setParameter("format", format).setParameter("unknown", unknownNames).setParameter("id", id).executeUpdate();
    }

    /** Begins a stage from its first row, with the counts that it starts from. */
    void begin(UUID id, int stage, ImportCounts counts) {
        entities.createQuery("update ImportRun set stage = :stage, place = 0, rowsNew = :fresh, rowsChanged = :changed, rowsUnchanged = :unchanged, rowsInConflict = :conflicts, "
                        + "rowsRefused = :refused, recordsKept = :kept where id = :id").setParameter("stage", stage).setParameter("id", id).setParameter("fresh", counts.fresh())
                .setParameter("changed", counts.changed()).setParameter("unchanged", counts.unchanged()).setParameter("conflicts", counts.conflicts())
                .setParameter("refused", counts.refused()).setParameter("kept", counts.kept()).executeUpdate();
    }

    /** The mapping that columns of these names had last time, with what this file tells of its form. */
    Optional<String> mappingOfLastTime(ImportMapping proposed) {
        return session().createNativeQuery("select mapping from import_mapping where columns_hash = :hash", String.class)
                .setParameter("hash", Texts.sha256(proposed.names())).getResultStream().findFirst().map(last -> proposed.asLast(last).write());
    }

    void keepMapping(ImportMapping mapping) {
        var hash = Texts.sha256(mapping.names());
        session().createNativeMutationQuery("delete from import_mapping where columns_hash = :hash").setParameter("hash", hash).executeUpdate();
        session().createNativeMutationQuery("insert into import_mapping (columns_hash, mapping, kept_at) values (:hash, :mapping, :now)").setParameter("hash", hash)
                .setParameter("mapping", mapping.write()).setParameter("now", Instant.now().truncatedTo(ChronoUnit.MILLIS)).executeUpdate();
    }

    void counted(UUID id, long rows) {
        entities.createQuery("update ImportRun set rowsInFile = :rows where id = :id").setParameter("rows", rows).setParameter("id", id).executeUpdate();
    }

    /** Adds what came of some rows, and goes on behind them; false where somebody stopped the import, and this must not be kept. */
    boolean advance(UUID id, ImportState state, ImportCounts counts) {
        return entities.createQuery("update ImportRun set place = place + :read, rowsNew = rowsNew + :fresh, rowsChanged = rowsChanged + :changed, rowsUnchanged = rowsUnchanged + :unchanged, "
                        + "rowsInConflict = rowsInConflict + :conflicts, rowsRefused = rowsRefused + :refused, recordsKept = recordsKept + :kept where id = :id and state = :state")
                .setParameter("read", counts.read()).setParameter("fresh", counts.fresh()).setParameter("changed", counts.changed()).setParameter("unchanged", counts.unchanged())
                .setParameter("conflicts", counts.conflicts()).setParameter("refused", counts.refused()).setParameter("kept", counts.kept()).setParameter("id", id)
                .setParameter("state", state).executeUpdate() == 1;
    }

    /** How far a file is that has no rows; false where somebody stopped it. */
    boolean reached(UUID id, ImportState state, long done, long all) {
        return entities.createQuery("update ImportRun set place = :done, rowsInFile = :all where id = :id and state = :state").setParameter("done", done).setParameter("all", all)
                .setParameter("id", id).setParameter("state", state).executeUpdate() == 1;
    }

    void clearProblems(UUID id) {
        delete("import_problem", id);
    }

    void addProblems(UUID id, List<ImportProblem> problems, boolean conflicts) {
        if (problems.isEmpty()) {
            return;
        }
        int next = next("import_problem", id);
        for (var problem : problems) {
            if (next >= ImportView.PROBLEMS) {
                return;
            }
            session().createNativeMutationQuery("insert into import_problem (import_id, number, row_number, column_name, cell, reason, conflict) values (:id, :number, :row, :column, :cell, :reason, :conflict)")
                    .setParameter("id", id).setParameter("number", next++).setParameter("row", problem.row()).setParameter("column", problem.column(), String.class)
                    .setParameter("cell", problem.value(), String.class).setParameter("reason", problem.reason()).setParameter("conflict", conflicts).executeUpdate();
        }
    }

    List<ImportProblem> problems(UUID id, int most) {
        return session().createNativeQuery("select row_number, column_name, cell, reason from import_problem where import_id = :id order by row_number, number", Object[].class)
                .addScalar("row_number", Long.class).addScalar("column_name", String.class).addScalar("cell", String.class).addScalar("reason", String.class)
                .setParameter("id", id).setMaxResults(most).getResultList().stream().map(row -> new ImportProblem((Long) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }

    void keepNames(UUID id, Collection<ImportName> names, Map<ImportName, Long> found) {
        delete("import_name", id);
        int number = 0;
        for (var name : names) {
            session().createNativeMutationQuery("insert into import_name (import_id, number, record_kind, name, choice, slug, proposed, alike, found) "
                            + "values (:id, :number, :kind, :name, :choice, :slug, :proposed, :alike, :found)")
                    .setParameter("id", id).setParameter("number", number++).setParameter("kind", name.kind().name()).setParameter("name", name.name())
                    .setParameter("choice", name.choice().name()).setParameter("slug", name.slug(), String.class).setParameter("proposed", texts.write(name.proposed()))
                    .setParameter("alike", String.join(" ", name.alike())).setParameter("found", found.getOrDefault(name, 1L)).executeUpdate();
        }
    }

    /** Those that nobody has exactly, by their number in the list of the import. */
    Map<Integer, ImportName> names(UUID id) {
        var names = new LinkedHashMap<Integer, ImportName>();
        session().createNativeQuery("select number, record_kind, name, choice, slug, proposed, alike from import_name where import_id = :id order by number", Object[].class)
                .addScalar("number", Integer.class).addScalar("record_kind", String.class).addScalar("name", String.class).addScalar("choice", String.class).addScalar("slug", String.class)
                .addScalar("proposed", String.class).addScalar("alike", String.class).setParameter("id", id).getResultList().forEach(row -> {
                    var kind = RecordKind.valueOf((String) row[1]);
                    var alike = (String) row[6];
                    names.put((Integer) row[0], new ImportName(kind, (String) row[2], ImportName.Choice.valueOf((String) row[3]), (String) row[4], texts.read(kind, (String) row[5]),
                            alike == null || alike.isEmpty() ? List.of() : List.of(alike.split(" "))));
                });
        return names;
    }

    /** In how many rows each name stands, by its number. */
    Map<Integer, Long> found(UUID id) {
        var found = new LinkedHashMap<Integer, Long>();
        session().createNativeQuery("select number, found from import_name where import_id = :id", Object[].class).addScalar("number", Integer.class).addScalar("found", Long.class)
                .setParameter("id", id).getResultList().forEach(row -> found.put((Integer) row[0], (Long) row[1]));
        return found;
    }

    void decide(UUID id, int number, ImportName name) {
        session().createNativeMutationQuery("update import_name set choice = :choice, slug = :slug, proposed = :proposed where import_id = :id and number = :number")
                .setParameter("choice", name.choice().name()).setParameter("slug", name.slug(), String.class).setParameter("proposed", texts.write(name.proposed()))
                .setParameter("id", id).setParameter("number", number).executeUpdate();
    }

    void addWaiting(UUID id, Collection<Long> rows) {
        rows.forEach(row -> session().createNativeMutationQuery("insert into import_waiting (import_id, row_number) values (:id, :row)").setParameter("id", id).setParameter("row", row)
                .executeUpdate());
    }

    Set<Long> waiting(UUID id) {
        return new HashSet<>(session().createNativeQuery("select row_number from import_waiting where import_id = :id", Long.class).setParameter("id", id)
                .getResultList());
    }

    /** Revisions from the first to the last that one batch made. */
    record Batch(int number, long first, long last) {
    }

    void addBatch(UUID id, long first, long last) {
        session().createNativeMutationQuery("insert into import_batch (import_id, number, first_revision, last_revision) values (:id, :number, :first, :last)")
                .setParameter("id", id).setParameter("number", next("import_batch", id)).setParameter("first", first).setParameter("last", last).executeUpdate();
    }

    /** The last batch of which something is left. */
    Optional<Batch> lastBatch(UUID id) {
        return session().createNativeQuery("select number, first_revision, last_revision from import_batch where import_id = :id order by number desc", Object[].class)
                .addScalar("number", Integer.class).addScalar("first_revision", Long.class).addScalar("last_revision", Long.class).setParameter("id", id).setMaxResults(1)
                .getResultList().stream().map(row -> new Batch((Integer) row[0], (Long) row[1], (Long) row[2])).findFirst();
    }

    /** Whether it is at its end and something that it stored can be taken back. */
    boolean isUndoable(UUID id) {
        return find(id).filter(run -> run.state == ImportState.DONE || run.state == ImportState.CANCELLED || run.state == ImportState.FAILED).isPresent() && lastBatch(id).isPresent();
    }

    /** All its revisions from one on are undone. */
    void undone(UUID id, Batch batch, long from) {
        if (from <= batch.first) {
            session().createNativeMutationQuery("delete from import_batch where import_id = :id and number = :number").setParameter("id", id).setParameter("number", batch.number)
                    .executeUpdate();
        } else {
            session().createNativeMutationQuery("update import_batch set last_revision = :last where import_id = :id and number = :number").setParameter("id", id)
                    .setParameter("number", batch.number).setParameter("last", from - 1).executeUpdate();
        }
    }

    ImportView view(ImportRun run, int problems) {
        return new ImportView(run.id, run.state, run.format, run.name, run.stage == ImportRun.WAITING && run.rowsInFile != null ? run.rowsInFile : run.place, run.rowsNew + run.rowsChanged,
                run.rowsNew, run.rowsChanged, run.rowsUnchanged, run.rowsInConflict, run.rowsRefused, run.rowsInFile, problems == 0 ? List.of() : problems(run.id, problems), run.failure,
                run.begunAt, run.begunBy, run.endedAt);
    }

    private Path path(UUID id) {
        return dataFolder.resolve("imports").resolve(id.toString());
    }

    /** What was brought in stays; only the files go, of those that nothing more can be done with first. */
    private void dropOldFiles() throws IOException {
        var runs = new ArrayList<>(newest(0, 1_000));
        var old = runs.stream().filter(run -> !run.state.isAtWork()).skip(FILES_KEPT).toList();
        for (var run : old) {
            Files.deleteIfExists(path(run.id));
            if (run.state == ImportState.CHECKED) {
                move(run.id, Set.of(ImportState.CHECKED), ImportState.CANCELLED);
            }
        }
    }

    private int next(String table, UUID id) {
        return session().createNativeQuery("select coalesce(max(number), -1) + 1 from " + table + " where import_id = :id", Integer.class).setParameter("id", id).getSingleResult();
    }

    private void delete(String table, UUID id) {
        session().createNativeMutationQuery("delete from " + table + " where import_id = :id").setParameter("id", id).executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
