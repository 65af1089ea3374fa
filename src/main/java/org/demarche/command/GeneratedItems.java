package org.demarche.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Plover;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.RootRecord;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;

/** Made-up statements and events, one after the other: bursts of statements after events, and dates of every precision. */
final class GeneratedItems {
    private static final List<String> VERBS = List.of("condemns", "welcomes", "rejects", "calls for", "urges restraint over", "pledges support for", "takes note of",
            "raises concern over", "proposes talks on", "reaffirms its position on");
    private static final List<String> NOUNS = List.of("the talks", "new sanctions", "the agreement", "the incident at the border", "the exercise", "the statement of last week",
            "the security situation", "the visit", "the draft resolution", "the supply of weapons");
    private static final List<String> INSTRUMENTS = List.of("BRIEFING", "BRIEFING", "BRIEFING", "SPEECH", "INTERVIEW", "READOUT", "REMARKS", "PRESS_RELEASE", "POST", "LETTER");
    private static final List<String> KINDS = List.of("MEETING", "VISIT", "SUMMIT", "TOUR", "AGREEMENT", "SANCTION", "MILITARY", "ELECTION", "VOTE", "PROTEST", "AID", "PROCESS",
            "PRESS_CONFERENCE", "LEGAL", "OTHER");
    private static final double EVENTS = 0.09;
    private static final int MEMORY = 200;

    private final GeneratedWorld world;
    private final Random chance;
    private final List<UUID> recentStatements = new ArrayList<>();
    private DocumentRecord document;
    private UUID event;
    private LocalDate burstDay;
    private int burst;
    private int burstState;
    private long statements;
    private long events;

    GeneratedItems(GeneratedWorld world) {
        this.world = world;
        chance = world.chance;
    }

    /** The next item, the documents that it needs before it. */
    List<RootRecord> next() {
        var records = new ArrayList<RootRecord>();
        boolean isEvent = chance.nextDouble() < EVENTS;
        var day = isEvent || burst <= 0 ? world.day() : burstDay.plusDays((long) (-Math.log(1 - chance.nextDouble()) * 5));
        if (day.getYear() > GeneratedWorld.LAST_YEAR) {
            day = LocalDate.of(GeneratedWorld.LAST_YEAR, 12, 31);
        }
        if (document == null || isEvent || chance.nextInt(3) == 0) {
            document = world.document(day);
            records.add(document);
        }
        records.add(isEvent ? event(day) : statement(day));
        return records;
    }

    long statements() {
        return statements;
    }

    long events() {
        return events;
    }

    private EventRecord event(LocalDate day) {
        events++;
        int host = world.busyState();
        int other = other(host);
        var id = world.id();
        var kind = KINDS.get(chance.nextInt(KINDS.size()));
        var participants = List.of(new EventRecord.Participant(world.stateSlug(host), List.of(kind.equals("VISIT") ? "HOST" : "ACTOR")),
                new EventRecord.Participant(world.stateSlug(other), List.of(kind.equals("VISIT") ? "VISITOR" : "RECIPIENT")));
        var parent = event != null && chance.nextInt(8) == 0 ? event : null;
        if (parent == null) {
            event = id;
            burstDay = day;
            burstState = host;
            burst = 1 + (int) Math.pow(chance.nextDouble() * 5, 2);
        }
        var title = kind.charAt(0) + kind.substring(1).toLowerCase().replace('_', ' ') + " of State " + host + " and State " + other + " on " + world.subject(chance.nextInt(world.topics));
        return new EventRecord(id, null, kind, title, date(day, true), "EXPLICIT", null, chance.nextInt(40) == 0 ? "CANCELLED" : "HELD",
                chance.nextInt(3) == 0 ? null : new EventRecord.Place("City " + (1 + chance.nextInt(300)), List.of(), (chance.nextDouble() - 0.5) * 120, (chance.nextDouble() - 0.5) * 360),
                parent, participants, List.of(new CitationRecord(document.id(), day.toString(), List.of())), codings(), List.of(), List.of(world.topicSlug(chance.nextInt(world.topics))), null);
    }

