package org.demarche.item;

import java.util.List;
import java.util.Locale;

/**
 * What a query asks of an item, as a tree that any search engine can be given: no slug, no date and no spelling is left in it to be read.
 */
public sealed interface Clause {
    /** Holds for every item. */
    Clause ALL = new And(List.of());
    /** Holds for no item. */
    Clause NONE = new Or(List.of());

    /** The item has this value among those of the field. */
    record Term(Field field, String value) implements Clause {
    }

    /** The item's number lies between these, both included; the smallest and the largest long are the infinities. */
    record Range(Field field, long from, long to) implements Clause {
    }

    /** These terms of {@link org.demarche.text.Words#terms} follow each other in one text of the item or in one name of an actor that takes part. */
    record Words(List<String> terms) implements Clause {
    }

    /** The same with terms of {@link org.demarche.text.Words#exactTerms}. */
    record Phrase(List<String> terms) implements Clause {
    }

    /** The item as it was known once the revision of this number was kept; without this clause, as it is known now. */
    record AsOf(long revision) implements Clause {
    }

    record And(List<Clause> clauses) implements Clause {
    }

    record Or(List<Clause> clauses) implements Clause {
    }

    record Not(Clause clause) implements Clause {
    }

    /** What an item is asked for. Actors, topics, sources, documents and events are told by their ids, everything else as it is written in queries. */
    enum Field {
        ID, KIND, ACTOR, SPEAKER, BEHALF, ADDRESSEE, TARGET, PARTICIPANT, TYPE,
        /** Each beginning of the CAMEO code. */
        CAMEO,
        /** The common sign of all stances of a statement; an event has none. */
        STANCE,
        /** For each stance toward an actor {@link Clause#toward}. */
        STANCE_TOWARD,
        EVENT_KIND, MODE, INSTRUMENT, TOPIC,
        /** The exact terms of the place's name with a space between them. */
        PLACE, COUNTRY, SOURCE, DOCUMENT,
        /** The event at which it was or whose part it is, and all above that. */
        EVENT, STATUS, LEVEL,
        /** Where the item stands: s1 and e2. */
        EARLIEST, LATEST,
        /** s2 and e1 of its own date; infinite where neither bound is known, so that it is never definitely anywhere. */
        LATEST_START, EARLIEST_END,
        /** When it was first recorded, in milliseconds since 1970. */
        RECORDED;

        /** The name of the field in an index. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The value of {@link Field#STANCE_TOWARD} for a sign toward an actor. */
    static String toward(String actor, String sign) {
        return actor + ":" + sign;
    }
}
