package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.Actors;
import org.demarche.actor.Speaking;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.history.RecordKind;
import org.demarche.source.DocumentRecord;
import org.demarche.source.Documents;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.web.RecordLimits;

/** Puts slugs and ids in the places of names: of actors, topics, publishers and documents, and of those for whom a speaker spoke. */
@ApplicationScoped
class ImportNaming {
    @Inject
    NameFinder finder;
    @Inject
    Actors actors;
    @Inject
    Documents documents;
    @Inject
    Speaking speaking;

    /** Finds out what names mean that no row before had. */
    void learn(ImportBatch batch, ImportContext context) throws UnreadableFileException {
        var names = new LinkedHashSet<String>();
        var speakers = new HashSet<String>();
        var toward = new LinkedHashSet<String>();
        var labels = new LinkedHashSet<String>();
        var publishers = new LinkedHashSet<String>();
        var hints = new HashMap<String, ActorRecord>();
        var ratings = new HashMap<String, String>();
        for (var row : batch.open()) {
            if (!fits(batch, row)) {
                continue;
            }
            names.addAll(ProposalNames.actors(row.record));
            speakers.addAll(ProposalNames.speakers(row.record));
            toward.addAll(ProposalNames.toward(row.record));
            labels.addAll(row.record.topics());
            row.proposal.documents().forEach(document -> publishers.add(document.source()));
            row.proposal.actors().forEach(hints::putIfAbsent);
            row.proposal.publishers().forEach((name, source) -> ratings.putIfAbsent(name, source.reliability()));
        }
        publishers.remove(null);
        names.removeIf(name -> context.knows(RecordKind.ACTOR, name));
        var unknown = context.run.unknownNames;
        var towardNew = toward.stream().filter(name -> !context.knows(RecordKind.ACTOR, name) && !context.knows(RecordKind.TOPIC, name)).toList();
        var towardTopics = finder.topics(towardNew, context.books, unknown);
        for (var name : towardNew) {
            if (labels.contains(name) || towardTopics.get(name).choice() == ImportName.Choice.KNOWN && finder.actors(List.of(name), hints, speakers, unknown).get(name).choice() != ImportName.Choice.KNOWN) {
                labels.add(name);
            } else {
                names.add(name);
            }
        }
        labels.removeIf(name -> context.knows(RecordKind.TOPIC, name));
        publishers.removeIf(name -> context.knows(RecordKind.SOURCE, name));
        for (var found : List.of(finder.actors(names, hints, speakers, unknown), finder.topics(labels, context.books, unknown), finder.sources(publishers, ratings, context.books, unknown))) {
            for (var name : found.values()) {
                context.learn(name);
            }
        }
    }

    /** Puts slugs in the places of names. */
    void name(ImportBatch batch, ImportContext context) {
        for (var row : batch.open()) {
            var undecided = new LinkedHashSet<String>();
            row.record = ProposalNames.named(row.record, (kind, name) -> {
                var meant = context.name(kind, name);
                context.count(kind, name);
                if (meant.choice() == ImportName.Choice.ASK) {
                    undecided.add(name);
                }
                return meant;
            }, toward -> !context.knows(RecordKind.ACTOR, toward));
            row.record = row.present == null ? row.record : row.proposal.record().named(row.record, row.present);
            if (!undecided.isEmpty()) {
                batch.refuse(row, undecided.stream().map(name -> new ImportProblem(row.proposal.row(), null, name, "It is not decided who or what ‘" + Texts.cut(name, 60) + "’ is")).toList());
            } else if (row.version != null && row.isAsPresent()) {
                row.outcome = ImportBatch.Outcome.UNCHANGED;
            }
        }
    }

    /** Takes documents that are here already, and notes those that are not. */
    void cite(ImportBatch batch, ImportContext context) {
        var wanted = new HashMap<UUID, DocumentRecord>();
        batch.open().forEach(row -> row.proposal.documents().forEach(document -> wanted.put(document.id(), document)));
        if (wanted.isEmpty()) {
            return;
        }
        var here = documents.named(wanted.keySet());
        var byAddress = documents.atAny(wanted.values().stream().filter(document -> !here.containsKey(document.id())).map(DocumentRecord::url).filter(Objects::nonNull).toList());
        var instead = new HashMap<UUID, UUID>();
        for (var document : wanted.values()) {
            var publisher = document.source() == null ? null : context.name(RecordKind.SOURCE, document.source());
            var slug = publisher == null ? null : publisher.slugOrProposed();
            if (document.source() != null) {
                context.count(RecordKind.SOURCE, document.source());
            }
            if (here.containsKey(document.id())) {
                instead.put(document.id(), document.id());
            } else if (slug != null) {
                var alike = (document.url() == null ? List.<Documents.DocumentName>of() : byAddress.getOrDefault(document.url(), List.of())).stream().filter(other -> isSame(document, slug, other)).findFirst();
                instead.put(document.id(), alike.map(Documents.DocumentName::id).orElse(document.id()));
                if (alike.isEmpty()) {
                    batch.documents.put(document.id(), published(document, slug));
                }
            } else {
                instead.put(document.id(), null);
            }
        }
        for (var row : batch.open()) {
            var undecided = row.proposal.documents().stream().map(DocumentRecord::source).filter(name -> name != null && context.name(RecordKind.SOURCE, name).choice() == ImportName.Choice.ASK).toList();
            if (undecided.isEmpty()) {
                row.record = ProposalNames.citing(row.record, document -> instead.containsKey(document) ? instead.get(document) : document);
            } else {
                batch.refuse(row, undecided.stream().map(name -> new ImportProblem(row.proposal.row(), null, name, "It is not decided which publisher ‘" + Texts.cut(name, 60) + "’ is")).toList());
            }
        }
    }

