package org.demarche.statement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.coding.Topics;
import org.demarche.event.ItemChecks;
import org.demarche.event.Links;
import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.demarche.history.Roots;
import org.demarche.item.ActorRef;
import org.demarche.item.ItemKind;
import org.demarche.source.AnchorRecord;
import org.demarche.source.Citing;
import org.demarche.web.Violations;

/** All statements. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Statements extends Roots<Statement, StatementRecord> implements Citing {
    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    StatementChecks checks;
    @Inject
    ItemChecks itemChecks;
    @Inject
    Links links;

    @Override
    public RecordKind kind() {
        return RecordKind.STATEMENT;
    }

    @Override
    public Class<StatementRecord> type() {
        return StatementRecord.class;
    }

    @Override
    public void ahead(List<StatementRecord> records) {
        checks.ahead(records);
    }

    @Override
    public StatementRecord checked(StatementRecord given, Violations violations) {
        return checks.checked(given, violations);
    }

    @Override
    public void store(StatementRecord record) {
        var statement = row(record, new Statement());
        statement.clear();
        if (record.version() > 1) {
            flush();
        }
        Map<String, ActorRef> actorNames = actors.named(actorsOf(record).toList());
        var topicNames = topics.named(Stream.concat(record.topics().stream(), record.stances().stream().map(StatementRecord.Stance::toward)).toList());
        statement.write(record, slug -> slug == null || !actorNames.containsKey(slug) ? null : actorNames.get(slug).id(),
                slug -> topicNames.containsKey(slug) ? topicNames.get(slug).id() : null);
        persist(statement);
        itemChecks.appeared(record.id());
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of("%d links lead to it", "select count(*) from link join item on item.id = from_id where to_id = :id and not retracted"));
    }

    @Override
    public Set<UUID> used(Collection<UUID> ids) {
        return used(ids, List.of("select distinct to_id as used from link join item on item.id = from_id where to_id in (:ids) and not retracted"));
    }

    @Override
    public List<UUID> citing(UUID document, int most) {
        var itself = getEntityManager().createQuery("select distinct s.id from Statement s join s.renderings r join r.citation c where c.document = :document and s.retracted = false order by s.id", UUID.class)
                .setParameter("document", document).setMaxResults(most).getResultList();
        return Stream.concat(itself.stream(), links.citing(document, ItemKind.STATEMENT, most).stream()).distinct().sorted().limit(most).toList();
    }

    @Override
    public StatementRecord reanchored(RootRecord record, UUID document, UnaryOperator<AnchorRecord> anchor, String reason) {
        var said = (StatementRecord) record;
        return new StatementRecord(said.id(), said.version(), said.date(), said.dateBasis(), said.time(), said.summary(), said.event(), said.instrument(), said.topics(), said.speakers(),
                said.addressees(), said.targets(), said.stances(), said.renderings().stream().map(rendering -> rendering.reanchored(document, anchor)).toList(), said.codings(),
                said.links().stream().map(link -> link.reanchored(document, anchor)).toList(), reason);
    }

    /** All slugs of a record that name actors, and those of stances that may name topics; with repeats. */
    static Stream<String> actorsOf(StatementRecord record) {
        return Stream.of(
                record.speakers().stream().flatMap(speaker -> Stream.concat(Stream.ofNullable(speaker.actor()), speaker.behalf() == null ? Stream.empty() : speaker.behalf().stream())),
                record.addressees().stream(), record.targets().stream(),
                record.stances().stream().flatMap(stance -> Stream.of(stance).map(StatementRecord.Stance::holder)),
                record.stances().stream().map(StatementRecord.Stance::toward),
                record.renderings().stream().map(StatementRecord.Rendering::via)).flatMap(slugs -> slugs).filter(Objects::nonNull);
    }
}
