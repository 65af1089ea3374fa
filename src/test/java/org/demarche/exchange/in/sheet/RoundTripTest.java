package org.demarche.exchange.in.sheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.demarche.exchange.in.Imported;
import org.demarche.timeline.Column;
import org.demarche.timeline.TimelineCsv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Whatever a timeline CSV says, is exported again just so once it was brought in: hostile texts, names that nobody has, rows that name each other. */
@QuarkusTest
@Tag("database")
class RoundTripTest {
    private static final int FILES = 2;
    private static final int ROWS = 24;
    /** What follows from the rest, or is this instance's own. */
    private static final Set<Column> ASIDE = Set.of(Column.EARLIEST, Column.LATEST, Column.QUAD, Column.RECORDED_AT, Column.RECORDED_BY, Column.URL, Column.TITLE, Column.RELIABILITY, Column.GOLDSTEIN,
            Column.MODE, Column.QUOTE);
    private static final List<String> HOSTILE = List.of("=1+1", "'=1", "''=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tTab", "\"quoted\"", "a \"b\" c", "two\nlines", "a; b", "a\\; b", "\\", "\\\\;", "NA", "NULL", "null",
            "None", "(x)", "a>b", "a=2", "وزارة الخارجية \u200f", "\u202eobverse", "👩🏽‍🚒 𝔘", "e\u0301", "０１", "050", "1e5", "2.02E+13", "MÃ¼ller", "<script>alert(1)</script>", "%00", "#REF!", "'", "’", " nbsp ", "x".repeat(300));
    private static final List<String> DATES = List.of("2023", "2023-05", "2023-02-01", "2023-02-01?", "2023-02~", "2023-02-01/2023-02-03", "2023-02-01/..", "/2023-02-01", "[2023-01-31..2023-02-01]", "2023-22", "-0044-03-15", "202X");

    private final long seed = Long.getLong("demarche.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatComesInGoesOutJustSo() throws IOException {
        for (int file = 0; file < FILES; file++) {
            var rows = rows("f" + Long.toString(Math.abs(random.nextLong()), 36));
            var text = csv(rows);

            var view = Imported.csv(text);
            assertThat(view.getString("state")).as("%s, seed %d", view.prettify(), seed).isEqualTo("DONE");
            assertThat(view.getInt("stored")).as("%s, seed %d", view.prettify(), seed).isEqualTo(rows.size());

            var exported = exported(rows.keySet());
            var again = parsed(exported);
            rows.forEach((id, row) -> row.forEach((column, cell) -> {
                if (!ASIDE.contains(column) || column == Column.TITLE && row.get(Column.KIND).equals("event")) {
                    assertThat(again.get(id).get(column.word())).as("%s of %s, seed %d", column, row, seed).isEqualTo(column.isFreeText() ? TimelineCsv.guarded(cell) : cell);
                }
            }));
            var same = Imported.csv(exported);
            assertThat(same.getInt("unchanged")).as("%s, seed %d", same.prettify(), seed).isEqualTo(rows.size());
            assertThat(exported(rows.keySet())).isEqualTo(exported);

            var undone = Imported.moved(view, "UNDONE");
            assertThat(undone.getString("state")).isEqualTo("UNDONE");
            assertThat(parsed(exportedAnyway(rows.keySet()))).as("after undoing, seed %d", seed).isEmpty();
        }
    }

    private Map<String, EnumMap<Column, String>> rows(String mark) {
        var rows = new LinkedHashMap<String, EnumMap<Column, String>>();
        var ids = new ArrayList<String>();
        var events = new ArrayList<String>();
        for (int number = 0; number < ROWS; number++) {
            ids.add(UUID.randomUUID().toString());
            if (number % 3 == 0) {
                events.add(ids.get(number));
            }
        }
        for (int number = 0; number < ROWS; number++) {
            var row = new EnumMap<Column, String>(Column.class);
            Arrays.stream(Column.values()).forEach(column -> row.put(column, ""));
            row.put(Column.ID, ids.get(number));
            row.put(Column.DATE, any(DATES));
            row.put(Column.DATE_BASIS, any(List.of("EXPLICIT", "DERIVED", "INFERRED")));
            row.put(Column.TIME, any(List.of("", "15:00", "15:00+08:00")));
            if (number % 3 == 0) {
                event(row, mark, events);
            } else {
                statement(row, mark, events);
            }
            document(row, mark, number % 3 != 0);
            var other = any(ids);
            row.put(Column.RESPONDS_TO, random.nextInt(3) > 0 || other.equals(ids.get(number)) ? "" : other);
            row.put(Column.TOPICS, random.nextBoolean() ? "" : mark + "-topic-" + random.nextInt(3));
            row.put(Column.CAMEO, any(List.of("", "050", "1122", "20")));
            row.put(Column.PLOVER_TYPE, any(List.of("", "ACCUSE", "CONSULT")));
            row.put(Column.PLOVER_CONTEXTS, row.get(Column.PLOVER_TYPE).isEmpty() ? "" : any(List.of("", "military", "military; diplomatic")));
            rows.put(ids.get(number), row);
        }
        return rows;
    }

