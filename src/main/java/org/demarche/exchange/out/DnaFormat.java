package org.demarche.exchange.out;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.demarche.item.Item;
import org.demarche.timeline.TimelineCsv;

/** The event list of the Discourse Network Analyzer: who holds which position on which concept. */
final class DnaFormat extends TableFormat {
    private static final List<String> HEADER = List.of("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text",
            "person", "organization", "concept", "agreement");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    DnaFormat() {
        super("dna", "dna.csv", "text/csv; charset=UTF-8", "Discourse Network Analyzer", "Its event list: one row for each speaker and stance; the concept is the actor or topic, agreement is 1 or 0. "
                + "No events, no strength of a stance; what is neutral or not coded has no agreement.",
                CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator("\n").setQuoteMode(QuoteMode.NON_NUMERIC).get());
    }

    @Override
    public Unit unit() {
        return Unit.STANCE;
    }

    @Override
    List<String> header() {
        return HEADER;
    }

    @Override
    void rows(List<Item> items, Export export, Row row) throws IOException {
        for (var item : items) {
            if (!item.isStatement()) {
                export.leaveOut();
                continue;
            }
            for (var speaker : item.speakers()) {
                for (var concept : concepts(item, speaker)) {
                    row.add(cells(item, speaker, concept));
                }
            }
        }
    }

    /** @param agreement null where it is neither for nor against */
    private record Concept(String name, Integer agreement) {
    }

    private static List<Concept> concepts(Item item, Item.Speaker speaker) {
        var held = item.stances().stream().filter(stance -> stance.holder() == null || stance.holder().equals(speaker.principal()) || stance.holder().equals(speaker.actor()))
                .map(stance -> new Concept(stance.toward() == null ? stance.topic().label() : stance.toward().name(), stance.value() == 0 ? null : (Integer) (stance.value() > 0 ? 1 : 0)));
        var named = Stream.concat(held, item.topics().stream().map(topic -> new Concept(topic.label(), null))).toList();
        var concepts = named.stream().filter(concept -> concept.agreement != null || named.stream().noneMatch(other -> other != concept && other.name.equals(concept.name) && other.agreement != null))
                .distinct().toList();
        return concepts.isEmpty() ? List.of(new Concept("", null)) : concepts;
    }

    private static List<Object> cells(Item item, Item.Speaker speaker, Concept concept) {
        var report = item.report();
        var document = report == null || report.document() == null ? null : (Object) number(report.document(), "document");
        var person = speaker.actor() == null ? "(" + speaker.described() + ")" : "PERSON".equals(speaker.actor().type()) ? speaker.actor().name() : "";
        var organization = speaker.principal() != null ? speaker.principal().name() : speaker.actor() == null ? "" : speaker.actor().name();
        var words = report == null || report.words() == null ? item.title() : report.words();
        return Arrays.asList(number(item.id(), "statement"), time(item), document, report == null ? "" : guarded(report.title()), report == null ? "" : guarded(report.agency()),
                report == null ? "" : guarded(report.sourceName()), "", "", guarded(words), guarded(person), guarded(organization), guarded(concept.name), concept.agreement);
    }

    private static String guarded(String text) {
        return TimelineCsv.guarded(text);
    }

    private static String time(Item item) {
        return CalendarDays.of(item).filter(days -> days.exact() && days.isOneDay())
                .map(days -> LocalDateTime.of(days.first(), item.when().time() == null ? LocalTime.MIDNIGHT : item.when().time().time()).format(TIME)).orElse("");
    }
}
