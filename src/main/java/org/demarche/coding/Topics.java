package org.demarche.coding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Roots;
import org.demarche.text.Slugs;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;
import org.hibernate.Session;

/** The code book. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Topics extends Roots<Topic, TopicRecord> {
    /** The topics that have or had these slugs, by the slug given; retracted ones and slugs of nobody are left out. One query. */
    public Map<String, TopicName> named(Collection<String> slugs) {
        var named = new HashMap<String, TopicName>();
        var asked = slugs.stream().filter(Slugs::isSlug).distinct().toList();
        if (!asked.isEmpty()) {
            getEntityManager().unwrap(Session.class)
                    .createNativeQuery("select given.slug as given, topic.id, topic.slug, label from slug given join topic on topic.id = given.record_id "
                            + "where given.record_kind = 'TOPIC' and given.slug in (:slugs) and not retracted", Object[].class)
                    .addScalar("given", String.class).addScalar("id", UUID.class).addScalar("slug", String.class).addScalar("label", String.class)
                    .setParameter("slugs", asked).getResultList().forEach(row -> named.put((String) row[0], new TopicName((UUID) row[1], (String) row[2], (String) row[3])));
        }
        return named;
    }

    /** The topics of these ids that are not retracted. One query. */
    public List<TopicName> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and retracted = false", ids).stream().map(Topics::name).toList();
    }

    /** All topics by label, for choosing one. */
    public List<TopicName> all() {
        return list("retracted = false order by label").stream().map(Topics::name).toList();
    }

    /** A topic as others name it. */
    public record TopicName(UUID id, String slug, String label) {
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TOPIC;
    }

    @Override
    public Class<TopicRecord> type() {
        return TopicRecord.class;
    }

    @Override
    public TopicRecord checked(TopicRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var label = checks.required("label", checks.line("label", given.label(), RecordLimits.NAME), given.label(), "Give it a label");
        var definition = checks.text("definition", given.definition(), RecordLimits.NOTE);
        var present = findByIdOptional(given.id()).map(topic -> topic.slug).orElse(null);
        var slug = identities.checkedSlug(kind(), given.id(), given.slug(), present, label, checks);
        String parent = null;
        if (given.parent() != null && !given.parent().isBlank()) {
            var above = checks.named("parent", given.parent(), named(List.of(given.parent())), "a topic");
            if (above != null && isAtOrBelow(above.id(), given.id())) {
                checks.add("parent", "A topic can't stand below itself");
            }
            parent = above == null ? null : above.slug();
        }
        return new TopicRecord(given.id(), slug, given.version(), label, definition, parent, checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(TopicRecord record) {
        var topic = row(record, new Topic());
        topic.slug = record.slug();
        topic.label = record.label();
        topic.definition = record.definition();
        topic.parent = record.parent() == null ? null : identities.id(kind(), record.parent()).orElseThrow();
        persistAndFlush(topic);
        identities.take(kind(), record.slug(), record.id());
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of(
                "%d topics stand below it", "select count(*) from topic where parent_id = :id and not retracted",
                "%d statements and events are about it",
                "select count(*) from item_topic join item on item.id = item_topic.item_id where topic_id = :id and not retracted",
                "%d stances are toward it",
                "select count(*) from stance join item on item.id = stance.statement_id where toward_topic_id = :id and not retracted"));
    }

    private boolean isAtOrBelow(UUID topic, UUID other) {
        for (var above = topic; above != null; above = findById(above).parent) {
            if (above.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static TopicName name(Topic topic) {
        return new TopicName(topic.id, topic.slug, topic.label);
    }
}
