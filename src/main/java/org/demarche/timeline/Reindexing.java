package org.demarche.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;

/** Builds the search index anew from the database. Whoever searches meanwhile searches the old one, which stays where it breaks off. */
@ApplicationScoped
public class Reindexing {
    /** The command that does it: at its start the index is not opened. */
    public static final String COMMAND = "reindex";

    @Inject
    ItemIndex index;
    @Inject
    Items items;

    /** @param items the present ones; their earlier versions are searched too */
    public record Built(long changes, long items) {
    }

    /** Is told how many changes the index holds of how many there are. */
    @FunctionalInterface
    public interface Progress {
        void told(long held, long last);
    }

    public Built build(Progress progress) {
        index.rebuild(progress::told);
        return new Built(index.revision(), items.count(TimelineQuery.ALL).all());
    }
}
