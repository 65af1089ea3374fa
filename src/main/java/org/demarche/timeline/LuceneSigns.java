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

    /** @param targets ids of actors toward whom stances count; null where all do */
    static LuceneSigns of(LeafReader reader, Set<String> targets) throws IOException {
        return targets == null ? ready(reader) : toward(reader, targets);
    }

    /** Out of what the index keeps ready, by far the quicker to read: of all stances, or of those that one principal holds. */
    static LuceneSigns ready(LeafReader reader) throws IOException {
        return new Ready(DocValues.getNumeric(reader, IndexFields.SIGNS));
    }

    /** The same out of a decoded column. */
    static LuceneSigns ready(short[] column) {
        return new Decoded(column);
    }

    /** @param targets ids of actors toward whom stances count; null where all do */
    static LuceneSigns toward(LeafReader reader, Set<String> targets) throws IOException {
        return new Single(DocValues.getSortedSet(reader, IndexFields.HELD), targets);
    }

    abstract void read(int document) throws IOException;

    /** The sign that all have in common. */
    int common() {
        return sign(0, null, null);
    }

    /**
     * The sign that the stances of a lane have in common.
     *
     * @param place of the lane's principal among those of the document by the order of their ids
     * @param holders ids of principals whose stances alone count; null where all do
     * @param toward ids of actors toward whom alone they count; null where all do
     */
    abstract int sign(int place, Set<String> holders, Set<String> toward);

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
        int sign(int place, Set<String> holders, Set<String> toward) {
            return IndexedStance.sign(signs, holders == null ? 0 : place + 1);
        }
    }

    private static final class Decoded extends LuceneSigns {
        private final short[] column;
        private int signs;

        Decoded(short[] column) {
            this.column = column;
        }

        @Override
        void read(int document) {
            signs = column[document];
        }

        @Override
        int sign(int place, Set<String> holders, Set<String> toward) {
            return IndexedStance.sign(signs, holders == null ? 0 : place + 1);
        }
    }

    /** Out of the single stances, each term of a segment read once. */
    private static final class Single extends LuceneSigns {
        private final SortedSetDocValues terms;
        private final Set<String> targets;
        private final IndexedStance[] known;
        private final List<IndexedStance> present = new ArrayList<>();

        Single(SortedSetDocValues terms, Set<String> targets) {
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
                if (targets == null || targets.contains(known[term].toward())) {
                    present.add(known[term]);
                }
            }
        }

        @Override
        int sign(int place, Set<String> holders, Set<String> toward) {
            return IndexedStance.common(present.stream().filter(stance -> holders == null || stance.holder().isEmpty() || holders.contains(stance.holder()))
                    .filter(stance -> toward == null || toward.contains(stance.toward())).toList()).ordinal();
        }
    }
}
