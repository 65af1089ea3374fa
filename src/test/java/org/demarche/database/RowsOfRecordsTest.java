package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.analysis.NegativeFindingRecord;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables say the same as the record that a revision keeps, after each change. */
@QuarkusTest
@Tag("database")
class RowsOfRecordsTest {
    private static final String CITATIONS = "select c.document_id, c.attests from %1$s o join citation c on c.id = o.citation_id where o.%2$s = ? order by o.position";
    private static final String ANCHORS = "select a.part, a.first_point, a.last_point, a.exact, a.prefix, a.suffix, a.sha256, a.state from %1$s o "
            + "join anchor a on a.citation_id = o.citation_id where o.%2$s = ? order by o.position, a.position";

    @Inject
    AgroalDataSource database;
    @Inject
    History history;
    @Inject
    Samples samples;

    @Test
    void aStatementWithAllItsPartsAndThenWithFewerInAnotherOrder() throws SQLException {
        var full = history.keep(samples.statement());
        agrees(full);

        var changed = history.keep(new StatementRecord(full.id(), 1, "2021-03~", null, null, null, null, null, List.of(),
                List.of(full.speakers().get(1), full.speakers().get(0)), List.of(), List.of(full.targets().get(1), full.targets().get(0)),
                List.of(full.stances().get(1)), List.of(full.renderings().get(1), full.renderings().get(0)), List.of(full.codings().get(1)), List.of(), null));
        agrees(changed);
        agrees(history.keep(full.identified(full.id(), 2)));
        assertThat(rows("select count(*) from citation where id not in (select citation_id from rendering union select citation_id from event_citation "
                + "union select citation_id from affiliation_citation union select citation_id from link_citation)")).as("citations of nothing").containsExactly("0");
    }

    /** Both stand in two tables, and what changes in one must not hide what changes in the other. */
    @Test
    void whatChangesInBothTablesOfAnItemIsInBoth() throws SQLException {
        var event = history.keep(samples.event());
        for (var time : new String[] {null, "09:30", "15:00+08:00"}) {
            for (var place : new EventRecord.Place[] {null, new EventRecord.Place("Palace", List.of("JP"), 35.5, 139.5), new EventRecord.Place("Harbour", List.of(), null, null)}) {
                for (var title : List.of("One title", "Another title")) {
                    event = history.keep(new EventRecord(event.id(), event.version(), event.kind(), title, event.date(), event.dateBasis(), time, event.status(), place, null, event.participants(),
                            event.citations(), event.codings(), event.links(), event.topics(), null));
                    agrees(event);
                }
            }
        }
        var statement = history.keep(samples.statement());
        for (var time : new String[] {null, "09:30", "15:00+08:00"}) {
            for (var summary : new String[] {null, "What it comes to"}) {
                for (var instrument : List.of("BRIEFING", "SPEECH")) {
                    statement = history.keep(new StatementRecord(statement.id(), statement.version(), statement.date(), statement.dateBasis(), time, summary, null, instrument, statement.topics(),
                            statement.speakers(), statement.addressees(), statement.targets(), statement.stances(), statement.renderings(), statement.codings(), statement.links(), null));
                    agrees(statement);
                }
            }
        }
    }

    @Test
    void anEventWithAllItsPartsAndThenWithFewerInAnotherOrder() throws SQLException {
        var full = history.keep(samples.event());
        agrees(full);

        var changed = history.keep(new EventRecord(full.id(), 1, "SUMMIT", "Another title", "2021", null, null, "PLANNED",
                new EventRecord.Place(null, List.of("KR", "JP"), null, null), null,
                List.of(full.participants().get(1), new EventRecord.Participant(full.participants().get(0).actor(), List.of("CHAIR", "HOST"))),
                List.of(full.citations().get(1)), List.of(), full.links(), List.of(), null));
        agrees(changed);
        agrees(history.keep(full.identified(full.id(), 2)));
    }

    @Test
    void aNegativeFinding() throws SQLException {
        var full = history.keep(samples.negativeFinding());
        agrees(full);
        agrees(history.keep(new NegativeFindingRecord(full.id(), 1, full.event(), history.keep(samples.state()).slug(), "Elsewhere too", null, null)));
    }

