package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.WholeFormat;
import org.demarche.history.Change;
import org.demarche.history.Durability;
import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.RootRecord;
import org.demarche.source.SourceRecord;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Checks a file and brings its rows in, whatever its format. Rows are checked, and kept, in batches that take less than a second each; a batch is one
 * transaction that holds its revisions and how far the import is, so that a process that is killed leaves a batch whole or not at all and the
 * next one goes on behind it. Nothing is held of the rows but their ids and the names in them.
 */
@ApplicationScoped
class ImportEngine {
    private static final Logger LOG = Logger.getLogger(ImportEngine.class);
    private static final int FIRST_BATCH = 200;
    private static final int LARGEST_BATCH = 2_000;
    /** Characters of all rows of a batch and of the documents that they bring. */
    private static final long MOST_TEXT = 10_000_000;
    private static final long LONG_MILLIS = 700;
    private static final long SHORT_MILLIS = 350;
    private static final int NAMES_TOGETHER = 200;

    @Inject
    Imports imports;
    @Inject
    ImportFormats formats;
    @Inject
    ImportRows rows;
    @Inject
    WholeImport whole;
    @Inject
    ImportUndo undo;
    @Inject
    NameFinder finder;
    @Inject
    Identities identities;
    @Inject
    History history;
    @Inject
    Durability durability;

    /**
     * Does what the state of an import asks for, until it waits for somebody or is at its end.
     *
     * @param stopping asked between batches; what is left is taken up again at the next start
     */
    void work(UUID id, BooleanSupplier stopping) {
        try {
            for (var run = imports.find(id).orElseThrow(); run.state.isAtWork() && !stopping.getAsBoolean(); run = imports.find(id).orElseThrow()) {
                if (run.state == ImportState.UNDOING) {
                    undo.undo(run, stopping);
                } else if (formats.named(run.format) instanceof WholeFormat format) {
                    whole.take(run, format, stopping);
                } else if (run.state == ImportState.CHECKING) {
                    check(run, stopping);
                } else {
                    run(run, stopping);
                }
            }
        } catch (UnreadableFileException damaged) {
            imports.fail(id, damaged.problem());
        } catch (Stopped | CancellationException stopped) {
            LOG.debug("An import was stopped", stopped);
        } catch (IOException | RuntimeException unexpected) {
            LOG.errorf(unexpected, "The import %s ended", id);
            imports.fail(id, new ImportProblem(0, null, null, "Démarche met an error that it did not expect; it is in the log under the number of this import"));
        }
        durability.await();
    }

    /** Somebody cancelled the import, or the program is stopping. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stopped() {
            super(null, null, false, false);
        }
    }

    private void check(ImportRun run, BooleanSupplier stopping) throws IOException {
        imports.clearProblems(run.id);
        imports.begin(run.id, ImportRun.NAMES, ImportCounts.NONE);
        var context = QuarkusTransaction.requiringNew().call(() -> new ImportContext(run, finder.books()));
        lookThrough(run, context, stopping);
        try (var reader = open(run)) {
            inBatches(reader, stopping, proposals -> {
                var batch = taken(() -> history.attempt(change -> new History.Attempt<>(checked(change, proposals, context), false)));
                noted(proposals, context);
                return QuarkusTransaction.requiringNew().call(() -> {
                    imports.addProblems(run.id, batch.problems, false);
                    imports.addProblems(run.id, batch.conflicts, true);
                    return imports.advance(run.id, ImportState.CHECKING, batch.counts(0));
                });
            });
        }
        var open = context.open();
        QuarkusTransaction.requiringNew().run(() -> {
            imports.keepNames(run.id, open.keySet(), open);
            if (run.runAfterCheck) {
                imports.begin(run.id, ImportRun.NAMES, ImportCounts.NONE);
            }
            imports.move(run.id, Set.of(ImportState.CHECKING), run.runAfterCheck ? ImportState.RUNNING : ImportState.CHECKED);
        });
    }

    private void run(ImportRun run, BooleanSupplier stopping) throws IOException {
        if (run.stage == ImportRun.NAMES) {
            together(writing -> makeNames(writing, run, stopping));
            QuarkusTransaction.requiringNew().run(() -> {
                var made = imports.find(run.id).orElseThrow();
                imports.clearProblems(run.id);
                imports.begin(run.id, ImportRun.ROWS, new ImportCounts(0, 0, 0, 0, 0, 0, made.recordsKept));
            });
            return;
        }
        var context = QuarkusTransaction.requiringNew().call(() -> new ImportContext(run, finder.books()));
        for (var name : imports.names(run.id).values()) {
            context.learn(name);
        }
        lookThrough(run, context, stopping);
        boolean again = run.stage == ImportRun.WAITING;
        var waiting = again ? imports.waiting(run.id) : Set.<Long>of();
        if (!again || !waiting.isEmpty()) {
            together(writing -> {
                try (var reader = open(run)) {
                    skip(reader, run.place, context);
                    inBatches(reader, stopping, proposals -> again ? complete(writing, run, proposals, waiting, context) : keep(writing, run, proposals, context));
                }
            });
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var done = imports.find(run.id).orElseThrow();
            if (again) {
                imports.move(run.id, Set.of(ImportState.RUNNING), ImportState.DONE);
            } else {
                imports.begin(run.id, ImportRun.WAITING, new ImportCounts(0, done.rowsNew, done.rowsChanged, done.rowsUnchanged, done.rowsInConflict, done.rowsRefused, done.recordsKept));
            }
        });
    }

    /** Counts the rows and notes their ids, so that each can name a later one. */
    private void lookThrough(ImportRun run, ImportContext context, BooleanSupplier stopping) throws IOException {
        long number = 0;
        try (var reader = open(run)) {
            for (var proposal = reader.next(); proposal != null; proposal = reader.next()) {
                number++;
                if (proposal.id() != null) {
                    context.ids.add(proposal.id(), ImportContext.mark(proposal.kind()));
                }
                if (number % 10_000 == 0 && (stopping.getAsBoolean() || imports.find(run.id).filter(now -> now.state == run.state).isEmpty())) {
                    throw new Stopped();
                }
            }
        }
        imports.counted(run.id, number);
    }

