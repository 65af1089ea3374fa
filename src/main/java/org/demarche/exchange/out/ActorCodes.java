package org.demarche.exchange.out;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.UUID;

import org.demarche.actor.ActorRecord;
import org.demarche.item.ActorRef;

/** The codes of the actors of a batch; null for what is not known. */
final class ActorCodes {
    private final Map<UUID, ActorRecord> records;

    private ActorCodes(Map<UUID, ActorRecord> records) {
        this.records = records;
    }

    static ActorCodes of(Collection<Pair> pairs, Export export) {
        List<ActorRef> actors = pairs.stream().flatMap(Pair::actors).distinct().toList();
        return new ActorCodes(export.actors(actors));
    }

    String cameo(ActorRef actor) {
        var record = record(actor);
        return record == null ? null : record.cameo() != null ? record.cameo() : country(actor);
    }

    /** Three letters: what CAMEO says of a state, else what ISO 3166 does. */
    String country(ActorRef actor) {
        var record = record(actor);
        if (record == null || !"STATE".equals(record.type())) {
            return null;
        }
        if (record.cameo() != null && record.cameo().length() >= 3) {
            return record.cameo().substring(0, 3);
        }
        try {
            return record.iso() == null ? null : new Locale("", record.iso()).getISO3Country();
        } catch (MissingResourceException unknown) {
            return null;
        }
    }

    /** In English. */
    String countryName(ActorRef actor) {
        var record = record(actor);
        return record == null || record.iso() == null ? null : new Locale("", record.iso()).getDisplayCountry(Locale.ENGLISH);
    }

    String sector(ActorRef actor) {
        var record = record(actor);
        return record == null ? null : record.sector();
    }

    private ActorRecord record(ActorRef actor) {
        return actor == null ? null : records.get(actor.id());
    }
}
