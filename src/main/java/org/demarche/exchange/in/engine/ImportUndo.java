package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.exchange.in.ImportProblem;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.web.InvalidRecordException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes a whole import back, the last change first: what it changed is as before, what it added is retracted. What somebody changed or used since stays. */
@ApplicationScoped
class ImportUndo {
    private static final int TOGETHER = 500;
    private static final String REASON = "Undid the import of ";

    @Inject
    Imports imports;
    @Inject
    Revisions revisions;
    @Inject
    History history;

    /** Whether a record is retracted only because an import was undone, so that the next one may bring it again. */
    static boolean isUndone(RevisionView retraction) {
        return retraction.isRetraction() && isOfUndo(retraction);
    }

    void undo(ImportRun run, BooleanSupplier stopping) {
        history.together(writing -> {
            for (var batch = imports.lastBatch(run.id); batch.isPresent() && !stopping.getAsBoolean(); batch = imports.lastBatch(run.id)) {
                undo(writing, run, batch.get());
            }
            return null;
        });
        if (imports.lastBatch(run.id).isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> imports.move(run.id, Set.of(ImportState.UNDOING), ImportState.UNDONE));
        }
    }

    private void undo(History.Writing writing, ImportRun run, Imports.Batch last) {
        long from = Math.max(last.first(), last.last() - TOGETHER + 1);
        writing.write(change -> {
            change.recordedBy(run.begunBy, null);
            var problems = undo(change, revisions.between(from, last.last()), REASON + org.demarche.text.Texts.cut(run.name, 100));
            imports.addProblems(run.id, problems, true);
            imports.undone(run.id, last, from);
            return null;
        });
    }

    private List<ImportProblem> undo(Change change, List<RevisionView> newestFirst, String reason) {
        var present = new HashMap<UUID, Present>();
        revisions.last(newestFirst.stream().map(RevisionView::id).toList()).forEach((id, revision) -> present.put(id, new Present(revision.version(), isOfUndo(revision))));
        var added = retracted(change, newestFirst, present, reason);
        return newestFirst.stream().filter(revision -> !added.contains(revision.id()) && !undone(change, revision, present, reason))
                .map(revision -> new ImportProblem(0, null, revision.record().heading(), "It stays: the " + revision.kind().label() + " was changed or used since")).toList();
    }

    /** What was only added, and neither changed nor used since, goes together: what cites before what is cited. */
    private static Set<UUID> retracted(Change change, List<RevisionView> newestFirst, Map<UUID, Present> present, String reason) {
        var retracted = new HashSet<UUID>();
        var kinds = new ArrayList<>(List.of(RecordKind.values()));
        Collections.reverse(kinds);
        for (var kind : kinds) {
            var added = newestFirst.stream().filter(revision -> revision.kind() == kind && revision.version() == 1 && present.get(revision.id()).version == 1).map(RevisionView::id).toList();
            if (!added.isEmpty()) {
                retracted.addAll(change.retractUnused(kind, added, 1, reason));
            }
        }
        return retracted;
    }

    /** @param ours whether undoing made it */
    private record Present(int version, boolean ours) {
    }

    /** A record that two revisions of an import made goes back by both. */
    private boolean undone(Change change, RevisionView revision, Map<UUID, Present> present, String reason) {
        var now = present.get(revision.id());
        if (now.version != revision.version() && !now.ours) {
            return false;
        }
        try {
            var before = revision.version() == 1 ? null : revisions.version(revision.kind(), revision.id(), revision.version() - 1).map(RevisionView::record).orElse(null);
            if (before == null) {
                if (!change.retractUnused(revision.kind(), revision.id(), now.version, reason)) {
                    return false;
                }
            } else if (now.version == revision.version()) {
                change.restore(revision.kind(), revision.id(), now.version, reason);
            } else {
                change.keep(before.identified(revision.id(), now.version));
            }
            present.put(revision.id(), new Present(now.version + 1, true));
            return true;
        } catch (InvalidRecordException used) {
            return false;
        }
    }

    private static boolean isOfUndo(RevisionView revision) {
        return revision.reason() != null && revision.reason().startsWith(REASON);
    }
}