    /** Batch after batch: that they are on disk and found by everybody waits for the end, when the state says that they are kept. */
    private void together(Writes work) throws IOException {
        try {
            history.together(writing -> {
                try {
                    work.in(writing);
                } catch (IOException unread) {
                    throw new UncheckedIOException(unread);
                }
                return null;
            });
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
    }

    private interface Writes {
        void in(History.Writing writing) throws IOException;
    }

    private static void skip(ProposalReader reader, long place, ImportContext context) throws IOException {
        for (long skipped = 0; skipped < place; skipped++) {
            noted(List.of(reader.next()), context);
        }
    }

    private static void noted(List<Proposal> proposals, ImportContext context) {
        proposals.stream().filter(proposal -> proposal.id() != null).forEach(proposal -> context.seen.add(proposal.id(), ImportContext.mark(proposal.kind())));
    }

    /** Makes who and what was decided to be new. */
    private void makeNames(History.Writing writing, ImportRun run, BooleanSupplier stopping) {
        var names = new ArrayList<>(imports.names(run.id).entrySet());
        names.removeIf(entry -> !entry.getValue().isToBeMade());
        for (int from = 0; from < names.size(); from += NAMES_TOGETHER) {
            if (stopping.getAsBoolean()) {
                throw new Stopped();
            }
            var some = names.subList(from, Math.min(names.size(), from + NAMES_TOGETHER));
            orStop(writing.attempt(change -> {
                change.recordedBy(run.begunBy, null);
                for (var entry : some) {
                    var kept = change.keep(made(entry.getValue(), run));
                    imports.decide(run.id, entry.getKey(), entry.getValue().decided(ImportName.Choice.CREATE, ImportName.slugOf(kept)).proposing(kept));
                }
                noteBatch(change, run);
                return new History.Attempt<>(imports.advance(run.id, ImportState.RUNNING, new ImportCounts(0, 0, 0, 0, 0, 0, some.size())), true);
            }));
        }
    }

    /** With the slug that it was proposed with where that is free still. */
    private RootRecord made(ImportName name, ImportRun run) {
        var reason = reason(run);
        var slug = ImportName.slugOf(name.proposed());
        var free = identities.id(name.kind(), slug).isEmpty() ? slug : null;
        if (name.proposed() instanceof ActorRecord actor) {
            return new ActorRecord(null, free, null, actor.type(), actor.name(), actor.shortName(), actor.names(), actor.iso(), actor.cameo(), actor.sector(), actor.existedSince(),
                    actor.existedUntil(), actor.externalIds(), reason);
        }
        return name.proposed() instanceof SourceRecord source ? new SourceRecord(null, free, null, source.name(), source.reliability(), reason)
                : new TopicRecord(null, free, null, ((TopicRecord) name.proposed()).label(), null, null, reason);
    }

    private boolean keep(History.Writing writing, ImportRun run, List<Proposal> proposals, ImportContext context) throws IOException {
        return splitting(run, proposals, some -> {
            boolean kept = taken(() -> writing.attempt(change -> {
                try {
                    var batch = rows.keep(change, some, context, false);
                    imports.addProblems(run.id, batch.problems, false);
                    imports.addProblems(run.id, batch.conflicts, true);
                    imports.addWaiting(run.id, batch.waiting);
                    noteBatch(change, run);
                    boolean goesOn = imports.advance(run.id, ImportState.RUNNING, batch.counts(batch.documents.size()));
                    return new History.Attempt<>(goesOn, goesOn);
                } catch (UnreadableFileException damaged) {
                    throw new Damaged(damaged);
                }
            }));
            noted(some, context);
            return kept;
        });
    }

    private boolean complete(History.Writing writing, ImportRun run, List<Proposal> proposals, Set<Long> waiting, ImportContext context) throws IOException {
        var some = proposals.stream().filter(proposal -> waiting.contains(proposal.row())).toList();
        var read = new ImportCounts(proposals.size(), 0, 0, 0, 0, 0, 0);
        return taken(() -> writing.attempt(change -> {
            try {
                if (!some.isEmpty()) {
                    var batch = rows.keep(change, some, context, true);
                    imports.addProblems(run.id, batch.problems, false);
                    noteBatch(change, run);
                }
                boolean goesOn = imports.advance(run.id, ImportState.RUNNING, read);
                return new History.Attempt<>(goesOn, goesOn);
            } catch (UnreadableFileException damaged) {
                throw new Damaged(damaged);
            }
        }));
    }

    /** Where a database refuses what all checks let through, the row that it is about is found by halves, and the others are kept. */
    private boolean splitting(ImportRun run, List<Proposal> proposals, Work work) throws IOException {
        try {
            return work.on(proposals);
        } catch (RuntimeException refused) {
            if (proposals.size() == 1) {
                LOG.errorf(refused, "Row %d of the import %s could not be stored", proposals.get(0).row(), run.id);
                return QuarkusTransaction.requiringNew().call(() -> {
                    imports.addProblems(run.id, List.of(new ImportProblem(proposals.get(0).row(), null, null, "It could not be stored; why is in the log")), false);
                    return imports.advance(run.id, ImportState.RUNNING, new ImportCounts(1, 0, 0, 0, 0, 1, 0));
                });
            }
            int half = proposals.size() / 2;
            return splitting(run, proposals.subList(0, half), work) && splitting(run, proposals.subList(half, proposals.size()), work);
        }
    }

    private void noteBatch(Change change, ImportRun run) {
        change.onceNumbered((first, last) -> imports.addBatch(run.id, first, last));
    }

    private ImportBatch checked(Change change, List<Proposal> proposals, ImportContext context) {
        try {
            return rows.check(change, proposals, context);
        } catch (UnreadableFileException damaged) {
            throw new Damaged(damaged);
        }
    }

    /** Work on some rows. */
    private interface Work {
        /** @return false where the import was stopped meanwhile */
        boolean on(List<Proposal> some) throws IOException;
    }

    /** A batch takes up to a second, however slow the machine. */
    private static void inBatches(ProposalReader reader, BooleanSupplier stopping, Work work) throws IOException {
        int size = FIRST_BATCH;
        var some = new ArrayList<Proposal>();
        long text = 0;
        for (var proposal = reader.next(); proposal != null || !some.isEmpty(); proposal = proposal == null ? null : reader.next()) {
            if (proposal != null) {
                some.add(proposal);
                text += textOf(proposal);
            }
            if (some.size() < size && text < MOST_TEXT && proposal != null) {
                continue;
            }
            text = 0;
            if (stopping.getAsBoolean()) {
                throw new Stopped();
            }
            long start = System.nanoTime();
            orStop(work.on(List.copyOf(some)));
            some.clear();
            long millis = (System.nanoTime() - start) / 1_000_000;
            size = millis > LONG_MILLIS ? Math.max(20, size / 2) : millis < SHORT_MILLIS ? Math.min(LARGEST_BATCH, size * 2) : size;
        }
    }

    private static long textOf(Proposal proposal) {
        return proposal.cells().stream().mapToLong(String::length).sum() + proposal.documents().stream().mapToLong(document -> document.text() == null ? 0 : document.text().length()).sum();
    }

    private ProposalReader open(ImportRun run) throws IOException {
        return formats.ofRows(run.format).open(imports.file(run), run.mapping);
    }

    static String reason(ImportRun run) {
        return "Import of " + org.demarche.text.Texts.cut(run.name, 100);
    }

    private static void orStop(boolean goesOn) {
        if (!goesOn) {
            throw new Stopped();
        }
    }

    /** Carries what is wrong with a file out of a transaction, which it takes back. */
    private static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final UnreadableFileException cause;

        private Damaged(UnreadableFileException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static <T> T taken(java.util.function.Supplier<T> work) throws UnreadableFileException {
        try {
            return work.get();
        } catch (Damaged damaged) {
            throw damaged.cause;
        }
    }
}
