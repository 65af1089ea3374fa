package org.demarche.statement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.demarche.coding.CodingRecord;
import org.demarche.event.LinkRecord;
import org.demarche.event.Linked;
import org.demarche.source.AnchorRecord;
import org.demarche.text.Texts;

/**
 * One utterance. Actors and topics are named by slug.
 *
 * @param date EDTF
 * @param dateBasis a {@link org.demarche.time.DateBasis}; null is EXPLICIT
 * @param time {@code 15:00} or {@code 15:00+08:00}
 * @param summary in the analyst's words, may be null where a rendering holds words
 * @param event where it was said
 * @param instrument BRIEFING, READOUT, JOINT_STATEMENT, SPEECH, INTERVIEW, REMARKS, PRESS_RELEASE, LETTER, POST or OTHER
 */
public record StatementRecord(UUID id, Integer version, String date, String dateBasis, String time, String summary, UUID event, String instrument,
                              List<String> topics, List<Speaker> speakers, List<String> addressees, List<String> targets, List<Stance> stances,
                              List<Rendering> renderings, List<CodingRecord> codings, List<LinkRecord> links, String reason) implements Linked {
    private static final int HEADING_LENGTH = 120;

    /**
     * @param actor null where only a description is known
     * @param role the capacity in which it spoke, {@code as} in JSON
     * @param behalf the chain on whose behalf, the principal last; null asks for it to be resolved
     * @param affiliation the tie that resolved it, null where it speaks for itself or by override
     * @param override true where the analyst says what resolution does not give
     */
    public record Speaker(String actor, String described, @JsonProperty("as") String role, List<String> behalf, UUID affiliation, Boolean override) {
    }

    /**
     * @param holder null is every speaker's principal
     * @param toward the slug of an actor or topic
     * @param value −2 to 2
     */
    public record Stance(String holder, String toward, Integer value) {
    }

    /**
     * @param preferred lists and CSV show that one; null lets the first be it
     * @param mode VERBATIM, MIXED or INDIRECT; null follows from the quotation marks
     * @param words as printed
     * @param via the actor by which it was reported
     * @param credibility 1 to 6 by the Admiralty code
     */
    public record Rendering(UUID document, Boolean preferred, String mode, String words, String language, String originalLanguage, String via,
                            Integer credibility, List<AnchorRecord> anchors) {
        public Rendering {
            anchors = anchors == null ? List.of() : List.copyOf(anchors);
        }

        /** With its anchors as this gives them, where it is of that document. */
        Rendering reanchored(UUID cited, UnaryOperator<AnchorRecord> anchor) {
            return cited.equals(document) ? new Rendering(document, preferred, mode, words, language, originalLanguage, via, credibility, anchors.stream().map(anchor).toList()) : this;
        }

        Rendering preferred(boolean one) {
            return new Rendering(document, one, mode, words, language, originalLanguage, via, credibility, anchors);
        }

        Rendering anchored(List<AnchorRecord> places) {
            return new Rendering(document, preferred, mode, words, language, originalLanguage, via, credibility, places);
        }
    }

    public StatementRecord {
        topics = copy(topics);
        speakers = copy(speakers);
        addressees = copy(addressees);
        targets = copy(targets);
        stances = copy(stances);
        renderings = copy(renderings);
        codings = copy(codings);
        links = copy(links);
    }

    @Override
    public StatementRecord identified(UUID id, Integer version) {
        return new StatementRecord(id, version, date, dateBasis, time, summary, event, instrument, topics, speakers, addressees, targets, stances,
                renderings, codings, links, reason);
    }

    /**
     * The same, with another topic in the place of one.
     *
     * @param stances whether stances toward that slug are toward the topic, and go along; they are not where an actor has it
     */
    public StatementRecord retopiced(String from, String to, boolean stances, String reason) {
        var moved = this.stances.stream().map(stance -> stances && from.equals(stance.toward()) ? new Stance(stance.holder(), to, stance.value()) : stance).distinct().toList();
        return new StatementRecord(id, version, date, dateBasis, time, summary, event, instrument, topics.stream().map(topic -> topic.equals(from) ? to : topic).distinct().toList(),
                speakers, addressees, targets, moved, renderings, codings, links, reason);
    }

    StatementRecord withRenderings(List<Rendering> others, String why) {
        return new StatementRecord(id, version, date, dateBasis, time, summary, event, instrument, topics, speakers, addressees, targets, stances, others, codings, links, why);
    }

    @Override
    public StatementRecord linked(List<LinkRecord> links, String reason) {
        return new StatementRecord(id, version, date, dateBasis, time, summary, event, instrument, topics, speakers, addressees, targets, stances,
                renderings, codings, links, reason);
    }

    /** The rendering that lists and CSV show. */
    public Rendering preferred() {
        return renderings.stream().filter(rendering -> Boolean.TRUE.equals(rendering.preferred())).findFirst().orElseGet(() -> renderings.get(0));
    }

    /** The summary or, where that is empty, the words of the preferred rendering, else of the first that holds any. */
    @Override
    public String heading() {
        if (summary != null) {
            return Texts.oneLine(summary);
        }
        return Stream.concat(Stream.of(preferred()), renderings.stream()).map(Rendering::words).filter(Objects::nonNull).findFirst()
                .map(words -> Texts.cut(Texts.oneLine(words), HEADING_LENGTH)).orElse("Statement without words");
    }

    @Override
    public String page() {
        return "/statements/" + id;
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