    @Test
    void anAffiliationAndAnActor() throws SQLException {
        var full = history.keep(samples.affiliation());
        agrees(full);
        agrees(history.keep(new AffiliationRecord(full.id(), 1, full.member(), full.whole(), "MEMBERSHIP", null, null, null, "..", false, null, true, null,
                List.of(full.citations().get(1), full.citations().get(0)), null, null)));

        var actor = history.keep(samples.person());
        agrees(actor);
        agrees(history.keep(new ActorRecord(actor.id(), null, 1, "COLLECTIVE", "Others " + actor.id(), null, List.of(actor.names().get(1), actor.names().get(0)), null, null, null,
                null, null, List.of(), null)));
    }

    private void agrees(NegativeFindingRecord record) throws SQLException {
        assertRows("select f.version, f.retracted, f.event_id, a.slug, f.looked, f.note from negative_finding f join actor a on a.id = f.actor_id where f.id = ?", record.id(),
                List.of(row(record.version(), false, record.event(), record.actor(), record.looked(), record.note())));
    }

    private void agrees(StatementRecord record) throws SQLException {
        var id = record.id();
        assertItem(id, "STATEMENT", record.version(), record.date(), record.dateBasis(), record.time());
        assertRows("select summary, event_id, instrument from statement where id = ?", id, List.of(row(record.summary(), record.event(), record.instrument())));
        assertRows("select a.slug, s.description, s.capacity, s.affiliation_id, s.overridden from speaker s left join actor a on a.id = s.actor_id where s.statement_id = ? order by s.position", id,
                record.speakers().stream().map(speaker -> row(speaker.actor(), speaker.described(), speaker.role(), speaker.affiliation(), speaker.override())).toList());
        assertRows("select a.slug from speaker s join speaker_behalf b on b.speaker_id = s.id join actor a on a.id = b.actor_id where s.statement_id = ? order by s.position, b.position", id,
                record.speakers().stream().flatMap(speaker -> speaker.behalf().stream()).toList());
        assertRows("select a.slug from addressee p join actor a on a.id = p.actor_id where p.statement_id = ? order by p.position", id, record.addressees());
        assertRows("select a.slug from target p join actor a on a.id = p.actor_id where p.statement_id = ? order by p.position", id, record.targets());
        assertRows("select h.slug, coalesce(a.slug, t.slug), s.stance_value from stance s left join actor h on h.id = s.holder_id left join actor a on a.id = s.toward_actor_id "
                + "left join topic t on t.id = s.toward_topic_id where s.statement_id = ? order by s.position", id,
                record.stances().stream().map(stance -> row(stance.holder(), stance.toward(), stance.value())).toList());
        assertRows("select c.document_id, r.preferred, r.mode, r.words, r.language, r.original_language, a.slug, r.credibility from rendering r join citation c on c.id = r.citation_id "
                + "left join actor a on a.id = r.via_id where r.statement_id = ? order by r.position", id,
                record.renderings().stream().map(rendering -> row(rendering.document(), rendering.preferred(), rendering.mode(), rendering.words(), rendering.language(),
                        rendering.originalLanguage(), rendering.via(), rendering.credibility())).toList());
        assertRows(ANCHORS.formatted("rendering", "statement_id"), id, record.renderings().stream().flatMap(rendering -> rendering.anchors().stream()).map(this::row).toList());
        assertParts(id, record.topics(), record.codings(), record.links());
    }

    private void agrees(EventRecord record) throws SQLException {
        var id = record.id();
        var place = Objects.requireNonNullElse(record.place(), new EventRecord.Place(null, List.of(), null, null));
        assertItem(id, "EVENT", record.version(), record.date(), record.dateBasis(), record.time());
        assertRows("select kind, title, status, place_name, latitude, longitude, parent_id from event where id = ?", id,
                List.of(row(record.kind(), record.title(), record.status(), place.name(), place.latitude(), place.longitude(), record.parent())));
        assertRows("select country from event_country where event_id = ? order by position", id, place.countries());
        assertRows("select a.slug, r.role from participant p join actor a on a.id = p.actor_id join participant_role r on r.participant_id = p.id where p.event_id = ? "
                + "order by p.position, r.position", id, record.participants().stream().flatMap(participant -> participant.roles().stream().map(role -> row(participant.actor(), role))).toList());
        assertCitations("event_citation", "event_id", id, record.citations());
        assertParts(id, record.topics(), record.codings(), record.links());
    }

