package org.demarche.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.panache.common.Page;

import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;

/** What the statements that were added last used: whoever adds one more mostly goes on with the same. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class RecentStatements {
    private static final int MOST = 40;

    @Inject
    Statements statements;
    @Inject
    Revisions revisions;

    /** Each list with the last used first, each once. */
    record Used(List<UUID> documents, List<String> speakers, List<String> targets) {
    }

    Used used() {
        var ids = statements.find("retracted = false order by id desc").page(Page.ofSize(MOST)).list().stream().map(statement -> statement.id).toList();
        var records = revisions.present(RecordKind.STATEMENT, ids).values().stream().sorted(Comparator.comparing(RevisionView::number).reversed())
                .map(revision -> (StatementRecord) revision.record()).toList();
        return new Used(records.stream().map(record -> record.preferred().document()).distinct().toList(),
                records.stream().flatMap(record -> record.speakers().stream()).map(StatementRecord.Speaker::actor).filter(Objects::nonNull).distinct().toList(),
                records.stream().flatMap(record -> record.targets().stream()).distinct().toList());
    }
}