    /** A chain that resolution does not give is the file's word. */
    void speakFor(ImportBatch batch, ImportContext context) {
        var slugs = new HashSet<String>();
        batch.open().forEach(row -> slugs.addAll(speakersOf(row)));
        if (slugs.isEmpty()) {
            return;
        }
        var known = actors.named(slugs);
        var questions = new ArrayList<Speaking.Question>();
        for (var row : batch.open()) {
            days(row).ifPresent(date -> spoken(row).forEach(speaker -> {
                if (known.containsKey(speaker.actor())) {
                    questions.add(new Speaking.Question(known.get(speaker.actor()), date.days()));
                }
            }));
        }
        var answers = speaking.candidates(questions).iterator();
        for (var row : batch.open()) {
            if (row.record instanceof StatementRecord said && days(row).isPresent()) {
                var speakers = said.speakers().stream().map(speaker -> isSpoken(speaker)
                        ? overridden(speaker, known.containsKey(speaker.actor()) ? answers.next() : List.of()) : speaker).toList();
                row.record = ProposalNames.spoken(said, speakers);
            }
        }
    }

    private static boolean fits(ImportBatch batch, ImportBatch.Row row) {
        var names = new ArrayList<>(ProposalNames.actors(row.record));
        names.addAll(ProposalNames.toward(row.record));
        names.addAll(row.record.topics());
        row.proposal.documents().stream().map(DocumentRecord::source).filter(Objects::nonNull).forEach(names::add);
        for (var name : names) {
            var problem = Texts.problem(Texts.normalise(name));
            if (problem.isPresent() || Texts.length(name) > RecordLimits.NAME) {
                batch.refuse(row, List.of(new ImportProblem(row.proposal.row(), null, name, problem.orElse("A name is longer than " + RecordLimits.NAME + " characters"))));
                return false;
            }
        }
        return true;
    }

    private static StatementRecord.Speaker overridden(StatementRecord.Speaker speaker, List<Speaking.Candidate> candidates) {
        boolean resolves = candidates.stream().anyMatch(candidate -> candidate.slugs().equals(speaker.behalf()));
        boolean isAlone = candidates.isEmpty() && speaker.behalf().equals(List.of(speaker.actor()));
        return new StatementRecord.Speaker(speaker.actor(), speaker.described(), speaker.role(), speaker.behalf(), resolves ? speaker.affiliation() : null, !resolves && !isAlone);
    }

    private static List<StatementRecord.Speaker> spoken(ImportBatch.Row row) {
        return row.record instanceof StatementRecord said ? said.speakers().stream().filter(ImportNaming::isSpoken).toList() : List.of();
    }

    private static boolean isSpoken(StatementRecord.Speaker speaker) {
        return speaker.actor() != null && speaker.behalf() != null && !speaker.behalf().isEmpty() && speaker.override() == null;
    }

    private static List<String> speakersOf(ImportBatch.Row row) {
        return spoken(row).stream().map(StatementRecord.Speaker::actor).toList();
    }

    private static java.util.Optional<EdtfDate> days(ImportBatch.Row row) {
        try {
            return row.record.date() == null ? java.util.Optional.empty() : java.util.Optional.of(EdtfDate.parse(row.record.date().strip()));
        } catch (IllegalArgumentException unread) {
            return java.util.Optional.empty();
        }
    }

    private static boolean isSame(DocumentRecord document, String publisher, Documents.DocumentName other) {
        return publisher.equals(other.source().slug()) && Objects.equals(document.agency(), other.agency()) && Objects.equals(document.title(), other.title())
                && Objects.equals(document.published(), other.published());
    }

    private static DocumentRecord published(DocumentRecord document, String publisher) {
        return new DocumentRecord(document.id(), null, publisher, document.agency(), document.title(), document.url(), document.archivedUrl(), document.published(), document.retrieved(),
                document.language(), document.sha256(), document.text(), null);
    }
}
