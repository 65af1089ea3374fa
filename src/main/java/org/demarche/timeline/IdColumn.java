package org.demarche.timeline;

import java.io.IOException;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** The ids of the documents of one leaf of the index, to be read in the order of the documents. */
final class IdColumn {
    private final NumericDocValues high;
    private final NumericDocValues low;

    IdColumn(LeafReader leaf) throws IOException {
        high = DocValues.getNumeric(leaf, IndexFields.ID_HIGH);
        low = DocValues.getNumeric(leaf, IndexFields.ID_LOW);
    }

    UUID of(int document) throws IOException {
        high.advanceExact(document);
        low.advanceExact(document);
        return new UUID(IndexFields.ordered(high.longValue()), IndexFields.ordered(low.longValue()));
    }
}
