package org.demarche.coding;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.history.AsRecorded;
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
    /** So many mergers in a row are followed: A into B, B into C. */
    private static final int MERGERS = 20;

    @Inject
    AsRecorded asRecorded;

    /**
     * The topics that have or had these slugs, by the slug given; one that was merged is the topic that it was merged into. Retracted ones
     * and slugs of nobody are left out. One query, but for mergers.
     */
    public Map<String, TopicName> named(Collection<String> slugs) {
        return remembered.answers("topic of slug", slugs.stream().filter(Slugs::isSlug).toList(), this::ofSlugs);
    }

    /** Lets checks take a topic to be there that will be made before what they check: see {@link org.demarche.history.Change#checkAll}. */
    public void presume(TopicName topic) {
        remembered.note("topic of slug", topic.slug(), topic);
    }

    /** The topics that have or had these slugs, by the slug given, themselves even where they were retracted or merged since. Two queries. */
    public Map<String, TopicName> ever(Collection<String> slugs) {
        var named = new HashMap<String, TopicName>();
        if (!slugs.isEmpty()) {
            var ids = identities.ids(kind(), slugs);
            var byId = list("id in ?1", ids.values()).stream().collect(Collectors.toMap(topic -> topic.id, Topics::name));
            ids.forEach((slug, id) -> named.put(slug, byId.get(id)));
        }
        return named;
    }

    /** The topics of these ids, retracted ones too. One query. */
    public List<TopicName> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids).stream().map(Topics::name).toList();
    }

    /** A page of the topics by label. */
    public List<Listed> page(int first, int most) {
        return getEntityManager().createQuery("select t.id, t.slug, t.label, t.definition, above.slug, above.label from Topic t left join Topic above on above.id = t.parent "
                + "where t.retracted = false order by t.label, t.id", Object[].class).setFirstResult(first).setMaxResults(most).getResultList().stream()
                .map(row -> new Listed(new TopicName((UUID) row[0], (String) row[1], (String) row[2]), (String) row[3], (String) row[4], (String) row[5])).toList();
    }

    /** @param parent the slug of the topic above it, null where there is none */
    public record Listed(TopicName name, String definition, String parent, String parentLabel) {
    }

    /** The topics right below this one, by label. */
    public List<TopicName> below(UUID topic) {
        return list("parent = ?1 and retracted = false order by label", topic).stream().map(Topics::name).toList();
    }

    /** The topic whose label or slug this is, whatever the case of the label. */
    public Optional<TopicName> called(String typed) {
        var exactly = find("lower(label) = ?1 and retracted = false order by label", typed.toLowerCase(Locale.ROOT)).firstResultOptional().map(Topics::name);
        return exactly.or(() -> Optional.ofNullable(named(List.of(typed)).get(typed)));
    }

    /** Statements and events that have the topic or a stance toward it, retracted ones left out, at most so many. */
    public List<UUID> passages(UUID topic, int most) {
        return getEntityManager().unwrap(Session.class).createNativeQuery("select item.id from item where not retracted and id in "
                + "(select item_id from item_topic where topic_id = :topic union select statement_id from stance where toward_topic_id = :topic) order by id", Object.class)
                .addScalar("id", UUID.class).setParameter("topic", topic).setMaxResults(most).getResultList().stream().map(UUID.class::cast).toList();
    }

    /** Lets the slug of a retracted topic lead to another while it is retracted; to do an undone merger again is to retract it again. */
    public void merged(UUID topic, UUID into) {
        update("mergedInto = ?1 where id = ?2 and retracted = true", into, topic);
    }

    /** Which retracted topics were merged into which, by the id of the retracted one. */
    public Map<UUID, UUID> mergers() {
        var mergers = new TreeMap<UUID, UUID>(Comparator.comparing(UUID::toString));
        list("retracted = true and mergedInto is not null").forEach(topic -> mergers.put(topic.id, topic.mergedInto));
        return mergers;
    }

    /** The topic that this one, now retracted, was merged into; empty where it was not. */
    public Optional<TopicName> mergedInto(TopicRecord retracted) {
        return findByIdOptional(retracted.id()).filter(topic -> topic.retracted).map(topic -> mergedInto(topic.mergedInto));
    }

    public boolean isBelow(UUID topic, UUID other) {
        return !topic.equals(other) && isAtOrBelow(topic, other);
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
            if (above != null && !asRecorded.isEarlier() && isAtOrBelow(above.id(), given.id())) {
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
        persist(topic);
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

    private Map<String, TopicName> ofSlugs(List<String> slugs) {
        var named = new HashMap<String, TopicName>();
        getEntityManager().unwrap(Session.class)
                .createNativeQuery("select given.slug as given, topic.id, topic.slug, label, retracted, merged_into_id from slug given join topic on topic.id = given.record_id "
                        + "where given.record_kind = 'TOPIC' and given.slug in (:slugs)", Object[].class)
                .addScalar("given", String.class).addScalar("id", UUID.class).addScalar("slug", String.class).addScalar("label", String.class)
                .addScalar("retracted", Boolean.class).addScalar("merged_into_id", UUID.class)
                .setParameter("slugs", slugs).getResultList().forEach(row -> {
                    var name = (Boolean) row[4] ? mergedInto((UUID) row[5]) : new TopicName((UUID) row[1], (String) row[2], (String) row[3]);
                    if (name != null) {
                        named.put((String) row[0], name);
                    }
                });
        return named;
    }

    /** Null where that was retracted too, for another reason. */
    private TopicName mergedInto(UUID id) {
        var topic = id == null ? null : findById(id);
        for (int followed = 0; followed < MERGERS && topic != null && topic.retracted; followed++) {
            topic = topic.mergedInto == null ? null : findById(topic.mergedInto);
        }
        return topic == null || topic.retracted ? null : name(topic);
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
