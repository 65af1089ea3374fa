package org.demarche.item;

import java.util.Optional;
import java.util.UUID;

/** Where a query looks up what its values name. */
public interface Directory {
    /** The present slug of an actor, given that or an older one; empty where nobody has or had it. */
    Optional<String> actor(String slug);

    Optional<String> topic(String slug);

    Optional<String> source(String slug);

    boolean isDocument(UUID id);

    boolean isEvent(UUID id);

    /** Whether it is a statement or an event. */
    boolean isItem(UUID id);

    /** The saved query of a collection, as a query string; empty where there is no such collection. */
    Optional<String> collection(String slug);

    /** Where a query as of a moment looks: it may also name what was known then and is retracted now, and a topic that was merged since means itself. */
    default Directory asOf(AsOf moment) {
        return this;
    }
}
