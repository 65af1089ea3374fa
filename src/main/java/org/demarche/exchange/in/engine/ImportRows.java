package org.demarche.exchange.in.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.demarche.actor.Actors;
import org.demarche.coding.Topics;
import org.demarche.event.Linked;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.history.Change;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.item.Item;
import org.demarche.item.ItemSource;
import org.demarche.source.Documents;
import org.demarche.source.Sources;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Violation;

/** Brings the rows of a batch into records with slugs and ids, and checks or keeps them. Within the transaction of a {@link Change}. */
@ApplicationScoped
class ImportRows {
    @Inject
    Revisions revisions;
    @Inject
    ImportNaming naming;
    @Inject
    Actors actors;
    @Inject
    Sources sources;
    @Inject
    Topics topics;
    @Inject
    Documents documents;
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
        naming.learn(batch, context);
        naming.name(batch, context);
        naming.cite(batch, context);
        detach(batch, context);
        naming.speakFor(batch, context);
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
                if (row.isAsPresent()) {
                    row.outcome = ImportBatch.Outcome.UNCHANGED;
                } else if (row.present != null && row.proposal.knownAt() != null && !row.proposal.knownAt().equals(revision.at())) {
                    batch.conflict(row, "Changed here since, by " + revision.by() + " at " + revision.at());
                }
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
}