    private void statement(Map<Column, String> row, String mark, List<String> events) {
        row.put(Column.KIND, "statement");
        int speakers = 1 + random.nextInt(2);
        var names = new ArrayList<String>();
        var chains = new ArrayList<String>();
        var roles = new ArrayList<String>();
        for (int number = 0; number < speakers; number++) {
            boolean described = number == 1 && random.nextBoolean();
            names.add(described ? "(" + line() + ")" : mark + "-speaker-" + number + "-" + random.nextInt(3));
            chains.add(described ? "" : any(List.of(mark + "-ministry>" + mark + "-state", mark + "-state", names.get(number))));
            roles.add(random.nextBoolean() ? "" : line());
        }
        row.put(Column.SPEAKERS, CellLists.join(names));
        row.put(Column.ON_BEHALF_OF, CellLists.join(chains));
        row.put(Column.SPEAKER_ROLES, CellLists.join(roles));
        row.put(Column.TARGETS, any(List.of("", mark + "-target", mark + "-target; " + mark + "-state")));
        row.put(Column.ADDRESSEES, any(List.of("", mark + "-target")));
        row.put(Column.STANCE, any(List.of("", mark + "-target=-2", mark + "-holder>" + mark + "-target=1")));
        row.put(Column.SUMMARY, text());
        row.put(Column.WORDS, random.nextBoolean() ? "" : text());
        row.put(Column.LANGUAGE, any(List.of("", "en", "ar")));
        row.put(Column.ORIGINAL_LANGUAGE, any(List.of("", "zh")));
        row.put(Column.INSTRUMENT, any(List.of("", "SPEECH", "BRIEFING")));
        row.put(Column.AT_EVENT, random.nextBoolean() ? "" : any(events));
        row.put(Column.CREDIBILITY, any(List.of("", "1", "6")));
        row.put(Column.REPORTED_VIA, any(List.of("", mark + "-via")));
        boolean placed = random.nextBoolean();
        row.put(Column.ANCHOR_START, placed ? "10" : "");
        row.put(Column.ANCHOR_END, placed ? "20" : "");
    }

    private void event(Map<Column, String> row, String mark, List<String> events) {
        row.put(Column.KIND, "event");
        row.put(Column.TITLE, line());
        row.put(Column.EVENT_KIND, any(List.of("MEETING", "SUMMIT", "OTHER")));
        row.put(Column.STATUS, any(List.of("HELD", "PLANNED")));
        row.put(Column.PARTICIPANTS, any(List.of("", mark + "-state=HOST,CHAIR", mark + "-state=HOST; " + mark + "-target=VISITOR")));
        row.put(Column.PLACE, random.nextBoolean() ? "" : line());
        row.put(Column.COUNTRY, any(List.of("", "JP", "KR; JP")));
        row.put(Column.LATITUDE, any(List.of("", "48.8566", "-1.5")));
        row.put(Column.LONGITUDE, row.get(Column.LATITUDE).isEmpty() ? "" : "2.3522");
        // only of what stands before it, so that nothing becomes a part of itself
        int own = events.indexOf(row.get(Column.ID));
        row.put(Column.PARENT, own == 0 || random.nextBoolean() ? "" : events.get(random.nextInt(own)));
    }

    private void document(Map<Column, String> row, String mark, boolean needed) {
        if (needed || random.nextBoolean()) {
            row.put(Column.SOURCE, "Gazette " + mark + " " + line());
            row.put(Column.AGENCY, any(List.of("", "Agency")));
            row.put(Column.SOURCE_TITLE, random.nextBoolean() ? "" : line());
            row.put(Column.SOURCE_URL, any(List.of("", "https://example.org/" + mark + "/" + random.nextInt(3))));
            row.put(Column.SOURCE_DATE, any(List.of("", "2023-02-01", "2023-02")));
        }
    }

    /** In normal form, as it is kept: NFC, without blanks at its ends. */
    private String text() {
        var text = any(HOSTILE);
        return org.demarche.text.Texts.normalise(random.nextBoolean() ? text : text + " " + any(HOSTILE)).strip();
    }

    /** The same in one line, as long as a name may be beside its mark. */
    private String line() {
        var line = org.demarche.text.Texts.oneLine(text());
        return line.length() > 200 ? line.substring(0, 200).strip() : line;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String csv(Map<String, EnumMap<Column, String>> rows) throws IOException {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, TimelineCsv.FORMAT)) {
            csv.printRecord(Arrays.stream(Column.values()).map(Column::word));
            for (var row : rows.values()) {
                csv.printRecord(row.entrySet().stream().map(entry -> entry.getKey().isFreeText() ? TimelineCsv.guarded(entry.getValue()) : entry.getValue()));
            }
        }
        return text.toString();
    }

    private static String exported(Set<String> ids) {
        return given().queryParam("item", List.copyOf(ids)).get("/timeline.csv").then().statusCode(200).extract().asString();
    }

    /** Ids of what is not there any more are refused by a query; what was recorded is asked for all of it. */
    private static String exportedAnyway(Set<String> ids) throws IOException {
        var all = given().get("/timeline.csv").then().statusCode(200).extract().asString();
        var kept = new StringWriter();
        try (var records = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(all)); var csv = new CSVPrinter(kept, TimelineCsv.FORMAT)) {
            csv.printRecord(records.getHeaderNames());
            for (var record : records) {
                if (ids.contains(record.get("id"))) {
                    csv.printRecord(record);
                }
            }
        }
        return kept.toString();
    }

    private static Map<String, Map<String, String>> parsed(String csv) throws IOException {
        var rows = new HashMap<String, Map<String, String>>();
        try (var records = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(csv))) {
            records.forEach(record -> rows.put(record.get("id"), record.toMap()));
        }
        return rows;
    }
}
