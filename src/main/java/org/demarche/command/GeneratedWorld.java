package org.demarche.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.AffiliationRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.history.RootRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;

/**
 * The made-up actors, posts, topics and publishers that generated items are about. States are few and busy at the front, many and quiet
 * behind; each has a foreign ministry and, one after the other, spokespersons, ministers and heads.
 */
final class GeneratedWorld {
    static final int FIRST_YEAR = 1945;
    static final int LAST_YEAR = 2025;

    private static final int TERM_YEARS = 8;
    private static final int DAYS = (int) (LocalDate.of(LAST_YEAR, 12, 31).toEpochDay() - LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay()) + 1;
    private static final List<String> SUBJECTS = List.of("security", "sanctions", "trade", "borders", "arms control", "human rights", "energy", "migration", "fisheries",
            "nuclear safety", "ceasefire", "aid", "cyber", "maritime law", "climate");
    private static final List<String> LANGUAGES = List.of("en", "fr", "ru", "zh", "ar", "es", "ja", "de");

    final Random chance;
    final int states;
    final int topics = SUBJECTS.size();
    final int sources = 25;

    private final long seed;
    private final List<RootRecord> records = new ArrayList<>();
    private long ids;

    GeneratedWorld(long seed, int items) {
        this.seed = seed;
        chance = new Random(seed);
        states = Math.max(4, Math.min(195, 10 + items / 200));
        for (int source = 1; source <= sources; source++) {
            records.add(new SourceRecord(id(), "source-" + source, null, "Source " + source, source % 5 == 0 ? null : String.valueOf((char) ('A' + source % 5)), null));
        }
        for (var subject : SUBJECTS) {
            records.add(new TopicRecord(id(), null, null, subject.substring(0, 1).toUpperCase() + subject.substring(1), null, null, null));
        }
        for (int state = 1; state <= states; state++) {
            addState(state);
        }
        for (int bloc = 1; bloc <= Math.max(1, states / 15); bloc++) {
            records.add(actor("bloc-" + bloc, "BLOC", "Bloc " + bloc, null));
        }
    }

    List<RootRecord> records() {
        return records;
    }

    /** The same ids for the same seed, of version 7, all of one instant. */
    UUID id() {
        return new UUID(0x0198_0000_0000_7000L | (seed & 0xfff), 0x8000_0000_0000_0000L | ++ids);
    }

    String subject(int topic) {
        return SUBJECTS.get(topic);
    }

    String topicSlug(int topic) {
        return SUBJECTS.get(topic).replace(' ', '-');
    }

    /** A state by chance, low numbers far more often. */
    int busyState() {
        return 1 + (int) (states * Math.pow(chance.nextDouble(), 3));
    }

    String stateSlug(int state) {
        return "state-" + state;
    }

    /** Who speaks for the state in that year: now and then its head or minister, mostly its spokesperson. */
    String speakerSlug(int state, int year) {
        int term = term(year);
        int who = chance.nextInt(10);
        return (who == 0 ? "head-" : who < 3 ? "minister-" : "spokesperson-") + term + "-of-state-" + state;
    }

    LocalDate day() {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays((long) (DAYS * Math.sqrt(chance.nextDouble())));
    }

    DocumentRecord document(LocalDate day) {
        int source = 1 + chance.nextInt(sources);
        return new DocumentRecord(id(), null, "source-" + source, chance.nextInt(3) == 0 ? "Agency " + (1 + chance.nextInt(6)) : null,
                "Report of " + day + " on " + subject(chance.nextInt(topics)), "https://source-" + source + ".example/" + day.toString().replace('-', '/') + "/" + ids,
                null, day.toString(), null, "en", null, null, null);
    }

    String language() {
        return LANGUAGES.get(chance.nextInt(LANGUAGES.size()));
    }

    private void addState(int state) {
        var slug = stateSlug(state);
        records.add(actor(slug, "STATE", "State " + state, null));
        records.add(actor("foreign-ministry-of-" + slug, "ORGANIZATION", "Foreign Ministry of State " + state, "Foreign Ministry, State " + state));
        records.add(tie("foreign-ministry-of-" + slug, slug, "PART_OF", null, null, null, null));
        for (int term = 1; term <= term(LAST_YEAR); term++) {
            int year = FIRST_YEAR + (term - 1) * TERM_YEARS;
            var since = year + "-01-01";
            var until = (year + TERM_YEARS - 1) + "-12-31";
            addPerson("head-" + term + "-of-" + slug, "Head " + term + " of State " + state, slug, "President", "HEAD", since, until);
            addPerson("minister-" + term + "-of-" + slug, "Minister " + term + " of State " + state, "foreign-ministry-of-" + slug, "Minister for Foreign Affairs", "MINISTER", since, until);
            addPerson("spokesperson-" + term + "-of-" + slug, "Spokesperson " + term + " of State " + state, "foreign-ministry-of-" + slug, "Spokesperson", "SPOKESPERSON", since, until);
        }
    }

    private void addPerson(String slug, String name, String whole, String role, String level, String since, String until) {
        records.add(actor(slug, "PERSON", name, null));
        records.add(tie(slug, whole, "OCCUPANCY", role, level, since, until));
    }

    private ActorRecord actor(String slug, String type, String name, String shortName) {
        return new ActorRecord(id(), slug, null, type, name, shortName, List.of(), null, null, null, null, null, List.of(), null);
    }

    private AffiliationRecord tie(String member, String whole, String kind, String role, String level, String since, String until) {
        return new AffiliationRecord(id(), null, member, whole, kind, role, level, since, until, true, null, false, null, List.of(), null, null);
    }

    private static int term(int year) {
        return (year - FIRST_YEAR) / TERM_YEARS + 1;
    }
}
