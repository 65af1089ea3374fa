package org.demarche.timeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

import org.demarche.actor.Lifetime;
import org.demarche.item.ActorRef;

/**
 * The actors of a segment of the index as rows and lanes name them, decoded once.
 *
 * @param documents their numbers
 * @param lifetimes null where neither end is known
 */
record ActorNames(int[] documents, ActorRef[] actors, Lifetime[] lifetimes) {
    private static final int PARTS = 5;

    /**
     * All actors, retracted ones too: what is asked as of an earlier moment may have them.
     *
     * @param lifetimes by slug, of those of whom an end is known
     */
    record All(Map<UUID, ActorRef> byId, Map<String, ActorRef> bySlug, Map<String, Lifetime> lifetimes) {
    }

    static BytesRef bytes(IndexContent.Named named) {
        var actor = named.actor();
        return new BytesRef(String.join("\n", actor.type(), actor.familyNameFirst() ? "1" : "0", Objects.requireNonNullElse(named.since(), ""), Objects.requireNonNullElse(named.until(), ""), actor.name()));
    }

    static ActorNames read(LeafReader reader) throws IOException {
        var found = new HashMap<Integer, ActorRef>();
        var lived = new HashMap<Integer, Lifetime>();
        var ids = new IdColumn(reader);
        var slugs = DocValues.getSorted(reader, IndexFields.SLUG);
        var shortNames = DocValues.getSorted(reader, IndexFields.CALLED);
        var names = DocValues.getBinary(reader, IndexFields.ACTOR_NAME);
        for (int document = names.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = names.nextDoc()) {
            var parts = names.binaryValue().utf8ToString().split("\n", PARTS);
            slugs.advanceExact(document);
            shortNames.advanceExact(document);
            var shortName = shortNames.lookupOrd(shortNames.ordValue()).utf8ToString();
            found.put(document, new ActorRef(ids.of(document), slugs.lookupOrd(slugs.ordValue()).utf8ToString(), parts[4], shortName, parts[0], parts[1].equals("1")));
            if (!parts[2].isEmpty() || !parts[3].isEmpty()) {
                lived.put(document, new Lifetime(shortName, parts[2].isEmpty() ? null : parts[2], parts[3].isEmpty() ? null : parts[3]));
            }
        }
        var documents = found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        return new ActorNames(documents, Arrays.stream(documents).mapToObj(found::get).toArray(ActorRef[]::new), Arrays.stream(documents).mapToObj(lived::get).toArray(Lifetime[]::new));
    }

    static All all(IndexSearcher searcher, ItemColumns columns) throws IOException {
        var all = new All(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (var leaf : searcher.getIndexReader().leaves()) {
            var live = leaf.reader().getLiveDocs();
            var named = columns.of(leaf.reader()).actors;
            for (int at = 0; at < named.documents.length; at++) {
                if (live == null || live.get(named.documents[at])) {
                    all.byId.put(named.actors[at].id(), named.actors[at]);
                    all.bySlug.put(named.actors[at].slug(), named.actors[at]);
                    if (named.lifetimes[at] != null) {
                        all.lifetimes.put(named.actors[at].slug(), named.lifetimes[at]);
                    }
                }
            }
        }
        return all;
    }
}
