package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.AffiliationRecord;
import org.demarche.database.Postgres;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.event.Linked;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.item.DateOrder;
import org.demarche.item.Directory;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.item.TimelineQuery;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.actor.ActorRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.ConflictException;
import org.demarche.web.InvalidRecordException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The timeline as of any moment is what a replay of the revisions up to it gives. */
@QuarkusTest
@Tag("database")
@WithTestResource(value = Postgres.class, scope = TestResourceScope.GLOBAL)
class AsOfTest {
    private static final int EDITS = 160;
    private static final int MOMENTS = 25;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    ItemIndex index;
    @Inject
    Directory directory;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<UUID> statements = new ArrayList<>();
    private final List<UUID> events = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<UUID> documents = new ArrayList<>();
    private ActorRecord state;
    private ActorRecord speaker;
    private UUID office;

    @Test
    void theTimelineAsOfAnyMomentIsWhatAReplayOfTheRevisionsGives() {
        begin();
        for (int edit = 0; edit < EDITS; edit++) {
            try {
                edit();
            } catch (InvalidRecordException | ConflictException refused) {
                // what is still used is not retracted, and no event is part of itself
            }
        }
        var history = revisions.after(0, Integer.MAX_VALUE);
        assertReplayed(history);
        index.rebuild(ItemIndex.Progress.NONE);
        assertReplayed(history);
    }

    private void begin() {
        state = history.keep(new ActorRecord(null, null, null, "STATE", "Graustark " + UUID.randomUUID(), null, List.of(), null, null, null, null, null, List.of(), null));
        speaker = history.keep(new ActorRecord(null, null, null, "PERSON", "Yetive " + UUID.randomUUID(), null, List.of(), null, null, null, null, null, List.of(), null));
        office = history.keep(office(null, "SPOKESPERSON")).id();
        for (int number = 0; number < 3; number++) {
            sources.add(history.keep(new SourceRecord(null, null, null, "Edelweiss " + UUID.randomUUID(), null, null)).slug());
            documents.add(history.keep(document(null)).id());
        }
    }

    private void edit() {
        switch (statements.size() < 4 ? 0 : events.size() < 3 ? 1 : random.nextInt(12)) {
            case 0 -> statements.add(history.keep(statement(null)).id());
            case 1 -> events.add(history.keep(event(null)).id());
            case 2, 3, 4 -> present(RecordKind.STATEMENT, statements).ifPresent(present -> history.keep(statement((StatementRecord) present.record())));
            case 5, 6 -> present(RecordKind.EVENT, events).ifPresent(present -> history.keep(event((EventRecord) present.record())));
            case 7 -> present(RecordKind.DOCUMENT, documents).ifPresent(present -> history.keep(document((DocumentRecord) present.record())));
            case 8 -> history.keep(office((AffiliationRecord) revisions.present(RecordKind.AFFILIATION, office).orElseThrow().record(), one(List.of("HEAD", "MINISTER", "SPOKESPERSON"))));
            case 9 -> present(RecordKind.STATEMENT, statements).ifPresent(this::retract);
            case 10 -> present(RecordKind.EVENT, events).ifPresent(this::retract);
            default -> undo(random.nextBoolean() ? RecordKind.STATEMENT : RecordKind.EVENT);
        }
    }

    private Optional<RevisionView> present(RecordKind kind, List<UUID> ids) {
        return revisions.present(kind, one(ids)).filter(revision -> !revision.isRetraction());
    }

    private void retract(RevisionView present) {
        history.write(change -> {
            change.retract(present.kind(), present.id(), present.version(), "an edit by chance");
            return null;
        });
    }

    private void undo(RecordKind kind) {
        var present = revisions.present(kind, one(kind == RecordKind.STATEMENT ? statements : events)).orElseThrow();
        if (present.version() > 1) {
            history.write(change -> change.restore(kind, present.id(), present.version(), null));
        }
    }

    private void assertReplayed(List<RevisionView> history) {
        var own = new HashSet<UUID>();
        own.addAll(statements);
        own.addAll(events);
        long first = history.stream().filter(revision -> own.contains(revision.id())).mapToLong(RevisionView::number).min().orElseThrow();
        for (int moment = 0; moment < MOMENTS; moment++) {
            var at = history.get((int) first - 1 + random.nextInt(history.size() - (int) first + 1)).at();
            var known = new Known(history.stream().filter(revision -> !revision.at().isAfter(at)).toList());
            assertKnown(known, "as_of=" + at, known.items(own));
            var source = one(sources);
            assertKnown(known, "source=" + source + "&as_of=" + at, known.items(own).stream().filter(id -> known.sources(id).contains(source)).toList());
            assertKnown(known, "level=HEAD&as_of=" + at, known.items(own).stream().filter(id -> "HEAD".equals(known.level(id))).toList());
            assertKnown(known, "status=PLANNED&as_of=" + at, known.items(own).stream().filter(id -> known.record(id) instanceof EventRecord event && "PLANNED".equals(event.status())).toList());
            var event = one(events);
            if (revisions.present(RecordKind.EVENT, event).filter(present -> !present.isRetraction()).isPresent()) {
                assertKnown(known, "event=" + event + "&as_of=" + at, known.items(own).stream().filter(id -> known.within(id).contains(event)).toList());
            }
        }
    }

