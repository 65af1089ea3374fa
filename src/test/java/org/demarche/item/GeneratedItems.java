package org.demarche.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Plover;
import org.demarche.text.Texts;
import org.demarche.time.DateBasis;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.time.FourDays;
import org.demarche.time.TimeOfDay;

/** Makes items of every shape out of a small world of actors, sources and topics, so that queries find some of them and not others. */
public final class GeneratedItems {
    static final List<String> WORDS = List.of("sanctions", "sanctioned", "Sanction", "talks", "talk", "security", "Asia-Pacific", "the", "expansion", "NATO's", "NATO", "U.S.",
            "café", "CAFE", "naïve", "2023", "G-7", "中国反对北约东扩", "北约", "中国", "日本と北大西洋条約機構", "日本", "ミサイル", "ﾐｻｲﾙ", "발사", "북한의 미사일 발사", "الناتو", "التوسّع", "НАТО", "расширение",
            "ΝΑΤΟ", "ἐπέκταση", "—", "‘unacceptable’", "can't", "don’t", "९", "x");
    private static final List<String> KINDS = List.of("VISIT", "TOUR", "MEETING", "SUMMIT", "SANCTION", "MILITARY");
    private static final List<String> ROLES = List.of("HOST", "CHAIR", "VISITOR");
    private static final List<String> PLACES = List.of("Tokyo", "TOKYO", "Tōkyō", "Séoul", "Seoul", "東京", "New  York", "New York", "?", "!");

    private final Random random;
    private final List<ActorRef> actors = new ArrayList<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, UUID> sources = new LinkedHashMap<>();
    private final List<Item.Topic> topics;
    private final List<UUID> documents;
    private final List<Event> events = new ArrayList<>();

    /** An event's id and those of the events above it. */
    record Event(UUID id, List<UUID> above) {
    }

    public GeneratedItems(long seed) {
        this(seed, 14);
    }

    public GeneratedItems(long seed, int actorsInAll) {
        random = new Random(seed);
        for (int number = 0; number < actorsInAll; number++) {
            var name = "Actor " + number + " " + text(2);
            var actor = new ActorRef(id(), "actor-" + number, name, name, number % 3 == 0 ? "PERSON" : "STATE", false);
            actors.add(actor);
            names.put(actor.slug(), Stream.concat(Stream.of(name), several(2, () -> text(2)).stream()).toList());
        }
        IntStream.range(0, 4).forEach(number -> sources.put("source-" + number, id()));
        topics = IntStream.range(0, 4).mapToObj(number -> new Item.Topic(id(), "topic-" + number, "Topic " + number)).toList();
        documents = several(6, 6, this::id);
    }

    public List<ActorRef> actors() {
        return actors;
    }

    /** All names of an actor by its slug. */
    public Map<String, List<String>> names() {
        return names;
    }

    public Map<String, UUID> sources() {
        return sources;
    }

    public List<Item.Topic> topics() {
        return topics;
    }

    List<UUID> documents() {
        return documents;
    }

    List<Event> events() {
        return events;
    }

    Random random() {
        return random;
    }

    public List<Item> items(int number) {
        return several(number, number, this::next);
    }

    public Item next() {
        return random.nextInt(4) == 0 ? event() : statement();
    }

    private Item statement() {
        var speakers = several(random.nextInt(8) == 0 ? 6 : 2, this::speaker);
        if (speakers.isEmpty()) {
            speakers = List.of(speaker());
        }
        var words = random.nextInt(3) == 0 ? null : text(8);
        var summary = words == null || random.nextBoolean() ? text(6) : null;
        var cited = cited(1);
        var targets = several(2, this::actor).stream().distinct().toList();
        return new Item(id(), ItemKind.STATEMENT, 1, summary != null ? summary : Texts.cut(words, 20), summary, when(), speakers, several(2, this::actor), targets, List.of(),
                several(3, () -> stance(targets)), null, null, maybe(() -> oneOf(List.of("BRIEFING", "SPEECH", "POST"))), Item.Place.NONE, report(words, cited.get(0)), cited, sources(cited),
                null, within(), List.of(), several(2, () -> oneOf(topics)).stream().distinct().toList(), codings(), recorded());
    }

    private Item event() {
        var id = id();
        var above = within();
        events.add(new Event(id, above));
        var cited = cited(0);
        var participants = several(4, this::actor).stream().distinct().map(actor -> new Item.Participant(actor, List.of(oneOf(ROLES)))).toList();
        return new Item(id, ItemKind.EVENT, 1, text(4), null, when(), List.of(), List.of(), List.of(), participants, List.of(), oneOf(KINDS),
                oneOf(List.of("HELD", "PLANNED", "CANCELLED")), null, place(), cited.isEmpty() ? null : report(null, cited.get(0)), cited, sources(cited), above.isEmpty() ? null : above.get(0), above,
                List.of(), several(2, () -> oneOf(topics)).stream().distinct().toList(), codings(), recorded());
    }

