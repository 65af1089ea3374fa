package org.demarche.source;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;

/** Offered by each feature whose records cite documents, so that a document's page shows its passages and its text takes their anchors along. */
public interface Citing {
    /** What cites. */
    RecordKind kind();

    /** The records, none of them retracted, of which any part cites the document, in the order of their ids; at most so many. A fixed number of queries. */
    List<UUID> citing(UUID document, int most);

    /**
     * The record with every anchor in that document as this gives it.
     *
     * @param reason why, as its revision will say
     */
    RootRecord reanchored(RootRecord record, UUID document, UnaryOperator<AnchorRecord> anchor, String reason);
}
