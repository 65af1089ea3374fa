package org.demarche.exchange.in.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.demarche.exchange.in.IdSet;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.history.RecordKind;

/** What an import knows of its file while it works at it; made anew from the file where it is taken up again. */
final class ImportContext {
    static final int STATEMENT = 1;
    static final int EVENT = 2;
    private static final int NAMES = 100_000;

    final ImportRun run;
    final NameFinder.Books books;
    /** The ids of all rows of the file, with the kind of each. */
    final IdSet ids = new IdSet();
    /** Those of the rows before this one. */
    final IdSet seen = new IdSet();
    private final Map<Key, Known> names = new LinkedHashMap<>();

    private static final class Known {
        private ImportName name;
        private long found;
    }

    private record Key(RecordKind kind, String name) {
    }

    ImportContext(ImportRun run, NameFinder.Books books) {
        this.run = run;
        this.books = books;
    }

    /** Null where no row so far has that name. */
    ImportName name(RecordKind kind, String name) {
        var known = names.get(new Key(kind, name));
        return known == null ? null : known.name;
    }

    boolean knows(RecordKind kind, String name) {
        return names.containsKey(new Key(kind, name));
    }

    void learn(ImportName name) throws UnreadableFileException {
        if (names.size() >= NAMES) {
            throw new UnreadableFileException("It has more than %,d different names".formatted(NAMES));
        }
        names.computeIfAbsent(new Key(name.kind(), name.name()), any -> new Known()).name = name;
    }

    void count(RecordKind kind, String name) {
        names.get(new Key(kind, name)).found++;
    }

    /** The names that nobody has exactly, in the order in which they were found, with how often each stands in the rows. */
    Map<ImportName, Long> open() {
        var open = new LinkedHashMap<ImportName, Long>();
        names.values().stream().filter(known -> known.name.choice() != ImportName.Choice.KNOWN).forEach(known -> open.put(known.name, known.found));
        return open;
    }

    static int mark(RecordKind kind) {
        return kind == RecordKind.EVENT ? EVENT : STATEMENT;
    }
}
