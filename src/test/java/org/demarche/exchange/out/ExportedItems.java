package org.demarche.exchange.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.event.EventRecord;
import org.demarche.history.History;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;

/** Keeps statements and events whose texts are made to break files. */
@ApplicationScoped
public class ExportedItems {
    /** Each in a text alone, and several joined. */
    static final List<String> HOSTILE = List.of("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''", "NA", "NULL", "null", "N/A", "\"", "say \"no\"", "a;b", "a\\;b", "\\", "a,b", "a|b", "<b>&amp;</b>",
            "]]>", "<!--", "&#x41;", "_x0041_", "# no heading", "* no list", "1. no list", "[no](link)", "[^1]", "`code`", "~~~", "__x__", "$x^2$", "\u202Eright", "שלום עולם", "مرحبا بالعالم",
            "😀 👩‍👩‍👧", "\uFFFD", "\u2028", "{json}", "BEGIN:VEVENT", "END:VCALENDAR", "日本語の文", "ﬁ", "e\u0301", "--", "–", "…", "%s", "javascript:alert(1)", "</title>");

    @Inject
    Kept kept;
    @Inject
    History history;

    /** @param query that finds just these */
    record World(String query, List<StatementRecord> statements, List<EventRecord> events) {
    }

    World keep(long seed, int number) {
        var random = new Random(seed);
        var state = history.keep(new ActorRecord(null, null, null, "STATE", kept.unique("=Exporting \"State\" <&>"), null, List.of(), "JP", "JPN", null, null, null, List.of(), null));
        var office = history.keep(new ActorRecord(null, null, null, "ORGANIZATION", kept.unique("Office; of, it"), null, List.of(), null, "JPNGOV", "GOV", null, null, List.of(), null));
        kept.tie(office, state, "PART_OF", null, null, null);
        var target = history.keep(new ActorRecord(null, null, null, "STATE", kept.unique("Target 😀"), null, List.of(), "CN", null, null, null, null, List.of(), null));
        var other = kept.actor("IGO", "Other");
        var topic = history.keep(new TopicRecord(null, null, null, kept.unique("Topic <, ;"), null, null, null));
        var statements = new ArrayList<StatementRecord>();
        var events = new ArrayList<EventRecord>();
        for (int each = 0; each < number; each++) {
            var document = document(random);
            var words = each % 4 == 3 ? null : text(random, true);
            var summary = words == null || random.nextBoolean() ? text(random, true) : null;
            statements.add(history.keep(new StatementRecord(null, null, date(each, random), null, each % 5 == 0 ? "15:00+08:00" : null, summary, null, "BRIEFING", List.of(topic.slug()),
                    List.of(Kept.speaker(office), new StatementRecord.Speaker(null, "an official; \"unnamed\"", null, List.of(state.slug()), null, true)), List.of(), List.of(target.slug(), other.slug()),
                    List.of(new StatementRecord.Stance(null, target.slug(), random.nextInt(5) - 2), new StatementRecord.Stance(null, topic.slug(), random.nextInt(5) - 2)),
                    List.of(new StatementRecord.Rendering(document.id(), null, null, words, each % 3 == 0 ? "ar" : "en", null, null, null, List.of())),
                    List.of(CodingRecord.cameo("050"), CodingRecord.plover("SUPPORT", null, List.of())), List.of(), null)));
            events.add(history.keep(new EventRecord(null, null, "VISIT", text(random, false), date(each + 1, random), null, null, each % 3 == 0 ? "PLANNED" : null,
                    new EventRecord.Place(text(random, false), List.of("JP"), 35.6895, 139.6917), null,
                    List.of(new EventRecord.Participant(state.slug(), List.of("HOST")), new EventRecord.Participant(target.slug(), List.of("VISITOR"))),
                    List.of(new CitationRecord(document.id(), null, List.of())), List.of(CodingRecord.cameo("042")), List.of(), List.of(topic.slug()), null)));
        }
        return new World("actor=" + state.slug(), statements, events);
    }

    private DocumentRecord document(Random random) {
        var source = history.keep(new SourceRecord(null, null, null, kept.unique("=Gazette"), "B", null));
        return history.keep(new DocumentRecord(null, null, source.slug(), text(random, false), text(random, false), "https://example.org/a?b=1&c=" + source.slug(), null, "2023-02-01", "2023-02-03", "en", null, null, null));
    }

    private static String date(int number, Random random) {
        return List.of("2023-02-01", "2023-02", "2023", "[2023-01-31,2023-02-01]", "2023-01/2023-03", "2023-02-01?", "2022-02-24/..", "../..", "2023-02-0" + (1 + random.nextInt(9)), "-0044-03-15").get(number % 10);
    }

    /** Never blank; a line break only where there may be one. */
    private static String text(Random random, boolean lines) {
        var text = new StringBuilder(random.nextInt(4) == 0 ? "" : "x");
        for (int pieces = 1 + random.nextInt(3); pieces > 0; pieces--) {
            var piece = HOSTILE.get(random.nextInt(HOSTILE.size()));
            text.append(text.isEmpty() ? "" : lines && random.nextInt(3) == 0 ? "\n" : random.nextBoolean() ? " " : "").append(piece);
        }
        return text.append(text.toString().isBlank() ? "." : "").toString();
    }
}
