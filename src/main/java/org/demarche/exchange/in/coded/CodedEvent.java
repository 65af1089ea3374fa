package org.demarche.exchange.in.coded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.Cameo;
import org.demarche.coding.CameoCode;
import org.demarche.coding.CodingRecord;
import org.demarche.event.EventKind;
import org.demarche.event.EventRecord;
import org.demarche.exchange.in.EventProposal;
import org.demarche.exchange.in.Proposal;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;

/**
 * A row of one of the field's sets of events: who did what to whom, by a code of CAMEO.
 *
 * @param set who coded it, for a code that CAMEO 1.1b3 does not have: 'GDELT'
 * @param day as EDTF
 * @param who their name stands in the place of their slug; null where the row tells nobody
 * @param whom likewise
 * @param code as text, with its leading zero
 * @param score the set's own, whatever the table of the code book has; null where it has none
 * @param quad 1 to 4, the set's own; null where it has none
 * @param document null where the row tells of none
 */
record CodedEvent(String set, String day, ActorRecord who, ActorRecord whom, String code, Double score, Integer quad, EventRecord.Place place, DocumentRecord document) {

    /** @param told what else the row calls those who take part, for the title; may be empty */
    Proposal proposal(long row, List<String> header, List<String> cells, UUID id, String told) {
        var participants = new ArrayList<EventRecord.Participant>();
        if (who != null && whom != null && who.name().equals(whom.name())) {
            participants.add(new EventRecord.Participant(who.name(), List.of("ACTOR", "RECIPIENT")));
        } else {
            Optional.ofNullable(who).ifPresent(actor -> participants.add(new EventRecord.Participant(actor.name(), List.of("ACTOR"))));
            Optional.ofNullable(whom).ifPresent(actor -> participants.add(new EventRecord.Participant(actor.name(), List.of("RECIPIENT"))));
        }
        boolean known = Cameo.find(code).isPresent();
        var coding = new CodingRecord(known ? Cameo.SCHEME : "CAMEO of " + set, code, null, List.of(), score, quad);
        var event = new EventRecord(id, null, kind().name(), title(told), day, null, null, null, place, null, participants,
                document == null ? List.of() : List.of(new CitationRecord(document.id(), null, List.of())), List.of(coding), List.of(), List.of(), null);
        Map<String, ActorRecord> actors = new HashMap<>();
        Stream.of(who, whom).filter(actor -> actor != null).forEach(actor -> actors.put(actor.name(), actor));
        return EventProposal.of(row, header, cells, event, document == null ? List.of() : List.of(document), actors, field -> field);
    }

    /** 'Australia: make an appeal or request, to Police (COP)'. */
    private String title(String told) {
        var what = Cameo.find(code).map(CameoCode::label).orElse(code);
        var by = who == null ? "" : who.name() + ": ";
        var to = whom == null ? "" : ", to " + whom.name();
        return by + (by.isEmpty() ? what : what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1)) + to + (told.isEmpty() ? "" : " (" + told + ")");
    }

    /** What the code certainly says: most say no more than that something happened. */
    private EventKind kind() {
        if (code.startsWith("042") || code.startsWith("043")) {
            return EventKind.VISIT;
        }
        if (code.startsWith("044") || code.startsWith("045") || code.startsWith("046")) {
            return EventKind.MEETING;
        }
        if (code.startsWith("057")) {
            return EventKind.AGREEMENT;
        }
        if (code.startsWith("163")) {
            return EventKind.SANCTION;
        }
        return switch (code.length() < 2 ? "" : code.substring(0, 2)) {
            case "07" -> EventKind.AID;
            case "14" -> EventKind.PROTEST;
            case "15", "19", "20" -> EventKind.MILITARY;
            default -> EventKind.OTHER;
        };
    }
}
