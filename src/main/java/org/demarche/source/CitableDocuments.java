package org.demarche.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The documents that a record cites, looked up for all of it at once; their texts only where one is asked for. */
public final class CitableDocuments {
    private final Documents documents;
    private final Map<UUID, Documents.DocumentName> named;
    private final Map<UUID, String> texts = new HashMap<>();
    private final boolean asRecorded;

    /** @param asRecorded whether what cites them comes back as it was recorded: then nobody looks into their texts */
    CitableDocuments(Documents documents, Collection<UUID> ids, boolean asRecorded) {
        this.documents = documents;
        this.asRecorded = asRecorded;
        named = documents.named(ids);
    }

    /** Null where there is none of this id, or it was retracted. */
    public Documents.DocumentName named(UUID id) {
        return named.get(id);
    }

    /** Whether anchors stay where they were. */
    boolean keepAnchors() {
        return asRecorded;
    }

    /** In its normal form; null where it is not held, or nobody looks into it. */
    public String text(UUID id) {
        var document = named.get(id);
        return asRecorded || document == null || !document.held() ? null : texts.computeIfAbsent(id, documents::text);
    }
}
