package org.demarche.exchange.archive;

import java.util.ArrayList;
import java.util.List;

import org.demarche.history.RecordKind;

/** The names of the files in an archive: always all of them, and no other. */
public final class ArchiveFiles {
    static final String SCHEMA = "datapackage.json";
    static final String MERGERS = "revisions/merged-topics.jsonl";
    /** Its rows call actors what they are called when it is written, which changes without a revision of the row. */
    public static final String TIMELINE = "tables/timeline.csv";
    static final String MANIFEST = "manifest.json";
    /** In their order in the archive, the manifest left out. */
    static final List<String> DESCRIBED = described();

    private ArchiveFiles() {
    }

    static String revisions(RecordKind kind) {
        return "revisions/" + kind.path() + ".jsonl";
    }

    static String table(RecordKind kind) {
        return "tables/" + kind.path() + ".csv";
    }

    private static List<String> described() {
        var names = new ArrayList<String>();
        names.add(SCHEMA);
        for (var kind : RecordKind.values()) {
            names.add(revisions(kind));
        }
        names.add(MERGERS);
        for (var kind : RecordKind.values()) {
            names.add(table(kind));
        }
        names.add(TIMELINE);
        return List.copyOf(names);
    }
}
