package org.demarche.exchange.in.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Calendars as programs write them, and as they should not. */
@QuarkusTest
class IcalendarImportTest {
    private final String mark = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void anEntryIsAnEventWithAllThatTheCalendarSays() {
        var view = entry("""
                UID:%1$s@example.org
                SUMMARY:Talks\\, first round\\; %1$s \u05e9\u05dc\u05d5\u05dd
                DTSTART;TZID=Asia/Tokyo:20230201T150000
                DTEND;TZID=Asia/Tokyo:20230203T170000
                LOCATION:Tokyo\\, Akasaka
                GEO:35.6765;139.7386
                CATEGORIES:Defence %1$s\\, joint,Trade %1$s
                ORGANIZER;CN="Ministry, %1$s":mailto:one@example.org
                ATTENDEE;ROLE=CHAIR;CN="Ministry, %1$s":mailto:one@example.org
                ATTENDEE;CUTYPE=INDIVIDUAL;CN=Ann ^'A^' %1$s:mailto:two@example.org
                ATTENDEE;PARTSTAT=DECLINED;CN=Absent %1$s:mailto:three@example.org
                ATTENDEE;CN=four@example.org:mailto:four@example.org
                ATTENDEE;CUTYPE=ROOM;CN=Room %1$s:mailto:five@example.org
                URL:https://www.example.org/%1$s
                DESCRIPTION:A text that is folded in the
                  middle\\nand has lines
                """.formatted(mark));

        assertThat(view.getString("format")).isEqualTo("icalendar");
        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(1);
        var event = events().get(0);
        assertThat(event).containsEntry("title", "Talks, first round; " + mark + " \u05e9\u05dc\u05d5\u05dd").containsEntry("date", "2023-02-01/2023-02-03")
                .containsEntry("time", "15:00+09:00").containsEntry("status", "HELD").containsEntry("place", "Tokyo, Akasaka").containsEntry("latitude", 35.6765f)
                .containsEntry("source", "example.org").containsEntry("source_url", "https://www.example.org/" + mark);
        var record = given().get("/api/v1/events/" + event.get("id")).jsonPath();
        assertThat(record.getString("kind")).isEqualTo("OTHER");
        assertThat(record.<String>getList("topics")).hasSize(2).anyMatch(topic -> topic.endsWith("joint"));
        assertThat(record.<List<String>>getList("participants.roles")).containsExactly(List.of("CONVENER", "CHAIR"), List.of("MEMBER"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20230201;                                           | 2023-02-01            |
            DTSTART;VALUE=DATE:20230201;DTEND;VALUE=DATE:20230204       | 2023-02-01/2023-02-03 |
            DTSTART;VALUE=DATE:20230201;DTEND;VALUE=DATE:20230202       | 2023-02-01            |
            DTSTART:20230201;DTEND:20230201                             | 2023-02-01            |
            DTSTART:20230201;DURATION:P3D                               | 2023-02-01/2023-02-03 |
            DTSTART:20230228;DURATION:P1W                               | 2023-02-28/2023-03-06 |
            DTSTART:20230201T220000Z;DURATION:PT1H30M                   | 2023-02-01            | 22:00+00:00
            DTSTART:20230201T220000Z;DURATION:PT3H                      | 2023-02-01/2023-02-02 | 22:00+00:00
            DTSTART:20230201T220000Z;DTEND:20230202T000000Z             | 2023-02-01            | 22:00+00:00
            DTSTART:20230201T220000                                     | 2023-02-01            | 22:00
            DTSTART;TZID=Eastern Standard Time:20230701T120000          | 2023-07-01            | 12:00-04:00
            DTSTART;TZID="/example.org/2020_1/Europe/Berlin":20230201T120000 | 2023-02-01       | 12:00+01:00
            DTSTART;TZID=Nowhere:20230201T120000                        | 2023-02-01            | 12:00
            DTSTART;TZID=Headquarters:20230201T120000                   | 2023-02-01            | 12:00+05:30
            DTSTART;TZID=Headquarters:20230801T120000                   | 2023-08-01            | 12:00+06:30
            """)
    void datesAndTimesAreTheCalendars(String dates, String date, String time) {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Headquarters
                BEGIN:STANDARD
                DTSTART:20001029T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0630
                TZOFFSETTO:+0530
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20000326T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20990101T000000Z
                TZOFFSETFROM:+0530
                TZOFFSETTO:+0630
                END:DAYLIGHT
                END:VTIMEZONE
                """;

        var view = calendar(zone + "BEGIN:VEVENT\nSUMMARY:Talks " + mark + "\n" + dates.replaceAll(";(?=DTEND|DURATION|$)", "\n") + "\nEND:VEVENT\n");

        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(1);
        assertThat(events().get(0).get("date")).isEqualTo(date);
        assertThat(events().get(0).get("time")).isEqualTo(time);
    }

    @Test
    void whatIsToComeOrCancelledIsSo() {
        var next = LocalDate.now().plusYears(1).toString().replace("-", "");
        calendar(event("A", "20230201", "STATUS:CANCELLED") + event("B", "20230202", "STATUS:TENTATIVE") + event("C", "20230203", "STATUS:CONFIRMED") + event("D", next, "STATUS:CONFIRMED"));

        assertThat(events()).extracting(event -> event.get("status")).containsExactly("CANCELLED", "PLANNED", "HELD", "PLANNED");
    }

    @Test
    void whatRecursIsOneEventEachTimeButForExceptions() {
        var series = """
                BEGIN:VEVENT
                UID:%1$s
                SUMMARY:Weekly %1$s
                DTSTART;TZID=Europe/Berlin:20230315T100000
                RRULE:FREQ=WEEKLY;UNTIL=20230412T080000Z
                EXDATE;TZID=Europe/Berlin:20230322T100000
                RDATE:20230501T100000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:%1$s
                RECURRENCE-ID:20230405T080000Z
                SUMMARY:Moved %1$s
                DTSTART:20230406T080000Z
                END:VEVENT
                """.formatted(mark);

        var view = calendar(series);

        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(5);
        assertThat(events()).extracting(event -> event.get("date"), event -> event.get("time")).containsExactly(tuple("2023-03-15", "10:00+01:00"), tuple("2023-03-29", "10:00+02:00"),
                tuple("2023-04-06", "08:00+00:00"), tuple("2023-04-12", "10:00+02:00"), tuple("2023-05-01", "10:00+00:00"));
        assertThat(calendar(series).getInt("unchanged")).isEqualTo(5);
    }

    @Test
    void comingInAgainItChangesWhatTheCalendarSaysAndNothingElse() {
        var said = event("Talks", "20230201", "UID:" + mark);
        calendar(said);
        var id = events().get(0).get("id");
        var record = given().get("/api/v1/events/" + id).jsonPath();
        given().contentType("application/json").body(Map.of("version", record.getInt("version"), "kind", "SUMMIT", "title", record.getString("title"), "date", "2023-02-01", "status", "HELD",
                "place", Map.of("countries", List.of("JP")))).put("/api/v1/events/" + id).then().statusCode(200);

        assertThat(calendar(said).getInt("unchanged")).isEqualTo(1);
        var view = calendar(said.replace("20230201", "20230208"));

        assertThat(view.getInt("changed")).as(view.prettify()).isEqualTo(1);
        var changed = given().get("/api/v1/events/" + id).jsonPath();
        assertThat(changed.getString("date")).isEqualTo("2023-02-08");
        assertThat(changed.getString("kind")).isEqualTo("SUMMIT");
        assertThat(changed.<String>getList("place.countries")).containsExactly("JP");
    }

    @Test
    void entriesThatCantComeInAreNamedWithTheirReason() {
        var view = calendar(event("A", "20230201", "RRULE:FREQ=YEARLY") + event("B", "20230201", "RRULE:FREQ=DAILY;COUNT=401") + event("C", "20230201", "RRULE:FREQ=SECONDLY;COUNT=3")
                + event("D", "20230231", "") + event("E", "tomorrow", "") + event("F", "20230201", "DTEND:20230101") + event("G", "20230201", "GEO:here")
                + event("H", "20230201", "GEO:91;0") + event("I", "20230201", "DURATION:soon") + "BEGIN:VTODO\nSUMMARY:To do\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nSUMMARY:No date " + mark + "\nEND:VEVENT\n" + event("J", "20230201", "UID:twice" + mark) + event("K", "20230202", "UID:twice" + mark)
                + event("L", "20230201", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=2"));

        assertThat(view.getInt("new")).as(view.prettify()).isEqualTo(2);
        assertThat(view.<Map<String, Object>>getList("problems")).extracting(problem -> problem.get("row"), problem -> problem.get("column")).containsExactlyInAnyOrder(tuple(1, "RRULE"), tuple(2, "RRULE"),
                tuple(3, "RRULE"), tuple(4, "DTSTART"), tuple(5, "DTSTART"), tuple(6, "DTEND"), tuple(7, "GEO"), tuple(8, "GEO"), tuple(9, "DTEND"), tuple(10, "BEGIN"), tuple(11, "SUMMARY"),
                tuple(12, "DTSTART"), tuple(14, "UID"));
        assertThat(view.getString("problems.find { it.row == 1 }.reason")).contains("without an end");
        given().get("/exchange/imports/" + view.getString("id") + "/wrong.csv").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Cut o", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR", "SUMMARY:No calendar",
            "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY\nEND:VEVENT\nEND:VCALENDAR", "BEGIN:VCALENDAR\n\u0000"})
    void aDamagedCalendarIsRefusedAsAWhole(String text) {
        var view = Imported.file("rows.ics", text.getBytes(StandardCharsets.UTF_8), "");

        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("FAILED");
        assertThat(view.getString("failure")).isNotBlank().doesNotContain("log");
    }

    @Test
    void aCalendarThatIsTooLargeIsRefused() {
        var view = Imported.file("rows.ics", ("BEGIN:VCALENDAR\n" + ("X-A:" + "a".repeat(60) + "\n").repeat(300_000)).getBytes(StandardCharsets.UTF_8), "");

        assertThat(view.getString("failure")).contains("16 MB");
    }

    @Test
    void otherEncodingsAndNoEndingAreNoHindrance() {
        var text = "BEGIN:VCALENDAR\r\n" + event("Zürich", "20230201", "").replace("\n", "\r\n") + "END:VCALENDAR\r\n";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            var view = Imported.file("calendar", text.getBytes(charset), "");
            assertThat(view.getString("format")).isEqualTo("icalendar");
        }

        assertThat(events()).extracting(event -> event.get("title")).containsOnly("Zürich " + mark).hasSize(1);
    }

    private JsonPath entry(String lines) {
        return calendar("BEGIN:VEVENT\n" + lines + "END:VEVENT\n");
    }

    private static JsonPath calendar(String entries) {
        return Imported.file("rows.ics", ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Test//EN\n" + entries + "END:VCALENDAR\n").getBytes(StandardCharsets.UTF_8), "");
    }

    private String event(String title, String date, String line) {
        return "BEGIN:VEVENT\nSUMMARY:%s %s\nDTSTART:%s\n%sEND:VEVENT\n".formatted(title, mark, date, line.isEmpty() ? "" : line + "\n");
    }

    private List<Map<String, Object>> events() {
        return given().queryParam("q", mark).queryParam("sort", "date").get("/api/v1/items").jsonPath().getList("items");
    }
}
