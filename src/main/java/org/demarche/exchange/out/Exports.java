package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.Cameo;
import org.demarche.coding.Plover;
import org.demarche.collection.CollectionRecord;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.AsOf;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.timeline.QueryNames;
import org.demarche.timeline.TimelineSvgResource;
import org.demarche.web.BaseUrl;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the items of a query away. */
@ApplicationScoped
public class Exports {
    private static final List<String> CODE_BOOKS = List.of(Plover.SCHEME, Cameo.SCHEME);

    @Inject
    Items items;
    @Inject
    QueryNames names;
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;
    @Inject
    TimelineSvgResource drawings;
    @Inject
    BaseUrl baseUrl;
    @ConfigProperty(name = "demarche.licence")
    Optional<String> licence;
    @ConfigProperty(name = "quarkus.application.version")
    String version;

    /** What was written, and where it is from. */
    public record Written(Provenance provenance, Provenance.Rows rows) {
        /** For a file beside it. */
        public Map<String, Object> entries() {
            var all = new LinkedHashMap<>(provenance.entries());
            all.putAll(Provenance.entries(rows));
            return all;
        }
    }

    /** Writes the whole file and leaves the stream open. Memory does not grow with the number of items. */
    public Written write(ExportFormat format, TimelineQuery query, OutputStream out) throws IOException {
        var export = of(format, query, Instant.now());
        format.write(export, out);
        return new Written(export.provenance(), export.rows());
    }

    /** How many rows the file would have. All items are read. */
    long count(ExportFormat format, TimelineQuery query) throws IOException {
        return format.count(of(format, query, Instant.now()));
    }

    /** What the same file would be known by, without the time: another one where anything is recorded in between. */
    String tag(ExportFormat format, TimelineQuery query) {
        return items.revision() + "-" + Integer.toHexString(List.of(query.toString(), format.word(), licence.orElse(""), version, baseUrl.at("/")).hashCode());
    }

    Export of(ExportFormat format, TimelineQuery query, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var collection = collection(query);
            var title = collection.map(CollectionRecord::title).orElseGet(() -> names.title(query));
            var provenance = new Provenance(title, query.toString(), baseUrl.at(query.at(format.path())), at.truncatedTo(ChronoUnit.SECONDS), query.asOf().map(AsOf::text).orElse(null),
                    items.revision(), CODE_BOOKS, licence.orElse(null), "Démarche " + version);
            return new Export(query, provenance, collection.map(CollectionRecord::introduction).orElse(null), items, baseUrl,
                    new Export.Sources(this::actors, () -> QuarkusTransaction.requiringNew().call(() -> drawings.drawing(query.without(Parameter.LIMIT).without(Parameter.CURSOR).without(Parameter.BOM)))));
        });
    }

    /** Where the query is just a collection, as it is or was. */
    private Optional<CollectionRecord> collection(TimelineQuery query) {
        var slugs = query.values(Parameter.COLLECTION);
        if (slugs.size() != 1 || !query.filtersOnly().asKnown(null).without(Parameter.COLLECTION).equals(TimelineQuery.ALL)) {
            return Optional.empty();
        }
        return identities.id(RecordKind.COLLECTION, slugs.get(0)).flatMap(id -> revisions.present(RecordKind.COLLECTION, id)).map(revision -> (CollectionRecord) revision.record());
    }

    private Map<UUID, ActorRecord> actors(Collection<UUID> ids) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var records = new HashMap<UUID, ActorRecord>();
            revisions.present(RecordKind.ACTOR, ids).forEach((id, revision) -> records.put(id, (ActorRecord) revision.record()));
            return records;
        });
    }
}
