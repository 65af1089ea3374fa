package org.demarche.source;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Role;
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
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishers: how far each is relied on, its documents and what they report. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class SourcePages {
    private static final int ROWS = 50;
    private static final int DOCUMENTS = 20;

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance list(List<Sources.SourceName> sources, Paging paging);

        static native TemplateInstance show(Sources.SourceName source, List<Documents.DocumentName> documents, Paging paging, ItemPage reported,
                                            List<RevisionRow> revisions);
    }

    @Inject
    Sources sources;
    @Inject
    Documents documents;
    @Inject
    Identities identities;
    @Inject
    Revisions revisions;
    @Inject
    Items items;

    @GET
    public TemplateInstance list(@RestQuery String page) {
        int number = Paging.number(page);
        var found = sources.page((number - 1) * ROWS, ROWS + 1);
        return Templates.list(found.stream().limit(ROWS).toList(), new Paging(number, found.size() > ROWS));
    }

    /**
     * @param page of its documents
     * @param reported cursor of what they report
     */
    @GET
    @Path("{slug}")
    public RestResponse<TemplateInstance> show(@PathParam("slug") String slug, @RestQuery String page, @RestQuery String reported) {
        var all = identities.id(RecordKind.SOURCE, slug).map(id -> revisions.of(RecordKind.SOURCE, id)).orElseThrow(() -> new UnknownRecordException("source " + slug));
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, null);
        }
        var record = (SourceRecord) all.get(0).record();
        if (!record.slug().equals(slug)) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.MOVED_PERMANENTLY).location(URI.create(record.page())).build();
        }
        int number = Paging.number(page);
        var found = documents.newest(record.id(), (number - 1) * DOCUMENTS, DOCUMENTS + 1);
        return RestResponse.ok(Templates.show(new Sources.SourceName(record.id(), record.slug(), record.name(), record.reliability()),
                found.stream().limit(DOCUMENTS).toList(), new Paging(number, found.size() > DOCUMENTS),
                ItemPage.of(items, TimelineQuery.ALL.with(Parameter.SOURCE, record.slug()), reported), RevisionRow.ofOne(all)));
    }
}
