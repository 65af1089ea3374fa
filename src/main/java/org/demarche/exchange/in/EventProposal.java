package org.demarche.exchange.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.demarche.actor.ActorRecord;
import org.demarche.event.EventRecord;
import org.demarche.history.RecordKind;
import org.demarche.source.DocumentRecord;

/** An event of a file that knows less of events than a record: what its format has no place for stays as analysts have made it. */
public final class EventProposal {
    private EventProposal() {
    }

    /**
     * @param told as the file has it, with names in the places of slugs
     * @param documents those that it cites
     * @param actors what is known of them, by name
     * @param columnOf which name of the header a field of the record comes from; null where that can't be said
     */
    public static Proposal of(long row, List<String> header, List<String> cells, EventRecord told, List<DocumentRecord> documents, Map<String, ActorRecord> actors, Function<String, String> columnOf) {
        return new Proposal(row, header, cells, RecordKind.EVENT, told.id(), true, null, (present, shown) -> present == null ? told : over(told, (EventRecord) present), documents, actors, Map.of(), List.of(),
                columnOf);
    }

    private static EventRecord over(EventRecord told, EventRecord present) {
        var topics = Stream.concat(present.topics().stream(), told.topics().stream()).distinct().toList();
        return new EventRecord(told.id(), present.version(), present.kind(), told.title(), told.date(), present.dateBasis(), or(told.time(), present.time()), or(told.status(), present.status()),
                place(told.place(), present.place()), present.parent(), told.participants().isEmpty() ? present.participants() : told.participants(),
                present.citations().isEmpty() ? told.citations() : present.citations(), present.codings(), present.links(), topics, present.reason());
    }

    private static EventRecord.Place place(EventRecord.Place told, EventRecord.Place present) {
        return told == null || present == null ? or(told, present)
                : new EventRecord.Place(or(told.name(), present.name()), present.countries(), or(told.latitude(), present.latitude()), or(told.longitude(), present.longitude()));
    }

    private static <T> T or(T told, T present) {
        return Optional.ofNullable(told).orElse(present);
    }
}
