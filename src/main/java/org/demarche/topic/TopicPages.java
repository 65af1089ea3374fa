package org.demarche.topic;

import java.net.URI;
import java.util.List;
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

import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.HistoryPages;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.Revisions;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.Paging;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The code book: its topics, and all that is said on one of them. */
@Path("/topics")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class TopicPages {
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance list(List<Row> topics, Paging paging);

        /** @param above null where it stands at the top */
        static native TemplateInstance show(TopicRecord topic, Topics.TopicName above, List<Topics.TopicName> below, ItemPage passages, List<RevisionRow> revisions);
    }

    @Inject
    Topics topics;
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;
    @Inject
    Items items;

    /** @param total statements and events that have it */
    record Row(Topics.Listed topic, long total) {
    }

    @GET
    public TemplateInstance list(@RestQuery String page) {
        int number = Paging.number(page);
        var found = topics.page((number - 1) * ROWS, ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        var totals = items.counts(shown.stream().map(topic -> of(topic.name().slug())).toList());
        return Templates.list(IntStream.range(0, shown.size()).mapToObj(row -> new Row(shown.get(row), totals.get(row).all())).toList(), new Paging(number, found.size() > ROWS));
    }

    /** @param passages cursor of what is said on it */
    @GET
    @Path("{slug}")
    public RestResponse<TemplateInstance> show(@PathParam("slug") String slug, @RestQuery String passages) {
        var all = identities.id(RecordKind.TOPIC, slug).map(id -> revisions.of(RecordKind.TOPIC, id)).orElseThrow(() -> new UnknownRecordException("topic " + slug));
        if (all.get(0).isRetraction()) {
            // Not for good: the merger may be undone.
            return topics.mergedInto((TopicRecord) all.get(1).record()).map(into -> to(RestResponse.Status.SEE_OTHER, into.slug())).orElseGet(() -> HistoryPages.retracted(all, null));
        }
        var record = (TopicRecord) all.get(0).record();
        if (!record.slug().equals(slug)) {
            return to(RestResponse.Status.MOVED_PERMANENTLY, record.slug());
        }
        var above = record.parent() == null ? null : topics.named(List.of(record.parent())).get(record.parent());
        return RestResponse.ok(Templates.show(record, above, topics.below(record.id()), ItemPage.of(items, of(slug), passages), RevisionRow.ofOne(all)));
    }

    private static RestResponse<TemplateInstance> to(RestResponse.Status status, String slug) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status).location(URI.create("/topics/" + slug)).build();
    }

    private static TimelineQuery of(String slug) {
        return TimelineQuery.ALL.with(Parameter.TOPIC, slug);
    }
}
