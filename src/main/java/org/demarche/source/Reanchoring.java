package org.demarche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.text.AnchorState;
import org.demarche.text.Texts;

/**
 * What another text of a document does to the anchors of everything that cites it. Each record whose anchors it changes gets a revision
 * that says so: an anchor is never moved silently.
 */
@ApplicationScoped
class Reanchoring {
    private static final int HEADING = 200;

    @Inject
    @Any
    Instance<Citing> citing;
    @Inject
    Revisions revisions;

    /**
     * One record that cites the document.
     *
     * @param anchors as they will be, in the order in which the record has them; those of other documents left out
     */
    record Reanchored(RecordKind kind, RootRecord before, RootRecord after, List<AnchorRecord> anchors, boolean changed) {
        long count(AnchorState state) {
            return anchors.stream().filter(anchor -> state.name().equals(anchor.state())).count();
        }
    }

    /** What a change of the document's text does, or would do. In pages of records, so that a document that everybody cites does not fill the memory. */
    List<Reanchored> foreseen(DocumentRecord before, DocumentRecord after) {
        // The record tells only by its hash which text its places were counted in.
        boolean placesHold = before.text() == null && after.text() != null && Objects.equals(before.sha256(), after.sha256());
        var reason = reason(before, after);
        return records(after, Integer.MAX_VALUE).map(cited -> reanchored(cited, after, placesHold, reason)).toList();
    }

    /** Changes the records that cite the document as {@link #foreseen} says, in the transaction that changes its text. */
    void follow(DocumentRecord before, DocumentRecord after, Change change) {
        if (!Objects.equals(before.text(), after.text())) {
            foreseen(before, after).stream().filter(Reanchored::changed).forEach(cited -> change.keep(cited.after()));
        }
    }

    /** What cites a document, by kind; at most so many of each. */
    Stream<Cited> records(DocumentRecord document, int most) {
        return citing.stream().sorted(java.util.Comparator.comparing(Citing::kind)).flatMap(feature -> {
            var ids = feature.citing(document.id(), most);
            var present = revisions.present(feature.kind(), ids);
            return ids.stream().map(present::get).filter(Objects::nonNull).map(revision -> new Cited(feature, revision.record()));
        });
    }

    /** A record that cites the document, with the feature that knows where in it. */
    record Cited(Citing feature, RootRecord record) {
        List<AnchorRecord> anchors(DocumentRecord document) {
            var anchors = new ArrayList<AnchorRecord>();
            feature.reanchored(record, document.id(), anchor -> {
                anchors.add(anchor);
                return anchor;
            }, null);
            return anchors;
        }
    }

    private static Reanchored reanchored(Cited cited, DocumentRecord document, boolean placesHold, String reason) {
        var anchors = new ArrayList<AnchorRecord>();
        var changed = new boolean[1];
        var after = cited.feature().reanchored(cited.record(), document.id(), anchor -> {
            var resolved = anchor.in(document.text(), placesHold);
            anchors.add(resolved);
            changed[0] |= !resolved.equals(anchor);
            return resolved;
        }, reason);
        return new Reanchored(cited.feature().kind(), cited.record(), after, anchors, changed[0]);
    }

    private static String reason(DocumentRecord before, DocumentRecord after) {
        var heading = "‘" + Texts.cut(after.heading(), HEADING) + "’";
        return after.text() == null ? "The text of " + heading + " was taken away"
                : before.text() == null ? "The text of " + heading + " arrived" : "Another text of " + heading + " arrived";
    }
}
