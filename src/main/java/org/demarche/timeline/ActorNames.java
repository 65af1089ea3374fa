package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

import org.demarche.item.ActorRef;

/**
 * The actors of a segment of the index as rows name them, decoded once.
 *
 * @param documents their numbers
 */
record ActorNames(int[] documents, ActorRef[] actors) {

    static BytesRef bytes(ActorRef actor) {
        return new BytesRef(actor.type() + "\n" + (actor.familyNameFirst() ? "1" : "0") + "\n" + actor.name());
    }

    static ActorNames read(LeafReader reader) throws IOException {
        var found = new HashMap<Integer, ActorRef>();
        var ids = new IdColumn(reader);
        var slugs = DocValues.getSorted(reader, IndexFields.SLUG);
        var shortNames = DocValues.getSorted(reader, IndexFields.CALLED);
        var names = DocValues.getBinary(reader, IndexFields.ACTOR_NAME);
        for (int document = names.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = names.nextDoc()) {
            var parts = names.binaryValue().utf8ToString().split("\n", 3);
            slugs.advanceExact(document);
            shortNames.advanceExact(document);
            found.put(document, new ActorRef(ids.of(document), slugs.lookupOrd(slugs.ordValue()).utf8ToString(), parts[2], shortNames.lookupOrd(shortNames.ordValue()).utf8ToString(),
                    parts[0], parts[1].equals("1")));
        }
        var documents = found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        return new ActorNames(documents, Arrays.stream(documents).mapToObj(found::get).toArray(ActorRef[]::new));
    }

    /** All actors that are not retracted, by id. */
    static Map<UUID, ActorRef> all(IndexSearcher searcher, ItemColumns columns) throws IOException {
        var all = new HashMap<UUID, ActorRef>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var live = leaf.reader().getLiveDocs();
            var named = columns.of(leaf.reader()).actors;
            for (int at = 0; at < named.documents.length; at++) {
                if (live == null || live.get(named.documents[at])) {
                    all.put(named.actors[at].id(), named.actors[at]);
                }
            }
        }
        return all;
    }
}
