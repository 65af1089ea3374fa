package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * In which lanes the documents of a segment stand, by the numbers of these: mostly one, which then is at its place.
 *
 * @param single the number; {@link #NONE}; or below that where several begin among {@code several}, counted from {@link #SEVERAL} downwards
 * @param several how many, then their numbers in the order of the terms
 */
record LaneColumn(int[] single, int[] several) {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    static LaneColumn read(LeafReader reader, String field, ItemColumns.Numbers numbers) throws IOException {
        var terms = DocValues.getSortedSet(reader, field);
        var known = new int[Math.toIntExact(terms.getValueCount())];
        for (int term = 0; term < known.length; term++) {
            known[term] = numbers.of(terms.lookupOrd(term).utf8ToString());
        }
        var single = new int[reader.maxDoc()];
        Arrays.fill(single, NONE);
        var several = new int[16];
        int used = 0;
        for (int document = terms.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = terms.nextDoc()) {
            int count = terms.docValueCount();
            if (count == 1) {
                single[document] = known[(int) terms.nextOrd()];
                continue;
            }
            if (used + count >= several.length) {
                several = Arrays.copyOf(several, Math.max(used + count + 1, several.length * 2));
            }
            single[document] = SEVERAL - used;
            several[used++] = count;
            for (int index = 0; index < count; index++) {
                several[used++] = known[(int) terms.nextOrd()];
            }
        }
        return new LaneColumn(single, Arrays.copyOf(several, used));
    }

    int count(int document) {
        int at = single[document];
        return at >= 0 ? 1 : at == NONE ? 0 : several[SEVERAL - at];
    }

    /** @param place below the count */
    int lane(int document, int place) {
        int at = single[document];
        return at >= 0 ? at : several[SEVERAL - at + 1 + place];
    }
}
