package org.demarche.exchange.in.coded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.ActorType;
import org.demarche.event.Countries;
import org.demarche.event.EventRecord;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.DelimitedReader;
import org.demarche.exchange.in.table.Dialects;
import org.demarche.exchange.in.table.TableProposals;
import org.demarche.source.DocumentRecord;
import org.demarche.text.Texts;

/** Event files of ICEWS: a table with its header, in which NA stands for nothing. */
@ApplicationScoped
class IcewsEvents implements RowFormat {
    private static final List<String> TOLD_BY = List.of("Event ID", "Event Date", "Source Name", "CAMEO Code", "Intensity", "Target Name");

    @Override
    public String word() {
        return "icews";
    }

    @Override
    public String label() {
        return "ICEWS events";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        if (file.isCalled("xlsx", "zip", "dna", "json", "ics")) {
            return 0;
        }
        try (var table = new DelimitedReader(file, Dialects.of(file))) {
            return table.header().containsAll(TOLD_BY) ? 92 : 0;
        } catch (UnreadableFileException other) {
            return 0;
        }
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        var table = new DelimitedReader(file, Dialects.of(file));
        if (!table.header().containsAll(TOLD_BY)) {
            table.close();
            throw new UnreadableFileException(1, null, null, "The header of ICEWS events has at least " + String.join(", ", TOLD_BY));
        }
        return new TableProposals(table, row -> new Row(row.row(), table.header(), row.cells().stream().map(Texts::normalise).toList()).proposal());
    }

    private record Row(long number, List<String> header, List<String> cells) {
        /** Empty where nothing is known. */
        String cell(String column) {
            int place = header.indexOf(column);
            var cell = place < 0 ? "" : cells.get(place).strip();
            return cell.equals("NA") || cell.equals("NULL") ? "" : cell;
        }

        Proposal proposal() {
            var problems = new ArrayList<ImportProblem>();
            var day = CodedCells.day(number, "Event Date", cell("Event Date"), problems);
            var score = CodedCells.number(number, "Intensity", cell("Intensity"), problems);
            if (!cell("Event ID").matches("\\d{1,18}")) {
                problems.add(new ImportProblem(number, "Event ID", cell("Event ID"), "Each event has a number"));
            }
            if (!cell("CAMEO Code").matches("\\d{2,4}")) {
                problems.add(new ImportProblem(number, "CAMEO Code", cell("CAMEO Code"), "A code of CAMEO has two to four figures"));
            }
            var place = place(problems);
            if (!problems.isEmpty()) {
                return Proposal.refused(number, header, cells, problems);
            }
            return new CodedEvent("ICEWS", day, actor("Source"), actor("Target"), cell("CAMEO Code"), score, null, place, document(day))
                    .proposal(number, header, cells, CodedCells.id("icews " + cell("Event ID"), day), "");
        }

        private ActorRecord actor(String which) {
            var name = Texts.oneLine(cell(which + " Name"));
            var country = cell(which + " Country");
            boolean isState = !name.isEmpty() && name.equals(country);
            return name.isEmpty() ? null : new ActorRecord(null, null, null, isState ? ActorType.STATE.name() : null, name, null, List.of(), isState ? Countries.code(country).orElse(null) : null,
                    null, null, null, null, List.of(), null);
        }

        private EventRecord.Place place(List<ImportProblem> problems) {
            var name = String.join(", ", Stream.of("City", "District", "Province", "Country").map(this::cell).filter(part -> !part.isEmpty()).distinct().toList());
            var latitude = CodedCells.number(number, "Latitude", cell("Latitude"), problems);
            var longitude = CodedCells.number(number, "Longitude", cell("Longitude"), problems);
            return name.isEmpty() ? null : new EventRecord.Place(name, Countries.code(cell("Country")).stream().toList(), longitude == null ? null : latitude, latitude == null ? null : longitude);
        }

        /** The text itself is not in the set: its publisher, its day and its number are. */
        private DocumentRecord document(String day) {
            var publisher = Texts.oneLine(cell("Publisher"));
            var story = cell("Story ID");
            return publisher.isEmpty() ? null : new DocumentRecord(DerivedIds.id("icews story " + publisher + " " + (story.isEmpty() ? day : story), 0), null, publisher, null,
                    story.isEmpty() ? null : "ICEWS story " + story, null, null, null, null, null, null, null, null);
        }
    }
}
