package org.demarche.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

import org.demarche.coding.StanceSign;

/** What the stances of one document after the other come to, as ordinals of {@link StanceSign}. */
abstract class LuceneSigns {

    /** @param targets ids of actors toward whom stances count; null where all do, which is by far the quicker to read */
    static LuceneSigns of(LeafReader reader, Set<String> targets) throws IOException {
        return targets == null ? new Ready(DocValues.getNumeric(reader, IndexFields.SIGNS)) : new Toward(DocValues.getSortedSet(reader, IndexFields.HELD), targets);
    }

    abstract void read(int document) throws IOException;

    /** The sign that all have in common. */
    abstract int common();

    /**
     * The sign that those have in common which a principal holds.
     *
     * @param place the principal's among those of the document by the order of their ids
     */
    abstract int heldBy(int place, String principal);

    /** As the index keeps them: the common sign, then that of each principal. */
    private static final class Ready extends LuceneSigns {
        private final NumericDocValues values;
        private long signs;

        Ready(NumericDocValues values) {
            this.values = values;
        }

        @Override
        void read(int document) throws IOException {
            signs = values.advanceExact(document) ? values.longValue() : StanceSign.NONE.ordinal();
        }

        @Override
        int common() {
            return IndexedStance.sign(signs, 0);
        }

        @Override
        int heldBy(int place, String principal) {
            return IndexedStance.sign(signs, place + 1);
        }
    }

    /** Out of the single stances, each term of a segment read once. */
    private static final class Toward extends LuceneSigns {
        private final SortedSetDocValues terms;
        private final Set<String> targets;
        private final IndexedStance[] known;
        private final List<IndexedStance> present = new ArrayList<>();

        Toward(SortedSetDocValues terms, Set<String> targets) {
            this.terms = terms;
            this.targets = targets;
            known = new IndexedStance[Math.toIntExact(terms.getValueCount())];
        }

        @Override
        void read(int document) throws IOException {
            present.clear();
            int count = terms.advanceExact(document) ? terms.docValueCount() : 0;
            for (int index = 0; index < count; index++) {
                int term = (int) terms.nextOrd();
                if (known[term] == null) {
                    known[term] = IndexedStance.read(terms.lookupOrd(term).utf8ToString());
                }
                if (targets.contains(known[term].toward())) {
                    present.add(known[term]);
                }
            }
        }

        @Override
        int common() {
            return IndexedStance.common(present).ordinal();
        }

        @Override
        int heldBy(int place, String principal) {
            return IndexedStance.common(present.stream().filter(stance -> stance.isHeldBy(principal)).toList()).ordinal();
        }
    }
}
