package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.demarche.exchange.in.WholeFormat;
import org.demarche.history.Change;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Checks and brings in what has no rows. */
@ApplicationScoped
class WholeImport {
    @Inject
    Imports imports;

    /** @throws CancellationException where it was stopped */
    @ActivateRequestContext
    void take(ImportRun run, WholeFormat format, BooleanSupplier stopping) throws IOException {
        boolean check = run.state == ImportState.CHECKING;
        QuarkusTransaction.requiringNew().run(() -> {
            imports.clearProblems(run.id);
            imports.begin(run.id, ImportRun.ROWS, ImportCounts.NONE);
        });
        var outcome = format.take(imports.file(run), check, new WholeFormat.Work() {
            @Override
            public void told(long done, long all) {
                if (stopping.getAsBoolean() || !QuarkusTransaction.requiringNew().call(() -> imports.reached(run.id, run.state, done, all))) {
                    throw new CancellationException();
                }
            }

            @Override
            public void begins(Change change) {
                change.recordedBy(run.begunBy, null);
                change.onceNumbered((first, last) -> imports.addBatch(run.id, first, last));
            }
        });
        QuarkusTransaction.requiringNew().run(() -> {
            imports.addProblems(run.id, outcome.problems(), true);
            imports.counted(run.id, outcome.read());
            imports.begin(run.id, ImportRun.ROWS, ImportCounts.NONE);
            imports.advance(run.id, run.state, new ImportCounts(outcome.read(), outcome.fresh(), outcome.changed(), outcome.unchanged(), outcome.conflicts(), outcome.refused(), 0));
            imports.move(run.id, Set.of(run.state), !check ? ImportState.DONE : run.runAfterCheck ? ImportState.RUNNING : ImportState.CHECKED);
        });
    }
}
