package org.demarche.exchange.in;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.demarche.actor.ActorRecord;
import org.demarche.event.Linked;
import org.demarche.history.RecordKind;
import org.demarche.item.Item;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;

/**
 * What one row of a file comes to: one statement or event, with the documents that it cites.
 *
 * <p>The record has <em>names in the places of slugs</em>: whatever the file calls an actor, a publisher or a topic, stands where the
 * record wants its slug, also as {@link DocumentRecord#source}. The engine finds whom each name means, asks the analyst where it may mean
 * somebody, makes who is new, and puts the slugs in. On whose behalf somebody speaks is resolved at the date where the chain is left null;
 * a chain that is given is an override where resolution does not give it.
 *
 * @param row in the file, counted from 1 with its header
 * @param header {@link ProposalReader#header}
 * @param cells as they stand in the file, one for each of the header
 * @param kind STATEMENT or EVENT
 * @param id of the record, never null: the file's own where it has one, else {@link DerivedIds#id made} of what tells the row apart, so that
 *     the same row means the same record when it is brought in again
 * @param derived whether the id was made so: such a row may stand in the file twice
 * @param knownAt when the revision was recorded that the row was taken from, where the file says so: what was changed since is a conflict; may be null
 * @param record the record to keep, from what is there: see {@link Over}
 * @param documents those of the record that may be new, with the ids by which it cites them; one that is here already, by its id or its
 *     address and all else, is taken instead
 * @param actors what is known of actors that may be new, by the name that stands in the record; the type may be null
 * @param publishers the same of publishers: how reliable they are
 * @param problems what can't be read; where there is any the row is not stored
 * @param columnOf which column of the file a field of the record, as {@code speakers[0].actor}, comes from; null where that can't be said
 */
public record Proposal(long row, List<String> header, List<String> cells, RecordKind kind, UUID id, boolean derived, Instant knownAt, Over record, List<DocumentRecord> documents,
                Map<String, ActorRecord> actors, Map<String, SourceRecord> publishers, List<ImportProblem> problems, Function<String, String> columnOf) {

    /** The record that a row comes to. */
    public interface Over {
        /**
         * @param present what is there, with slugs, to be changed where the row says otherwise: an equal one means that nothing is to be done;
         *     null where the row is new
         * @param shown how {@code present} is exported; null where the row is new
         */
        Linked record(Linked present, Item shown);

        /**
         * The same once it is known whom its names mean, for what can't be laid over what is there before that.
         *
         * @param named what {@link #record} gave, with slugs
         * @param present what is there, never null
         */
        default Linked named(Linked named, Linked present) {
            return named;
        }
    }

    /** A row that can't be understood: it has no record, and nothing but {@code problems} says anything of it. */
    public static Proposal refused(long row, List<String> header, List<String> cells, List<ImportProblem> problems) {
        return new Proposal(row, header, cells, null, null, false, null, null, List.of(), Map.of(), Map.of(), problems, field -> null);
    }

    /** What stands in a column; null where there is no such column. */
    public String cell(String column) {
        int place = column == null ? -1 : header.indexOf(column);
        return place < 0 || place >= cells.size() ? null : cells.get(place);
    }
}
