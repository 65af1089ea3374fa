package org.demarche.exchange.in.dna;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.ActorType;
import org.demarche.event.Countries;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.IdSet;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.StatementProposal;
import org.demarche.source.FormAnchors;
import org.demarche.statement.StatementRecord;
import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;
import org.demarche.time.DateBasis;

/**
 * A statement of a project of the Discourse Network Analyzer: a passage of a document in which a person, for an organisation, is for or against a concept. Types of statements
 * that a project has of its own, and annotations, may have nobody who speaks.
 *
 * @param document null where there is none, which the reason says
 */
record DnaStatement(Row row, DnaBook book, DnaDocument document, String reason, Map<DnaVariable, DnaValue> values, List<String> header) {
    static final List<String> HEADER = List.of("ID", "statement type", "document", "date", "coder", "start", "stop", "text");
    private static final int SEEN = 1;
    private static final String NOBODY = "speaker not coded";
    private static final String PARTED = "\\s*[;|\\n]\\s*";
    private static final int LONGEST_NAME = 300;

    /** As it stands in its table. */
    record Row(long id, long type, Long document, Long start, Long stop, long coder) {
    }

    Proposal proposal(IdSet ids) {
        var problem = problem();
        if (problem != null) {
            return Proposal.refused(row.id(), header, cells(null), List.of(problem));
        }
        var place = document.text().place(row.start().intValue(), row.stop().intValue());
        var passage = Texts.slice(document.text().normal(), place.start(), place.end());
        var concept = part(DnaPart.CONCEPT);
        var stance = stance();
        var codings = new DnaCodings(this, concept != null && stance != null);
        var told = new StatementRecord(id(ids), null, document.record().published(), DateBasis.INFERRED.name(), null, codings.summary(), null, null,
                concept == null ? List.of() : List.of(concept.text()), List.of(speaker()), List.of(), List.of(),
                concept == null || stance == null ? List.of() : List.of(new StatementRecord.Stance(null, concept.text(), stance)), List.of(rendering(passage, place)), codings.codings(), List.of(), null);
        return new StatementProposal(told, DnaCodings::isOurs).proposal(row.id(), header, cells(passage), List.of(document.record()), actors(), this::column);
    }

    /** The first thing that is wrong; null where nothing is. */
    private ImportProblem problem() {
        if (document == null) {
            return new ImportProblem(row.id(), "document", row.document() == null ? null : row.document().toString(), reason);
        }
        if (document.record().published() == null) {
            return new ImportProblem(row.id(), "date", null, "Its document ‘" + Texts.cut(document.title(), 60) + "’ has no date");
        }
        if (row.start() == null || row.stop() == null || row.start() < 0 || row.stop() <= row.start() || row.stop() > document.text().length()) {
            return new ImportProblem(row.id(), row.stop() != null && row.stop() > document.text().length() ? "stop" : "start", row.start() + "–" + row.stop(),
                    "It is no place in the text of its document, which has %,d characters".formatted(document.text().length()));
        }
        return null;
    }

    /**
     * The same statement again as long as it stands at the same place of the same text, is of that type and by that coder: what it is coded as may change. Of several just
     * alike, the first is told by that and others by their ids too.
     */
    private java.util.UUID id(IdSet ids) {
        var key = String.join("\0", "dna", document.key(), type(), row.start().toString(), row.stop().toString(), coder());
        var id = DerivedIds.id(key, 0);
        if (!ids.add(id, SEEN)) {
            id = DerivedIds.id(key + "\0" + row.id(), 0);
            ids.add(id, SEEN);
        }
        return id;
    }

    String type() {
        return Objects.requireNonNullElse(book.types.get(row.type()), "");
    }

    String coder() {
        return Objects.requireNonNullElse(book.coders.get(row.coder()), "");
    }

    /** What it has for a part; null where nothing. */
    DnaValue part(DnaPart part) {
        var variable = book.of(row.type(), part);
        return variable == null ? null : values.get(variable);
    }

