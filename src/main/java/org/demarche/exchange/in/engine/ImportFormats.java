package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportFormat;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;

/** All kinds of files that can be brought in. */
@ApplicationScoped
class ImportFormats {
    static final String AUTO = "auto";

    @Inject
    @Any
    Instance<ImportFormat> offered;

    List<ImportFormat> all() {
        return offered.stream().sorted(Comparator.comparing(ImportFormat::word)).toList();
    }

    Optional<ImportFormat> find(String word) {
        return offered.stream().filter(format -> format.word().equals(word)).findFirst();
    }

    ImportFormat named(String word) throws UnreadableFileException {
        return find(word).orElseThrow(() -> new UnreadableFileException("There is no format ‘" + word + "’ any more"));
    }

    /** @throws UnreadableFileException where there is none of this word that reads rows */
    RowFormat ofRows(String word) throws UnreadableFileException {
        if (named(word) instanceof RowFormat rows) {
            return rows;
        }
        throw new UnreadableFileException("It has no rows");
    }

    /** The format that is surest of the file. */
    ImportFormat of(ImportFile file) throws IOException {
        ImportFormat surest = null;
        int most = ImportFormat.LIKELY - 1;
        for (var format : all()) {
            int sureness = format.sureness(file);
            if (sureness > most) {
                surest = format;
                most = sureness;
            }
        }
        if (surest == null) {
            throw new UnreadableFileException("It is no file of a kind that can be brought in: " + String.join(", ", all().stream().map(ImportFormat::label).toList()));
        }
        return surest;
    }
}
