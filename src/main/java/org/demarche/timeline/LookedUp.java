package org.demarche.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import org.demarche.history.RecordKind;
import org.demarche.item.Clauses;

/**
 * Look-ups for several queries at once.
 *
 * @param slugs what is known of slugs already
 */
record LookedUp(IndexContent content, BiFunction<RecordKind, Collection<String>, Map<String, UUID>> slugs) implements Clauses.LookUps {
    @Override
    public Map<String, UUID> ids(RecordKind kind, Collection<String> named) {
        return slugs.apply(kind, named);
    }

    @Override
    public long lastBefore(Instant instant) {
        return content.lastBefore(instant);
    }
}
