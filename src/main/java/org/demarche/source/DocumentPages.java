package org.demarche.source;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

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
import org.demarche.text.TextPositionSelector;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.BadParameterException;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** One text of a publisher: what is known of it, and what stands in it. */
@Path("/documents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class DocumentPages {
    /** Records of which the passages are marked in the text; a document that more of them cite says so. */
    private static final int MOST_MARKED = 1_000;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,8})-(\\d{1,8})");

    @CheckedTemplate(basePath = "source")
    static class Templates {
        /** @param marked null where the text is not held */
        static native TemplateInstance document(View document, MarkedText marked, ItemPage cited, List<RevisionRow> revisions);
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
    @Inject
    Reanchoring reanchoring;

    /**
     * @param cited cursor of what cites it
     * @param at the place in its text to show, as {@code 1101-1209}: code points, the end exclusive
     */
    @GET
    @Path("{id}")
    public RestResponse<TemplateInstance> show(@PathParam("id") UUID id, @RestQuery String cited, @RestQuery String at) {
        var pointed = place(at);
        var all = revisions.of(RecordKind.DOCUMENT, id);
        if (all.isEmpty()) {
            throw new UnknownRecordException("document " + id);
        }
        if (all.get(0).isRetraction()) {
            return HistoryPages.retracted(all, null);
        }
        var record = (DocumentRecord) all.get(0).record();
        return RestResponse.ok(Templates.document(view(record), marked(record, pointed), ItemPage.of(items, TimelineQuery.ALL.with(Parameter.DOCUMENT, id.toString()), cited),
                RevisionRow.ofOne(all)));
    }

    private MarkedText marked(DocumentRecord record, TextPositionSelector pointed) {
        return record.text() == null ? null : MarkedText.of(record.text(), reanchoring.records(record, MOST_MARKED + 1), record, pointed, MOST_MARKED);
    }

    private static TextPositionSelector place(String at) {
        if (at == null || at.isBlank()) {
            return null;
        }
        var place = PLACE.matcher(at);
        if (!place.matches() || Integer.parseInt(place.group(1)) > Integer.parseInt(place.group(2))) {
            throw new BadParameterException("at", "‘" + Texts.cut(at, 60) + "’ is no place in a text; for example: at=1101-1209");
        }
        return new TextPositionSelector(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
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
