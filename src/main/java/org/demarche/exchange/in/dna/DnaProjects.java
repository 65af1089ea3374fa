package org.demarche.exchange.in.dna;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;

/** Projects of the Discourse Network Analyzer, versions 2 and 3: databases of SQLite. */
@ApplicationScoped
class DnaProjects implements RowFormat {
    private static final int CALLED_SO = 60;

    @Override
    public String word() {
        return "dna";
    }

    @Override
    public String label() {
        return "Discourse Network Analyzer project";
    }

    /** Any database of SQLite is taken, so that one of another program is refused with what it lacks. */
    @Override
    public int sureness(ImportFile file) throws IOException {
        if (!SqliteHeader.isAtHeadOf(file)) {
            return file.isCalled("dna") ? CALLED_SO : 0;
        }
        try (var opened = SqliteFile.open(file)) {
            return opened.tables(DnaBook.READ).containsAll(DnaBook.TELLING) ? 95 : CALLED_SO;
        } catch (UnreadableFileException damaged) {
            return CALLED_SO;
        }
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        if (!SqliteHeader.isAtHeadOf(file) && new String(file.head(200), java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().startsWith("<")) {
            throw new UnreadableFileException("It is XML, as projects of version 1 are: open it in version 2 of the Discourse Network Analyzer and save it there");
        }
        return new DnaReader(file);
    }
}