    private StatementRecord statement(LocalDate day) {
        statements++;
        boolean inBurst = burst-- > 0;
        int state = inBurst && chance.nextInt(3) == 0 ? burstState : world.busyState();
        int target = inBurst && state != burstState ? burstState : other(state);
        int topic = chance.nextInt(world.topics);
        var speakers = new ArrayList<StatementRecord.Speaker>();
        speakers.add(speaker(state, day));
        if (chance.nextInt(20) == 0) {
            speakers.add(speaker(other(state, target), day));
        }
        var clause = VERBS.get(chance.nextInt(VERBS.size())) + " " + NOUNS.get(chance.nextInt(NOUNS.size())) + " with State " + target + " on " + world.subject(topic);
        int mode = chance.nextInt(3);
        var quote = "\"We have said before that " + world.subject(topic) + " can't wait, and that " + NOUNS.get(chance.nextInt(NOUNS.size())) + " must be judged by its results.\"";
        var words = mode == 0 ? null : mode == 1 ? quote : clause + ", saying " + quote;
        var id = world.id();
        var links = recentStatements.isEmpty() || chance.nextInt(15) != 0 ? List.<LinkRecord>of()
                : List.of(new LinkRecord("RESPONDS_TO", recentStatements.get(chance.nextInt(recentStatements.size())), "INFERRED", List.of()));
        remember(id);
        var anchors = words == null ? List.<AnchorRecord>of()
                : List.of(new AnchorRecord("WHOLE", null, null, words, null, null, null, null), new AnchorRecord("QUOTE", null, null, quote, null, null, null, null));
        int stance = chance.nextInt(5) - 2;
        return new StatementRecord(id, null, date(day, false), "INFERRED", chance.nextInt(12) == 0 ? "%02d:%02d".formatted(chance.nextInt(24), 15 * chance.nextInt(4)) : null,
                "State " + state + " " + clause, inBurst && chance.nextInt(4) == 0 ? event : null, INSTRUMENTS.get(chance.nextInt(INSTRUMENTS.size())), List.of(world.topicSlug(topic)), speakers,
                chance.nextInt(6) == 0 ? List.of(world.stateSlug(target)) : List.of(), List.of(world.stateSlug(target)),
                chance.nextInt(10) < 3 ? List.of() : List.of(new StatementRecord.Stance(null, world.stateSlug(target), stance)),
                List.of(new StatementRecord.Rendering(document.id(), true, null, words, "en", world.language(), null, null, anchors)), codings(), links, null);
    }

    private StatementRecord.Speaker speaker(int state, LocalDate day) {
        return new StatementRecord.Speaker(world.speakerSlug(state, day.getYear()), null, null, null, null, null);
    }

    private int other(int... taken) {
        while (true) {
            int state = world.busyState();
            if (java.util.stream.IntStream.of(taken).noneMatch(one -> one == state)) {
                return state;
            }
        }
    }

    private void remember(UUID statement) {
        if (recentStatements.size() < MEMORY) {
            recentStatements.add(statement);
        } else {
            recentStatements.set(chance.nextInt(MEMORY), statement);
        }
    }

    private List<CodingRecord> codings() {
        if (chance.nextInt(10) < 2) {
            return List.of();
        }
        var type = Plover.types().get(chance.nextInt(Plover.types().size())).code();
        var codes = Cameo.codes();
        return List.of(CodingRecord.plover(type, null, List.of("diplomatic")), CodingRecord.cameo(codes.get(chance.nextInt(codes.size())).code()));
    }

    /** Mostly one day, or one that is not known exactly; only events last. */
    private String date(LocalDate day, boolean lasts) {
        int month = day.getMonthValue();
        int shape = chance.nextInt(40);
        if (lasts && shape < 12) {
            return switch (shape % 6) {
                case 0 -> day + "/..";
                case 1 -> day + "/";
                case 2 -> chance.nextInt(20) == 0 ? "/.." : day.toString();
                default -> day + "/" + day.plusDays(1 + chance.nextInt(6));
            };
        }
        return switch (shape) {
            case 12 -> "%d".formatted(day.getYear());
            case 13, 14 -> "%d-%02d".formatted(day.getYear(), month);
            case 15 -> "%d-%02d~".formatted(day.getYear(), month);
            case 16 -> day + "?";
            case 17 -> day + "~";
            case 18 -> "[" + day + ".." + day.plusDays(1) + "]";
            case 19 -> "%d-%d".formatted(day.getYear(), 21 + chance.nextInt(4));
            case 20 -> "%d-%02d-XX".formatted(day.getYear(), month);
            default -> day.toString();
        };
    }
}