    private StatementRecord.Speaker speaker() {
        var person = part(DnaPart.SPEAKER);
        var organization = part(DnaPart.ORGANIZATION);
        var speaks = person != null ? person : organization;
        boolean isForAnother = person != null && organization != null && !person.text().equals(organization.text());
        return new StatementRecord.Speaker(speaks == null ? null : speaks.text(), speaks == null ? NOBODY : null, null, isForAnother ? List.of(organization.text()) : null, null, null);
    }

    /** Toward its concept, from −2 to 2; null where it has none, or none whose side is plain. */
    private Integer stance() {
        var agreement = part(DnaPart.AGREEMENT);
        if (agreement == null) {
            return null;
        }
        var variable = agreement.variable();
        var text = agreement.text().toLowerCase(Locale.ROOT);
        if (variable.isText()) {
            return switch (text) {
                case "yes", "y", "true", "agree", "agreement", "pro", "for", "support", "positive", "in favour", "in favor", "+", "+1", "1" -> 1;
                case "no", "n", "false", "disagree", "disagreement", "con", "contra", "against", "oppose", "rejection", "negative", "-", "−", "-1", "0" -> -1;
                case "neutral" -> 0;
                default -> null;
            };
        }
        if (!text.matches("-?\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        if (!variable.isInteger() || book.isBinary(variable)) {
            return number == 0 ? -1 : 1;
        }
        return book.isSigned(variable) ? (Integer) Math.max(-2, Math.min(2, number)) : null;
    }

    private StatementRecord.Rendering rendering(String passage, TextPositionSelector place) {
        var words = passage.strip();
        return new StatementRecord.Rendering(document.id(), true, null, words.isEmpty() ? null : words, null, null, null, null, FormAnchors.of(passage, document.text().normal(), place));
    }

    private Map<String, ActorRecord> actors() {
        var actors = new HashMap<String, ActorRecord>();
        var person = part(DnaPart.SPEAKER);
        if (person != null) {
            actors.put(person.text(), actor(person, person.variable().isCalled(DnaPart.ANYBODY) ? null : ActorType.PERSON));
        }
        var organization = part(DnaPart.ORGANIZATION);
        if (organization != null) {
            actors.put(organization.text(), actor(organization, Countries.code(organization.text()).isPresent() ? null : ActorType.ORGANIZATION));
        }
        return actors;
    }

    private static ActorRecord actor(DnaValue value, ActorType type) {
        var aliases = Objects.requireNonNullElse(value.attribute("alias"), "");
        var names = Stream.of(aliases.split(PARTED)).filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME && !name.equals(value.text())).distinct()
                .map(name -> new ActorRecord.Name(name, null, "NAME")).toList();
        return new ActorRecord(null, null, null, type == null ? null : type.name(), null, null, names, null, null, null, null, null, List.of(), null);
    }

    private List<String> cells(String passage) {
        var cells = new ArrayList<>(List.of(Long.toString(row.id()), type(), document == null ? String.valueOf(row.document()) : document.title(),
                document == null ? "" : Objects.requireNonNullElse(document.record().published(), ""), coder(), String.valueOf(row.start()), String.valueOf(row.stop()), passage == null ? "" : passage));
        header.stream().skip(HEADER.size()).forEach(name -> cells.add(values.values().stream().filter(value -> value.variable().name().equals(name)).map(DnaValue::text).findFirst().orElse("")));
        return cells;
    }

    /** The column that a field of the record comes from. */
    private String column(String field) {
        var part = switch (field.replaceFirst("[.\\[].*", "")) {
            case "speakers" -> field.contains("behalf") ? DnaPart.ORGANIZATION : DnaPart.SPEAKER;
            case "topics" -> DnaPart.CONCEPT;
            case "stances" -> field.endsWith("value") ? DnaPart.AGREEMENT : DnaPart.CONCEPT;
            default -> null;
        };
        if (part != null) {
            var variable = book.of(row.type(), part);
            return variable == null ? null : variable.name();
        }
        return field.startsWith("document") ? "document" : field.startsWith("date") ? "date" : field.startsWith("codings") || field.startsWith("summary") ? null : "text";
    }
}
