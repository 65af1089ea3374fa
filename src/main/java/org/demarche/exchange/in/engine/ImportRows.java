package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.Actors;
import org.demarche.actor.Speaking;
import org.demarche.coding.Topics;
import org.demarche.event.Linked;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.history.Change;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.item.Item;
import org.demarche.item.ItemSource;
import org.demarche.source.DocumentRecord;
import org.demarche.source.Documents;
import org.demarche.source.Sources;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violation;

/** Brings the rows of a batch into records with slugs and ids, and checks or keeps them. Within the transaction of a {@link Change}. */
@ApplicationScoped
class ImportRows {
    @Inject
    Revisions revisions;
    @Inject
    NameFinder finder;
    @Inject
    Actors actors;
    @Inject
    Sources sources;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
    @Inject
    Speaking speaking;
    @Inject
    EntityManager entities;
    @Inject
    @Any
    Instance<ItemSource> itemSources;

    /**
     * Checks a batch as if it were kept.
     *
     * @return what would come of each row
     */
    ImportBatch check(Change change, List<Proposal> proposals, ImportContext context) throws UnreadableFileException {
        var batch = resolved(proposals, context, true);
        var open = batch.open();
        change.checkAll(records(batch, open), () -> presume(context, batch), (record, violations) -> refuse(batch, record, violations));
        settle(batch);
        return batch;
    }

    /** Keeps what of a batch can be kept. */
    ImportBatch keep(Change change, List<Proposal> proposals, ImportContext context, boolean again) throws UnreadableFileException {
        var batch = resolved(proposals, context, !again);
        change.recordedBy(context.run.begunBy, null);
        var fresh = batch.open().stream().filter(row -> row.version == null).toList();
        change.addAll(records(batch, fresh), (record, violations) -> refuse(batch, record, violations));
        for (var row : batch.open()) {
            if (row.version != null) {
                try {
                    change.keep((RootRecord) row.record.identified(row.proposal.id(), row.version));
                } catch (InvalidRecordException wrong) {
                    refuse(batch, row.record, wrong.violations());
                }
            }
        }
        settle(batch);
        return batch;
    }

    private static void settle(ImportBatch batch) {
        batch.open().forEach(row -> row.outcome = row.version == null ? ImportBatch.Outcome.FRESH : ImportBatch.Outcome.CHANGED);
        var stored = batch.rows.stream().filter(row -> row.outcome == ImportBatch.Outcome.FRESH || row.outcome == ImportBatch.Outcome.CHANGED).map(row -> row.proposal.row()).collect(Collectors.toSet());
        batch.waiting.retainAll(stored);
    }

    /** The new documents that open rows cite, and the records of these rows. */
    private static List<RootRecord> records(ImportBatch batch, List<ImportBatch.Row> rows) {
        batch.documents.keySet().retainAll(batch.open().stream().flatMap(row -> documentsOf(row.record).stream()).collect(Collectors.toSet()));
        var records = new ArrayList<RootRecord>(batch.documents.values());
        rows.forEach(row -> records.add(row.record.identified(row.proposal.id(), null)));
        return records;
    }

    private ImportBatch resolved(List<Proposal> proposals, ImportContext context, boolean first) throws UnreadableFileException {
        var batch = new ImportBatch(proposals);
        for (var row : batch.rows) {
            if (!row.proposal.problems().isEmpty()) {
                batch.refuse(row, row.proposal.problems());
            } else if (!batch.isFirst(row) || first && context.seen.mark(row.proposal.id()) != 0) {
                if (row.proposal.derived()) {
                    row.outcome = ImportBatch.Outcome.UNCHANGED;
                } else {
                    batch.refuse(row, "id", "An earlier row has the same id");
                }
            }
        }
        propose(batch, context);
        learn(batch, context);
        name(batch, context);
        cite(batch, context);
        detach(batch, context);
        speakFor(batch, context);
        return batch;
    }

    /** Lays each row over what is there. */
    private void propose(ImportBatch batch, ImportContext context) {
        var open = batch.open();
        var last = revisions.last(open.stream().map(row -> row.proposal.id()).toList());
        var shown = new HashMap<UUID, Item>();
        itemSources.forEach(source -> {
            var ids = last.values().stream().filter(revision -> !revision.isRetraction() && revision.kind().name().equals(source.kind().name())).map(revision -> revision.id()).toList();
            if (!ids.isEmpty()) {
                shown.putAll(source.items(ids, Revisions.NOW));
            }
        });
        for (var row : open) {
            var revision = last.get(row.proposal.id());
            if (revision == null) {
                row.record = row.proposal.record().record(null, null);
            } else if (revision.kind() != row.proposal.kind()) {
                batch.conflict(row, "Its id is that of " + revision.kind().phrase());
            } else if (revision.isRetraction() && !ImportUndo.isUndone(revision)) {
                batch.conflict(row, "It was retracted" + (revision.reason() == null ? "" : ": " + revision.reason()));
            } else {
                row.version = revision.version();
                row.present = revision.isRetraction() ? null : (Linked) revision.record();
                row.record = row.proposal.record().record(row.present, shown.get(revision.id()));
                if (row.present != null && isSame(row.record, row.present)) {
                    row.outcome = ImportBatch.Outcome.UNCHANGED;
                } else if (row.present != null && row.proposal.knownAt() != null && !row.proposal.knownAt().equals(revision.at())) {
                    batch.conflict(row, "Changed here since, by " + revision.by() + " at " + revision.at());
                }
            }
        }
    }

