package org.demarche.source;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionRow;
import org.demarche.history.Revisions;
import org.demarche.item.ItemPage;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** One text of a publisher: what is known of it, and what stands in it. */
@Path("/documents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class DocumentPages {

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance document(View document, ItemPage cited, List<RevisionRow> revisions);
    }

    /**
     * @param source null where it was retracted
     * @param published in words, null where unknown; {@code retrieved} and {@code language} alike
     * @param characters of its text, null where that is not held
     */
    record View(DocumentRecord record, Sources.SourceName source, String published, String retrieved, String language, Integer characters) {
    }

    @Inject
    Revisions revisions;
    @Inject
    Sources sources;
    @Inject
    Items items;

    /** @param cited cursor of what cites it */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String cited) {
        var all = revisions.of(RecordKind.DOCUMENT, id);
        if (all.isEmpty()) {
            throw new UnknownRecordException("document " + id);
        }
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, null);
        }
        var record = (DocumentRecord) all.get(0).record();
        return RestResponse.ok(Templates.document(view(record), ItemPage.of(items, TimelineQuery.ALL.with(Parameter.DOCUMENT, id.toString()), cited),
                RevisionRow.ofOne(all)));
    }

    private View view(DocumentRecord record) {
        return new View(record, sources.named(record.source()).orElse(null), words(record.published()), words(record.retrieved()),
                record.language() == null ? null : Locale.forLanguageTag(record.language()).getDisplayName(Locale.ENGLISH),
                record.text() == null ? null : Texts.length(record.text()));
    }

    private static String words(String date) {
        return date == null ? null : DateWords.words(EdtfDate.parse(date));
    }
}
