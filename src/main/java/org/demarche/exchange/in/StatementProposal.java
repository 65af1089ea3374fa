package org.demarche.exchange.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.CodingRecord;
import org.demarche.event.Linked;
import org.demarche.history.RecordKind;
import org.demarche.item.Item;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;

/**
 * A statement of a file that knows less of statements than a record: what its format has no place for stays as analysts have made it.
 *
 * @param told as the file has it, with one rendering
 * @param isOfFile tells the schemes that are the file's own: what it has under one no more goes
 */
public record StatementProposal(StatementRecord told, Predicate<String> isOfFile) implements Proposal.Over {

    /**
     * @param documents those that it cites
     * @param actors what is known of them, by name
     * @param columnOf which name of the header a field of the record comes from; null where that can't be said
     */
    public Proposal proposal(long row, List<String> header, List<String> cells, List<DocumentRecord> documents, Map<String, ActorRecord> actors, Function<String, String> columnOf) {
        return new Proposal(row, header, cells, RecordKind.STATEMENT, told.id(), true, null, this, documents, actors, Map.of(), List.of(), columnOf);
    }

    @Override
    public Linked record(Linked present, Item shown) {
        return told;
    }

    @Override
    public Linked named(Linked named, Linked before) {
        var said = (StatementRecord) named;
        var present = (StatementRecord) before;
        return new StatementRecord(said.id(), present.version(), said.date(), present.dateBasis(), present.time(), said.summary() == null ? present.summary() : said.summary(), present.event(),
                present.instrument(), Stream.concat(present.topics().stream(), said.topics().stream()).distinct().toList(), speakers(said.speakers(), present.speakers()), present.addressees(),
                present.targets(), stances(said.stances(), present.stances()), renderings(said.renderings(), present.renderings()), codings(said.codings(), present.codings()), present.links(),
                present.reason());
    }

    /** Who is there already keeps the office and chain that somebody gave them, where the file has no other chain. */
    private static List<StatementRecord.Speaker> speakers(List<StatementRecord.Speaker> said, List<StatementRecord.Speaker> present) {
        return said.stream().map(speaker -> present.stream().filter(other -> Objects.equals(other.actor(), speaker.actor())
                && (speaker.actor() != null || Objects.equals(other.described(), speaker.described())) && (speaker.behalf() == null || speaker.behalf().equals(other.behalf()))).findFirst().orElse(speaker)).toList();
    }

    private static List<StatementRecord.Stance> stances(List<StatementRecord.Stance> said, List<StatementRecord.Stance> present) {
        var stances = new ArrayList<StatementRecord.Stance>();
        present.forEach(stance -> stances.add(said.stream().filter(other -> isOfSame(other, stance)).findFirst().orElse(stance)));
        said.stream().filter(stance -> stances.stream().noneMatch(other -> isOfSame(other, stance))).forEach(stances::add);
        return stances;
    }

    private static boolean isOfSame(StatementRecord.Stance one, StatementRecord.Stance other) {
        return Objects.equals(one.holder(), other.holder()) && Objects.equals(one.toward(), other.toward());
    }

    /** A report by another document is somebody's addition. */
    private static List<StatementRecord.Rendering> renderings(List<StatementRecord.Rendering> said, List<StatementRecord.Rendering> present) {
        var told = said.get(0);
        if (present.stream().noneMatch(rendering -> told.document().equals(rendering.document()))) {
            return Stream.concat(present.stream(), said.stream().map(rendering -> new StatementRecord.Rendering(rendering.document(), present.isEmpty(), rendering.mode(), rendering.words(),
                    rendering.language(), rendering.originalLanguage(), rendering.via(), rendering.credibility(), rendering.anchors()))).toList();
        }
        return present.stream().map(rendering -> !told.document().equals(rendering.document()) || Objects.equals(told.words(), rendering.words()) ? rendering
                : new StatementRecord.Rendering(rendering.document(), rendering.preferred(), null, told.words(), rendering.language(), rendering.originalLanguage(), rendering.via(),
                        rendering.credibility(), told.anchors())).toList();
    }

    private List<CodingRecord> codings(List<CodingRecord> said, List<CodingRecord> present) {
        var codings = new ArrayList<CodingRecord>();
        present.forEach(coding -> said.stream().filter(other -> other.scheme().equals(coding.scheme())).findFirst()
                .ifPresentOrElse(codings::add, () -> Stream.of(coding).filter(other -> !isOfFile.test(other.scheme())).forEach(codings::add)));
        said.stream().filter(coding -> codings.stream().noneMatch(other -> other.scheme().equals(coding.scheme()))).forEach(codings::add);
        return codings;
    }
}