    /** Finds out what names mean that no row before had. */
    private void learn(ImportBatch batch, ImportContext context) throws UnreadableFileException {
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

    /** Puts slugs in the places of names. */
    private void name(ImportBatch batch, ImportContext context) {
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
            } else if (row.version != null && row.present != null && isSame(row.record, row.present)) {
                row.outcome = ImportBatch.Outcome.UNCHANGED;
            }
        }
    }

    /** Takes documents that are here already, and notes those that are not. */
    private void cite(ImportBatch batch, ImportContext context) {
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

    /** What names a later row is stored without it, and completed once that is there. */
    private void detach(ImportBatch batch, ImportContext context) {
        var named = new HashSet<UUID>();
        batch.open().forEach(row -> {
            named.add(ProposalNames.above(row.record));
            row.record.links().forEach(link -> named.add(link.to()));
        });
        named.remove(null);
        if (named.isEmpty()) {
            return;
        }
        var here = itemsHere(named);
        for (var row : batch.open()) {
            var above = ProposalNames.above(row.record);
            if (above != null && !here.contains(above) && context.ids.mark(above) == ImportContext.EVENT) {
                row.record = ProposalNames.alone(row.record);
                batch.waiting.add(row.proposal.row());
            }
            var links = row.record.links().stream().filter(link -> here.contains(link.to()) || context.ids.mark(link.to()) == 0).toList();
            if (links.size() < row.record.links().size()) {
                row.record = row.record.linked(links, row.record.reason());
                if (!batch.waiting.contains(row.proposal.row())) {
                    batch.waiting.add(row.proposal.row());
                }
            }
        }
    }

    /** A chain that resolution does not give is the file's word. */
    private void speakFor(ImportBatch batch, ImportContext context) {
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

    private static StatementRecord.Speaker overridden(StatementRecord.Speaker speaker, List<Speaking.Candidate> candidates) {
        boolean resolves = candidates.stream().anyMatch(candidate -> candidate.slugs().equals(speaker.behalf()));
        boolean isAlone = candidates.isEmpty() && speaker.behalf().equals(List.of(speaker.actor()));
        return new StatementRecord.Speaker(speaker.actor(), speaker.described(), speaker.role(), speaker.behalf(), resolves ? speaker.affiliation() : null, !resolves && !isAlone);
    }

    private static List<StatementRecord.Speaker> spoken(ImportBatch.Row row) {
        return row.record instanceof StatementRecord said ? said.speakers().stream().filter(ImportRows::isSpoken).toList() : List.of();
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

    private void presume(ImportContext context, ImportBatch batch) {
        context.open().keySet().stream().filter(ImportName::isToBeMade).forEach(name -> {
            switch (name.kind()) {
                case ACTOR -> actors.presume(name.actor());
                case SOURCE -> sources.presume(name.source());
                default -> topics.presume(name.topic());
            }
        });
        var publishers = context.open().keySet().stream().filter(name -> name.kind() == RecordKind.SOURCE && name.isToBeMade())
                .collect(Collectors.toMap(name -> name.source().slug(), ImportName::source, (one, other) -> one));
        batch.documents.values().forEach(document -> {
            var publisher = publishers.containsKey(document.source()) ? publishers.get(document.source()) : sources.named(document.source()).orElse(null);
            if (publisher != null) {
                documents.presume(document, publisher);
            }
        });
    }

    private static void refuse(ImportBatch batch, RootRecord record, List<Violation> violations) {
        var row = batch.of(record.id());
        if (row != null) {
            violations.forEach(violation -> batch.refuse(row, violation.field(), violation.message()));
            return;
        }
        batch.open().stream().filter(citing -> documentsOf(citing.record).contains(record.id()))
                .forEach(citing -> violations.forEach(violation -> batch.refuse(citing, "document." + violation.field(), violation.message())));
    }

    private static Set<UUID> documentsOf(Linked record) {
        var cited = new HashSet<UUID>();
        ProposalNames.citing(record, document -> {
            cited.add(document);
            return document;
        });
        return cited;
    }

    private Set<UUID> itemsHere(Collection<UUID> ids) {
        return new HashSet<>(entities.unwrap(org.hibernate.Session.class).createNativeQuery("select id from item where id in (:ids) and not retracted", UUID.class).setParameter("ids", ids).getResultList());
    }

    private static boolean isSame(Linked one, Linked other) {
        return plain(one).equals(plain(other));
    }

    /** Why it was changed is no part of what it says. */
    private static Linked plain(Linked record) {
        return (Linked) record.linked(record.links(), null).identified(null, null);
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
