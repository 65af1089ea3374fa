package org.demarche.topic;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.text.Texts;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.Violation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Merges a topic into another: first it is shown what changes, then it is done in one go. */
@Path("/topics/{slug}/merger")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class MergerPages {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 50;
    private static final int NAMED = 60;

    @Inject
    CodeBook codeBook;
    @Inject
    PresentRecords present;
    @Inject
    Topics topics;
    @Inject
    Items items;
    @Inject
    Notice notice;

    /**
     * What merging would change.
     *
     * @param into null while it is not chosen
     * @param total statements and events that change now; with more than {@link #most} these are done first
     * @param rows the first of them
     */
    record Preview(TopicRecord from, TopicRecord into, String typed, List<Violation> violations, int total, boolean more, List<ItemRow> rows, List<Topics.TopicName> below) {
        public int most() {
            return CodeBook.MOST;
        }

        public boolean isReady() {
            return into != null && violations.isEmpty();
        }

        public int further() {
            return total - rows.size();
        }
    }

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance merger(Preview preview, List<Topics.TopicName> topics);
    }

    /** @param into label or slug of the other; nothing to be asked for it */
    @GET
    public Response preview(@PathParam("slug") String slug, @RestQuery String into) {
        return page(topic(slug), into, List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(@PathParam("slug") String slug, @RestForm String into) {
        var from = topic(slug);
        var other = other(from, into);
        if (other.isEmpty()) {
            return page(from, into == null ? "" : into, List.of());
        }
        try {
            var done = codeBook.merge(from, other.get());
            if (done.number() != null) {
                notice.savedTogether(done.number());
            }
            return Response.seeOther(URI.create(done.whole() ? other.get().page() : "/topics/" + from.slug() + "/merger?into=" + other.get().slug())).build();
        } catch (InvalidRecordException wrong) {
            return page(from, into, wrong.violations().stream().map(violation -> new Violation("", violation.message())).toList());
        } catch (StaleVersionException meanwhile) {
            return page(topic(slug), into, List.of(new Violation("", "Somebody changed one of them at the same moment. Nothing was merged: look again, and merge again.")));
        }
    }

    private Response page(TopicRecord from, String typed, List<Violation> violations) {
        var into = other(from, typed);
        var all = typed == null || into.isPresent() || typed.isBlank() ? violations : List.of(new Violation("into", wrong(from, typed)));
        var ids = codeBook.passages(from);
        var shown = into.isEmpty() ? List.<ItemRow>of() : ItemRow.of(items.of(ids.stream().limit(SHOWN).toList()));
        var preview = new Preview(from, into.orElse(null), typed == null ? "" : typed, all, Math.min(ids.size(), CodeBook.MOST), ids.size() > CodeBook.MOST, shown, topics.below(from.id()));
        return Response.status(all.isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE).entity(Templates.merger(preview, topics.all())).build();
    }

    private static String wrong(TopicRecord from, String typed) {
        return typed.strip().equalsIgnoreCase(from.label()) || typed.strip().equals(from.slug()) ? "That is this topic itself: choose another" : "There is no topic ‘" + Texts.cut(Texts.oneLine(typed), NAMED) + "’";
    }

    private Optional<TopicRecord> other(TopicRecord from, String typed) {
        return typed == null || Texts.problem(typed).isPresent() ? Optional.empty()
                : topics.called(Texts.oneLine(typed)).map(Topics.TopicName::slug).map(this::topic).filter(other -> !other.id().equals(from.id()));
    }

    private TopicRecord topic(String slug) {
        return (TopicRecord) present.of(RecordKind.TOPIC, slug).record();
    }
}
