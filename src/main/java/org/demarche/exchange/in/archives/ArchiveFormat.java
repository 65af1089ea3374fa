package org.demarche.exchange.in.archives;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.exchange.archive.ArchiveException;
import org.demarche.exchange.archive.ArchiveImport;
import org.demarche.exchange.archive.ArchiveReader;
import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.WholeFormat;
import org.demarche.history.Rebuilding;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Archives: into an empty instance with their whole history, into another by the ids of their records. */
@ApplicationScoped
class ArchiveFormat implements WholeFormat {
    private static final int ZIP = 'P' << 8 | 'K';

    @Inject
    ArchiveImport archives;
    @Inject
    ObjectMapper mapper;

    @Override
    public String word() {
        return "archive";
    }

    @Override
    public String label() {
        return "archive of Démarche";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        var head = file.head(2);
        if (head.length < 2 || (head[0] << 8 | head[1]) != ZIP) {
            return 0;
        }
        try (var archive = ArchiveReader.open(file.path(), mapper)) {
            return 100;
        } catch (ArchiveException other) {
            return 0;
        }
    }

    @Override
    public Outcome take(ImportFile file, boolean check, Work work) throws IOException {
        try {
            var outcome = archives.take(file.path(), check, work::begins, (step, done, all) -> work.told(done, all));
            return new Outcome(outcome.read(), outcome.stored() - outcome.changed(), outcome.changed(), outcome.unchanged(), outcome.conflicts(), outcome.refused(),
                    outcome.problems().stream().map(problem -> new ImportProblem(problem.row(), problem.column(), problem.value(), problem.reason())).toList());
        } catch (ArchiveException | Rebuilding.NotEmptyException refused) {
            throw new UnreadableFileException(refused.getMessage());
        }
    }
}