    private void assertKnown(Known known, String asked, List<UUID> expected) {
        var said = "-Ddemarche.test.seed=" + seed + " ?" + asked;
        var found = items.list(TimelineQuery.ofQueryString("limit=500&actor=" + state.slug() + "&" + asked, directory)).items();

        assertThat(found).as(said).extracting(Item::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found).as(said).isSortedAccordingTo(DateOrder.by(known::rank));
        assertThat(found).allSatisfy(item -> {
            assertThat(item.title()).as(said).isEqualTo(known.record(item.id()).heading());
            assertThat(item.version()).as(said).isEqualTo(known.record(item.id()).version());
            assertThat(item.when().date()).as(said).hasToString(((Linked) known.record(item.id())).date());
            assertThat(item.sources()).as(said).containsExactlyElementsOf(known.sources(item.id()));
            assertThat(item.within()).as(said).containsExactlyElementsOf(known.within(item.id()));
            assertThat(item.speakers()).as(said).allSatisfy(one -> assertThat(one.level()).isEqualTo(known.level(item.id())));
        });
    }

    /** The records as the revisions up to some moment leave them. */
    private static final class Known {
        private final Map<UUID, RootRecord> records = new HashMap<>();

        Known(List<RevisionView> revisions) {
            revisions.forEach(revision -> records.put(revision.id(), revision.record()));
        }

        RootRecord record(UUID id) {
            return records.get(id);
        }

        List<UUID> items(Set<UUID> own) {
            return own.stream().filter(id -> records.get(id) != null).toList();
        }

        List<String> sources(UUID id) {
            var cited = records.get(id) instanceof StatementRecord statement ? statement.renderings().stream().map(StatementRecord.Rendering::document)
                    : ((EventRecord) records.get(id)).citations().stream().map(CitationRecord::document);
            return cited.map(records::get).map(document -> ((DocumentRecord) document).source()).distinct().toList();
        }

        /** Of the office that all speak in. */
        String level(UUID id) {
            return records.get(id) instanceof StatementRecord statement ? ((AffiliationRecord) records.get(statement.speakers().get(0).affiliation())).level() : null;
        }

        List<UUID> within(UUID id) {
            var within = new LinkedHashSet<UUID>();
            var above = records.get(id) instanceof StatementRecord statement ? statement.event() : ((EventRecord) records.get(id)).parent();
            while (above != null && within.add(above)) {
                above = ((EventRecord) records.get(above)).parent();
            }
            return List.copyOf(within);
        }

        int rank(UUID id) {
            return ((Linked) records.get(id)).links().stream().filter(link -> link.kind().equals("AFTER")).mapToInt(link -> rank(link.to()) + 1).max().orElse(0);
        }
    }

    private static AffiliationRecord like(AffiliationRecord office, String level) {
        return new AffiliationRecord(office.id(), office.version(), office.member(), office.whole(), office.kind(), office.role(), level, office.since(), office.until(), office.speaks(),
                office.speaksUntil(), office.contested(), office.basis(), office.citations(), office.note(), null);
    }

    private AffiliationRecord office(AffiliationRecord present, String level) {
        return present != null ? like(present, level)
                : new AffiliationRecord(null, null, speaker.slug(), state.slug(), "OCCUPANCY", "Speaker", level, "2000", "..", true, null, false, null, List.of(), null, null);
    }

    private DocumentRecord document(DocumentRecord present) {
        return new DocumentRecord(present == null ? null : present.id(), present == null ? null : present.version(), one(sources), null, "Page " + random.nextInt(100), null, null,
                "2021-03-0" + (1 + random.nextInt(5)), null, "en", null, null, null);
    }

    private StatementRecord statement(StatementRecord present) {
        return new StatementRecord(present == null ? null : present.id(), present == null ? null : present.version(), date(), null, null, "says " + random.nextInt(1_000), event(), null,
                List.of(), List.of(new StatementRecord.Speaker(speaker.slug(), null, null, null, null, null)), List.of(), List.of(), List.of(),
                List.of(new StatementRecord.Rendering(one(documents), null, "INDIRECT", null, "en", null, null, null, List.of())), List.of(), after(present == null ? null : present.id()), null);
    }

    private EventRecord event(EventRecord present) {
        return new EventRecord(present == null ? null : present.id(), present == null ? null : present.version(), "MEETING", "Meeting " + random.nextInt(1_000), date(), null, null,
                one(List.of("HELD", "PLANNED", "CANCELLED")), null, event(), List.of(new EventRecord.Participant(state.slug(), List.of("HOST"))),
                List.of(new CitationRecord(one(documents), null, List.of())), List.of(), after(present == null ? null : present.id()), List.of(), null);
    }

    /** Few days, so that many are of the same and what comes after what counts; some have none, and stand where their document does. */
    private String date() {
        return random.nextInt(6) == 0 ? "/.." : "2021-03-0" + (1 + random.nextInt(2));
    }

    private UUID event() {
        return events.isEmpty() || random.nextBoolean() ? null : present(RecordKind.EVENT, events).map(RevisionView::id).orElse(null);
    }

    private List<LinkRecord> after(UUID item) {
        var earlier = random.nextInt(3) > 0 || statements.isEmpty() ? null : present(RecordKind.STATEMENT, statements).map(RevisionView::id).orElse(null);
        return earlier == null || earlier.equals(item) ? List.of() : List.of(new LinkRecord("AFTER", earlier, "STATED", List.of()));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
