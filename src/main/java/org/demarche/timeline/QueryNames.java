package org.demarche.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.coding.Topics;
import org.demarche.history.Revisions;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.source.Documents;
import org.demarche.source.Sources;

/** Finds the names of what a query's values name, so that people read names and not slugs and ids. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class QueryNames {
    private static final List<Parameter> ACTORS = List.of(Parameter.ACTOR, Parameter.WITH, Parameter.SPEAKER, Parameter.BEHALF, Parameter.ADDRESSEE, Parameter.TARGET, Parameter.PARTICIPANT);

    @Inject
    Actors actors;
    @Inject
    Topics topics;
    @Inject
    Sources sources;
    @Inject
    Documents documents;
    @Inject
    Items items;
    @Inject
    Revisions revisions;

    /** By value; what has no name of its own is left out. */
    public Map<String, String> of(TimelineQuery query) {
        var names = new HashMap<String, String>();
        var moment = query.asOf().orElse(null);
        long number = moment == null ? Revisions.NOW : revisions.lastBefore(moment.until());
        var slugs = ACTORS.stream().flatMap(parameter -> query.values(parameter).stream()).toList();
        (moment == null ? actors.named(slugs) : actors.ever(slugs)).forEach((slug, actor) -> names.put(slug, actor.shortName()));
        (moment == null ? topics.named(query.values(Parameter.TOPIC)) : topics.ever(query.values(Parameter.TOPIC))).forEach((slug, topic) -> names.put(slug, topic.label()));
        sources.ever(query.values(Parameter.SOURCE)).forEach((slug, source) -> names.put(slug, source.name()));
        documents.named(ids(query.values(Parameter.DOCUMENT)), number).forEach((id, document) -> names.put(id.toString(), document.title()));
        items.of(ids(query.values(Parameter.EVENT)), moment).forEach(event -> names.put(event.id().toString(), event.title()));
        return names;
    }

    /** What a query asks, in words: 'Statements on behalf of China, about NATO'. */
    public String title(TimelineQuery query) {
        return new QueryWords(query, of(query)).title();
    }

    private static Collection<UUID> ids(List<String> values) {
        return values.stream().map(UUID::fromString).toList();
    }
}