    private void agrees(AffiliationRecord record) throws SQLException {
        var id = record.id();
        assertRows("select f.version, f.retracted, m.slug, w.slug, f.kind, f.role, f.level, f.since, f.until, f.speaks, f.speaks_until, f.contested, f.basis, f.note from affiliation f "
                + "join actor m on m.id = f.member_id join actor w on w.id = f.whole_id where f.id = ?", id, List.of(row(record.version(), false, record.member(), record.whole(),
                record.kind(), record.role(), record.level(), record.since(), record.until(), record.speaks(), record.speaksUntil(), record.contested(), record.basis(), record.note())));
        assertCitations("affiliation_citation", "affiliation_id", id, record.citations());
    }

    private void agrees(ActorRecord record) throws SQLException {
        var id = record.id();
        assertRows("select version, retracted, slug, type, name, short_name, iso, cameo, sector, existed_since, existed_until from actor where id = ?", id,
                List.of(row(record.version(), false, record.slug(), record.type(), record.name(), record.shortName(), record.iso(), record.cameo(), record.sector(),
                        record.existedSince(), record.existedUntil())));
        assertRows("select name, language, kind from actor_name where actor_id = ? order by position", id,
                record.names().stream().map(name -> row(name.text(), name.language(), name.kind())).toList());
        assertRows("select scheme, external_id from actor_external_id where actor_id = ? order by position", id,
                record.externalIds().stream().map(external -> row(external.scheme(), external.id())).toList());
    }

    private void assertItem(UUID id, String kind, int version, String date, String basis, String time) throws SQLException {
        var days = EdtfDate.parse(date).days();
        assertRows("select kind, version, retracted, edtf, start_first, start_last, end_first, end_last, date_basis, time_of_day from item where id = ?", id,
                List.of(row(kind, version, false, date, days.s1(), days.s2(), days.e1(), days.e2(), basis, time)));
    }

    private void assertParts(UUID id, List<String> topics, List<org.demarche.coding.CodingRecord> codings, List<LinkRecord> links) throws SQLException {
        assertRows("select t.slug from item_topic i join topic t on t.id = i.topic_id where i.item_id = ? order by i.position", id, topics);
        assertRows("select scheme, type, mode, score, quad from coding where item_id = ? order by position", id,
                codings.stream().map(coding -> row(coding.scheme(), coding.type(), coding.mode(), coding.score(), coding.quad())).toList());
        assertRows("select c.context from coding join coding_context c on c.coding_id = coding.id where item_id = ? order by coding.position, c.position", id,
                codings.stream().flatMap(coding -> coding.contexts().stream()).toList());
        assertRows("select kind, to_id, basis from link where from_id = ? order by position", id, links.stream().map(link -> row(link.kind(), link.to(), link.basis())).toList());
        assertRows("select c.document_id, c.attests from link l join link_citation o on o.link_id = l.id join citation c on c.id = o.citation_id where l.from_id = ? "
                + "order by l.position, o.position", id, links.stream().flatMap(link -> link.citations().stream()).map(citation -> row(citation.document(), citation.date())).toList());
    }

    private void assertCitations(String table, String owner, UUID id, List<CitationRecord> citations) throws SQLException {
        assertRows(CITATIONS.formatted(table, owner), id, citations.stream().map(citation -> row(citation.document(), citation.date())).toList());
        assertRows(ANCHORS.formatted(table, owner), id, citations.stream().flatMap(citation -> citation.anchors().stream()).map(this::row).toList());
    }

    private String row(AnchorRecord anchor) {
        return row(anchor.part(), anchor.start(), anchor.end(), anchor.exact(), anchor.prefix(), anchor.suffix(), anchor.sha256(), anchor.state());
    }

    private void assertRows(String sql, UUID id, List<String> expected) throws SQLException {
        assertThat(rows(sql, id)).as(sql).containsExactlyElementsOf(expected);
    }

    private List<String> rows(String sql, Object... values) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var cells = new Object[result.getMetaData().getColumnCount()];
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = result.getObject(column + 1);
                    }
                    found.add(row(cells));
                }
            }
        }
        return found;
    }

    private static String row(Object... cells) {
        return String.join(" | ", java.util.Arrays.stream(cells).map(Objects::toString).toList());
    }
}
