package org.demarche.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.demarche.history.RecordKind;
import org.demarche.text.AnchorState;

/** What another text of a document would do to the quotations of it, in words, before it is kept. */
record TextPreview(List<Row> rows, int exact, int ambiguous, int orphaned, int unverified) {

    /**
     * One record that cites the document.
     *
     * @param found 'found word for word' and the like, each with how many of its passages
     * @param sound whether nothing of it is lost or in doubt
     */
    record Row(RecordKind kind, String heading, String page, List<String> found, boolean sound) {
    }

    static TextPreview of(List<Reanchoring.Reanchored> foreseen) {
        var counts = new int[AnchorState.values().length];
        var rows = new ArrayList<Row>();
        for (var cited : foreseen) {
            var found = new LinkedHashMap<AnchorState, Long>();
            for (var state : AnchorState.values()) {
                long count = cited.count(state);
                counts[state.ordinal()] += (int) count;
                if (count > 0) {
                    found.put(state, count);
                }
            }
            if (!found.isEmpty()) {
                rows.add(new Row(cited.kind(), cited.before().heading(), cited.before().page(),
                        found.entrySet().stream().map(entry -> (cited.anchors().size() == 1 ? "" : entry.getValue() + " ") + entry.getKey().label()).toList(),
                        !found.containsKey(AnchorState.AMBIGUOUS) && !found.containsKey(AnchorState.ORPHANED)));
            }
        }
        return new TextPreview(rows, counts[AnchorState.EXACT.ordinal()], counts[AnchorState.AMBIGUOUS.ordinal()], counts[AnchorState.ORPHANED.ordinal()],
                counts[AnchorState.UNVERIFIED.ordinal()]);
    }

    /** How many passages there are, found or not. */
    public int size() {
        return exact + ambiguous + orphaned + unverified;
    }
}
