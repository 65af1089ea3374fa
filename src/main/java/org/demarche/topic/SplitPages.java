package org.demarche.topic;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestQuery;

/** Splits a topic: what is ticked goes to a new one, or to another that is there. */
@Path("/topics/{slug}/split")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class SplitPages {
    private static final int UNPROCESSABLE = 422;
    /** As many as somebody ticks at one sitting; further ones are on the next page, and take a step of their own. */
    private static final int ROWS = 100;

    @Inject
    CodeBook codeBook;
    @Inject
    PresentRecords present;
    @Inject
    Topics topics;
    @Inject
    Items items;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    /**
     * @param rows to tick; once it is previewed only what is ticked
     * @param next the cursor of the page that follows, null on the last
     * @param known whether the other topic is there already
     */
    record Split(TopicRecord from, String to, String definition, Set<UUID> ticked, List<ItemRow> rows, String next, long total, boolean previewed, boolean known,
                 List<Violation> violations) {
        public boolean isTicked(ItemRow row) {
            return ticked.contains(row.item().id());
        }
    }

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance split(Split split, List<Topics.TopicName> topics);
    }

    /** @param from cursor of the passages that are shown */
    @GET
    public TemplateInstance choose(@PathParam("slug") String slug, @RestQuery String from) {
        return page(topic(slug), new FormFields(Map.of("from", from == null ? List.of() : List.of(from))), Set.of(), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response split(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        var from = topic(slug);
        var violations = new Violations();
        token.check(violations);
        var fields = new FormFields(sent).keepable(violations);
        var ticked = fields.all("item").stream().limit(ROWS).map(SplitPages::id).flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        var label = Texts.oneLine(fields.text("to"));
        if (label.isEmpty()) {
            violations.add("to", "Name the topic that they go to");
        }
        if (ticked.isEmpty()) {
            violations.add("items", "Tick what goes to the other topic");
        }
        var other = topics.called(label);
        if (other.isPresent() && other.get().id().equals(from.id())) {
            violations.add("to", "That is this topic itself: name another");
        }
        if (!violations.isEmpty()) {
            return again(from, fields, ticked, violations.list());
        }
        if (!fields.text("action").equals("save")) {
            return Response.ok(previewed(from, fields, label, ticked, other.isPresent())).build();
        }
        try {
            var to = other.map(known -> topic(known.slug())).orElse(new TopicRecord(null, null, null, label, fields.value("definition"), from.parent(), null));
            var done = codeBook.split(from, to, ticked);
            if (done.number() != null) {
                notice.savedTogether(done.number());
            }
            return Response.seeOther(URI.create("/topics/" + topics.called(label).orElseThrow().slug())).build();
        } catch (InvalidRecordException wrong) {
            return again(from, fields, ticked, wrong.violations().stream().map(violation -> new Violation(violation.field().equals("label") ? "to" : violation.field(), violation.message())).toList());
        } catch (StaleVersionException meanwhile) {
            return again(from, fields, ticked, List.of(new Violation("", "Somebody changed one of them at the same moment. Nothing was moved: look again, and save again.")));
        }
    }

    private Response again(TopicRecord from, FormFields fields, Set<UUID> ticked, List<Violation> violations) {
        return Response.status(UNPROCESSABLE).entity(page(from, fields, ticked, violations.stream()
                .map(violation -> violation.field().equals(FormToken.NAME) ? new Violation("", violation.message()) : violation).toList())).build();
    }

    private TemplateInstance page(TopicRecord from, FormFields fields, Set<UUID> ticked, List<Violation> violations) {
        var query = TimelineQuery.ALL.with(Parameter.TOPIC, from.slug()).with(Parameter.LIMIT, String.valueOf(ROWS));
        var cursor = fields.value("from");
        var slice = items.list(cursor == null ? query : query.with(Parameter.CURSOR, cursor));
        return Templates.split(new Split(from, fields.text("to"), fields.text("definition"), ticked, ItemRow.of(slice.items()), slice.next(), slice.total(), false, false, violations),
                topics.all());
    }

    private TemplateInstance previewed(TopicRecord from, FormFields fields, String label, Set<UUID> ticked, boolean known) {
        return Templates.split(new Split(from, label, fields.text("definition"), ticked, ItemRow.of(items.of(ticked)), null, ticked.size(), true, known, List.of()), topics.all());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private TopicRecord topic(String slug) {
        return (TopicRecord) present.of(RecordKind.TOPIC, slug).record();
    }
}
