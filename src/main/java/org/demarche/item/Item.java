package org.demarche.item;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.demarche.coding.CodingRecord;
import org.demarche.time.DateBasis;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.time.TimeOfDay;

/**
 * One row of a timeline, a CSV or a JSON list: a statement or an event with all that it refers to resolved.
 *
 * <p>Lists are never null. What only one kind has is null or empty in the other: an event has no speakers, a statement no participants.
 *
 * @param title an event's title; a statement's summary or, where that is empty, its words cut at a word to 120 characters
 * @param report the preferred rendering of a statement, the first citation of an event; null where an event has no citation
 * @param documents all documents that report or attest it, the one of {@code report} first
 * @param event where a statement was made, or the parent of an event; may be null
 * @param within {@code event} and all events above it
 */
public record Item(UUID id, ItemKind kind, int version, String title, String summary, When when,
                   List<Speaker> speakers, List<ActorRef> addressees, List<ActorRef> targets, List<Participant> participants,
                   List<Stance> stances, String eventKind, String status, String instrument, Place place,
                   Report report, List<UUID> documents, List<String> sources,
                   UUID event, List<UUID> within, List<Link> links, List<Topic> topics, List<CodingRecord> codings, Recorded recorded) {
    private static final String RESPONDS_TO = "RESPONDS_TO";

    /**
     * @param days as the date itself has them
     * @param stands where the item stands for windows, order and drawing: {@code days}, or for a date with neither bound known the
     *     days of the document that attests it
     * @param time null where unknown
     */
    public record When(EdtfDate date, FourDays days, FourDays stands, DateBasis basis, TimeOfDay time) {
        /** True where neither bound is known, so that the item is only ever possibly in a window. */
        public boolean unplaced() {
            return days.unplaced();
        }
    }

    /**
     * @param actor null where the speaker is known only by a description
     * @param role the capacity in which it spoke, may be null
     * @param level the level of the post that resolved it, may be null
     * @param behalf the chain on whose behalf, the principal last; empty only for a described speaker of whom no more is known
     * @param affiliation that resolved on whose behalf, may be null
     */
    public record Speaker(ActorRef actor, String described, String role, String level, List<ActorRef> behalf, UUID affiliation) {
        /** One on whose behalf nothing had to be resolved. */
        public Speaker(ActorRef actor, String described, String role, String level, List<ActorRef> behalf) {
            this(actor, described, role, level, behalf, null);
        }

        /** The state or organisation at the end of the chain; null only where the chain is empty. */
        public ActorRef principal() {
            return behalf.isEmpty() ? null : behalf.get(behalf.size() - 1);
        }
    }

    public record Participant(ActorRef actor, List<String> roles) {
    }

    /**
     * @param holder null where every principal holds it
     * @param toward null where it is toward a topic
     * @param topic null where it is toward an actor
     * @param value −2 to 2
     */
    public record Stance(ActorRef holder, ActorRef toward, Topic topic, int value) {
        public String towardSlug() {
            return toward != null ? toward.slug() : topic.slug();
        }
    }

    /**
     * @param countries ISO 3166 two-letter codes
     * @param latitude degrees, null where unknown
     */
    public record Place(String name, List<String> countries, Double latitude, Double longitude) {
        public static final Place NONE = new Place(null, List.of(), null, null);
    }

    public record Topic(UUID id, String slug, String label) {
    }

    /**
     * @param mode null for an event
     * @param words as printed, null where they are not held
     * @param quote what stands in quotation marks, with its marks, passages joined with {@code …}; null where nothing does
     * @param start code point where the words begin in the document, null where unknown
     * @param retrieved EDTF, when somebody took the document, null where unknown
     */
    public record Report(UUID document, String mode, String words, String quote, String language, String originalLanguage, ActorRef via,
                         String source, String sourceName, String agency, String title, String url, String published,
                         Integer start, Integer end, String reliability, Integer credibility, String retrieved) {
    }

    /** @param first when its first revision was recorded; at and by are of the present one */
    public record Recorded(Instant at, String by, Instant first) {
    }

    /**
     * Its link to an earlier item.
     *
     * @param kind RESPONDS_TO, REBUTS, SUPPORTS, REPEATS, CLARIFIES, RETRACTS, CONTRADICTS or AFTER
     */
    public record Link(String kind, UUID to) {
    }

    public boolean isStatement() {
        return kind == ItemKind.STATEMENT;
    }

    /** What it responds to, of all that it is linked to. */
    public List<UUID> respondsTo() {
        return links.stream().filter(link -> link.kind().equals(RESPONDS_TO)).map(Link::to).toList();
    }

    /** The principals of the speakers, each once, in order. */
    public List<ActorRef> principals() {
        return speakers.stream().map(Speaker::principal).filter(actor -> actor != null).distinct().toList();
    }

    /** Everybody who takes part in any way: speaks, stands in a chain, is addressed, meant, takes part, holds a stance or is its object. */
    public Set<ActorRef> actors() {
        var all = new LinkedHashSet<ActorRef>();
        for (var speaker : speakers) {
            if (speaker.actor() != null) {
                all.add(speaker.actor());
            }
            all.addAll(speaker.behalf());
        }
        all.addAll(addressees);
        all.addAll(targets);
        participants.forEach(participant -> all.add(participant.actor()));
        for (var stance : stances) {
            if (stance.holder() != null) {
                all.add(stance.holder());
            }
            if (stance.toward() != null) {
                all.add(stance.toward());
            }
        }
        return all;
    }
}