    private Item.Speaker speaker() {
        var actor = random.nextInt(8) == 0 ? null : actor();
        var chain = actor == null ? several(1, this::actor) : several(3, 1, this::actor);
        return new Item.Speaker(actor, actor == null ? "a senior official" : null, null, maybe(() -> oneOf(List.of("HEAD", "MINISTER", "SPOKESPERSON"))), chain);
    }

    private Item.Stance stance(List<ActorRef> targets) {
        var topic = random.nextInt(6) == 0 ? oneOf(topics) : null;
        var toward = topic != null ? null : targets.isEmpty() || random.nextInt(4) == 0 ? actor() : oneOf(targets);
        return new Item.Stance(maybe(this::actor), toward, topic, random.nextInt(5) - 2);
    }

    private Item.When when() {
        var date = date();
        var days = date.days();
        var stands = days.unplaced() && random.nextBoolean() ? FourDays.onDay(LocalDate.of(2023, 1, 1).toEpochDay() + random.nextInt(90)) : days;
        var time = random.nextInt(3) > 0 ? null
                : new TimeOfDay(LocalTime.of(random.nextInt(24), 0), random.nextBoolean() ? null : ZoneOffset.ofHours(random.nextInt(10)));
        return new Item.When(date, days, stands, DateBasis.EXPLICIT, time);
    }

    private EdtfDate date() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return EdtfDate.parse(switch (random.nextInt(12)) {
                    case 0 -> oneOf(List.of("/..", "../..", "/", "../"));
                    case 1 -> end() + "/" + end();
                    case 2 -> "[" + term() + ".." + term() + "]";
                    case 3 -> oneOf(List.of("[.." + term() + "]", "[" + term() + "..]", "[" + term() + "," + term() + "]"));
                    case 4, 5 -> term() + oneOf(List.of("?", "~", "%"));
                    default -> term();
                });
            } catch (EdtfException outOfOrder) {
                // the next one may do
            }
        }
        return EdtfDate.parse("2023");
    }

    private String end() {
        return random.nextInt(3) == 0 ? oneOf(List.of("", "..")) : term() + oneOf(List.of("", "", "~"));
    }

    String term() {
        var day = LocalDate.of(2022, 11, 1).plusDays(random.nextInt(180)).toString();
        return switch (random.nextInt(8)) {
            case 0 -> day.substring(0, 4);
            case 1 -> day.substring(0, 7);
            case 2 -> oneOf(List.of("2022-24", "2023-21", "202X", "1989-11-09"));
            default -> day;
        };
    }

    private Item.Place place() {
        return random.nextInt(3) == 0 ? Item.Place.NONE : new Item.Place(maybe(this::placeName), several(2, () -> oneOf(List.of("JP", "KR", "CN"))), null, null);
    }

    String placeName() {
        return oneOf(PLACES);
    }

    private Item.Report report(String words, UUID document) {
        return new Item.Report(document, oneOf(List.of("VERBATIM", "MIXED", "INDIRECT")), words, null, "en", null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private List<UUID> cited(int least) {
        return several(2, least, () -> oneOf(documents)).stream().distinct().toList();
    }

    private List<String> sources(List<UUID> cited) {
        return cited.stream().map(document -> "source-" + documents.indexOf(document) % 4).distinct().toList();
    }

    private List<UUID> within() {
        if (events.isEmpty() || random.nextBoolean()) {
            return List.of();
        }
        var event = oneOf(events);
        return Stream.concat(Stream.of(event.id), event.above.stream()).limit(3).toList();
    }

    private List<CodingRecord> codings() {
        var codings = new ArrayList<CodingRecord>();
        if (random.nextBoolean()) {
            codings.add(new CodingRecord(Plover.SCHEME, random.nextInt(5) == 0 ? null : oneOf(Plover.types()).code(), null, null, null, null));
        }
        if (random.nextBoolean()) {
            codings.add(new CodingRecord(Cameo.SCHEME, random.nextInt(5) == 0 ? null : oneOf(Cameo.codes()).code(), null, null, null, null));
        }
        return codings;
    }

    private Item.Recorded recorded() {
        var first = Instant.parse("2023-02-01T00:00:00Z").plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(400_000_000));
        return new Item.Recorded(first, "somebody", first);
    }

    String text(int words) {
        return String.join(" ", several(words, 1, () -> oneOf(WORDS)));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    ActorRef actor() {
        // A long tail: the first actors take part far more often than the last.
        return actors.get((int) (actors.size() * Math.pow(random.nextDouble(), 2)));
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    <T> List<T> several(int most, Supplier<T> value) {
        return several(most, 0, value);
    }

    <T> List<T> several(int most, int least, Supplier<T> value) {
        return Stream.generate(value).limit(least + random.nextInt(most - least + 1)).toList();
    }
}
