package org.demarche.collection;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.Author;
import org.demarche.history.HistoryPages;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.Revisions;
import org.demarche.item.Directory;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.DateWords;
import org.demarche.web.BadParameterException;
import org.demarche.web.Paging;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Curated timelines: what is kept under a title, and what is new in it since somebody last looked. */
@Path("/collections")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class CollectionPages {
    private static final int ROWS = 20;

    @CheckedTemplate(basePath = "collection")
    static class Templates {
        static native TemplateInstance list(List<Row> collections, Paging paging);

        /**
         * @param timeline where it is seen as it was kept
         * @param fresh null where the person never looked before
         * @param broken why the query can't be asked any more, null where it can
         */
        static native TemplateInstance show(CollectionRecord collection, String timeline, Fresh fresh, ItemPage items, String broken, List<RevisionRow> revisions);
    }

    /**
     * What is new since the person last looked.
     *
     * @param since in words
     * @param timeline where just these are seen
     */
    record Fresh(long total, String since, String timeline) {
    }

    /** @param fresh null where the person never looked */
    record Row(CollectionRecord collection, long total, Fresh fresh) {
    }

    @Inject
    Collections collections;
    @Inject
    Looks looks;
    @Inject
    Author author;
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    Directory directory;

    @GET
    public TemplateInstance list(@RestQuery String page) {
        int number = Paging.number(page);
        var found = collections.page((number - 1) * ROWS, ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        return Templates.list(rows(shown), new Paging(number, found.size() > ROWS));
    }

    /** @param items cursor of what is in it */
    @GET
    @Path("{slug}")
    public RestResponse<TemplateInstance> show(@PathParam("slug") String slug, @RestQuery("items") String cursor) {
        var all = identities.id(RecordKind.COLLECTION, slug).map(id -> revisions.of(RecordKind.COLLECTION, id)).orElseThrow(() -> new UnknownRecordException("collection " + slug));
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, null);
        }
        var record = (CollectionRecord) all.get(0).record();
        if (!record.slug().equals(slug)) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.MOVED_PERMANENTLY).location(URI.create(record.page())).build();
        }
        var after = looks.look(author.name(), record.id(), items.revision(), Instant.now());
        try {
            var query = TimelineQuery.ofQueryString(record.query(), directory);
            var fresh = after == null ? null : fresh(record, moment(after));
            return RestResponse.ok(Templates.show(record, query.at("/timeline"), fresh == null ? null : fresh.counted(items.counts(List.of(fresh.query)).get(0).all()),
                    ItemPage.of(items, query.filtersOnly(), cursor), null, RevisionRow.ofOne(all)));
        } catch (BadParameterException gone) {
            // An actor, document or event that it names was retracted since.
            if (cursor != null && gone.getMessage().startsWith(Parameter.CURSOR.word())) {
                throw gone;
            }
            return RestResponse.ok(Templates.show(record, null, null, null, gone.getMessage(), RevisionRow.ofOne(all)));
        }
    }

    private List<Row> rows(List<CollectionRecord> shown) {
        var seen = looks.of(author.name(), shown.stream().map(CollectionRecord::id).toList());
        var moments = revisions.moments(seen.values().stream().map(Looks.Look::seen).distinct().toList());
        var queries = shown.stream().map(record -> TimelineQuery.ofQueryString(record.query(), new KeptDirectory(record.query())).filtersOnly()).toList();
        var news = new HashMap<UUID, Asked>();
        for (int row = 0; row < shown.size(); row++) {
            var record = shown.get(row);
            var moment = seen.containsKey(record.id()) ? moments.get(seen.get(record.id()).seen()) : null;
            if (moment != null) {
                news.put(record.id(), fresh(record, moment));
            }
        }
        var totals = items.counts(queries);
        var fresh = fresh(news);
        return IntStream.range(0, shown.size()).mapToObj(row -> new Row(shown.get(row), totals.get(row).all(), fresh.get(shown.get(row).id()))).toList();
    }

    private Map<UUID, Fresh> fresh(Map<UUID, Asked> news) {
        var ids = List.copyOf(news.keySet());
        var totals = items.counts(ids.stream().map(id -> news.get(id).query).toList());
        var fresh = new HashMap<UUID, Fresh>();
        for (int index = 0; index < ids.size(); index++) {
            fresh.put(ids.get(index), news.get(ids.get(index)).counted(totals.get(index).all()));
        }
        return fresh;
    }

    /** What is to be counted, before it is. */
    private record Asked(TimelineQuery query, String since, String timeline) {
        Fresh counted(long total) {
            return new Fresh(total, since, timeline);
        }
    }

    /** Instants are kept to the millisecond, and the last change that was seen is not new. The count is of what the link shows. */
    private static Asked fresh(CollectionRecord record, Instant moment) {
        var query = "collection=" + record.slug() + "&recorded=" + moment.plusMillis(1) + "/..";
        return new Asked(TimelineQuery.ofQueryString(query, new KeptDirectory(record.query())), DateWords.moment(moment), "/timeline?" + query);
    }

    private Instant moment(long number) {
        return Objects.requireNonNullElse(revisions.moments(List.of(number)).get(number), Instant.EPOCH);
    }
}
