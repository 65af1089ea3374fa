package org.demarche.exchange.in.slides;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.demarche.event.EventKind;
import org.demarche.event.EventRecord;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.EventProposal;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;

/**
 * A slide of TimelineJS, whichever of its forms it stands in.
 *
 * @param type {@code title} and {@code era} are no events
 * @param name its {@code unique_id}; blank where it has none
 * @param called what the file calls what its fields come from
 */
record Slide(long row, List<String> header, List<String> cells, String type, String name, SlideDate start, SlideDate end, String headline, String group, Columns called) {

    record Columns(String type, String start, String time, String end, String headline, String group) {
        String of(String field) {
            return switch (field.replaceFirst("[.\\[].*", "")) {
                case "title" -> headline;
                case "time" -> time;
                case "topics" -> group;
                default -> start;
            };
        }
    }

    Proposal proposal() {
        switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "title":
                return refused(called.type(), type, "It is the title of the timeline, not an event");
            case "era":
                return refused(called.type(), type, "It is an era, which TimelineJS draws behind the events, not an event");
            default:
                break;
        }
        var column = called.headline();
        var value = headline;
        try {
            var title = HtmlText.line(headline);
            if (title.isEmpty()) {
                throw new IllegalArgumentException("It has no headline");
            }
            column = called.start();
            value = start.cell();
            if (start.isBlank()) {
                throw new IllegalArgumentException("It has no date");
            }
            var from = start.edtf();
            column = called.time();
            value = start.time();
            var time = start.clock();
            column = called.end();
            value = end.cell();
            var to = end.isBlank() || end.year().isBlank() && end.month().isBlank() && end.day().isBlank() ? from : end.edtf();
            var date = to.equals(from) ? from : EdtfDate.parse(from + "/" + to).toString();
            column = called.group();
            value = group;
            var topic = HtmlText.line(group);
            var id = DerivedIds.id(String.join("\0", "timelinejs", name, date, String.valueOf(time), title, topic), 0);
            return EventProposal.of(row, header, cells, new EventRecord(id, null, EventKind.OTHER.name(), title, date, null, time, null, null, null, List.of(), List.of(), List.of(), List.of(),
                    topic.isEmpty() ? List.of() : List.of(topic), null), List.of(), Map.of(), called::of);
        } catch (IllegalArgumentException unread) {
            return refused(column, value, unread.getMessage());
        }
    }

    Proposal refused(String column, String value, String reason) {
        return Proposal.refused(row, header, cells, List.of(new ImportProblem(row, column, value.isBlank() ? null : Texts.cut(value, 200), reason)));
    }
}
