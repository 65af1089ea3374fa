package org.demarche.event;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.source.FormSources;
import org.demarche.time.FourDays;
import org.demarche.web.Again;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** Links a statement or an event to another, and takes a link off, from either end. */
@Path("/items/{id}/links")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class LinkPages {
    /** As the answer to which of the two is the later one. */
    static final String THIS = "this";
    static final String OTHER = "other";

    private static final int UNPROCESSABLE = 422;
    private static final int NEAR = 8;
    private static final int DAYS_AROUND = 30;

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance link(LinkForm form);

        /** @param wrong why it was not taken off, null where it is only asked */
        static native TemplateInstance unlink(ItemRow from, ItemRow to, String kind, String action, String wrong);
    }

    @Inject
    Linking linking;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    FormSources formSources;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @GET
    public TemplateInstance ask(@RestPath UUID id) {
        return page(item(id), new FormFields(Map.of()), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response link(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        var item = item(id);
        var fields = new FormFields(sent);
        var problems = new Violations();
        token.check(problems);
        var made = Again.after(StaleVersionException.class, () -> linking.link(item, fields, problems));
        int status = fields.text("action").equals("save") ? UNPROCESSABLE : Response.Status.OK.getStatusCode();
        return made.holder() == null ? Response.status(status).entity(page(item, made.fields(), made.violations())).build() : saved(made.holder(), item);
    }

    /** @param to the earlier end */
    @GET
    @Path("{kind}/{to}")
    public TemplateInstance askToTakeOff(@RestPath UUID id, @RestPath String kind, @RestPath UUID to) {
        return unlink(id, kind, to, null);
    }

    @POST
    @Path("{kind}/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response takeOff(@RestPath UUID id, @RestPath String kind, @RestPath UUID to) {
        var problems = new Violations();
        token.check(problems);
        if (!problems.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(unlink(id, kind, to, problems.list().get(0).message())).build();
        }
        return saved(linking.unlink(item(id), kind, to), item(to));
    }

    private TemplateInstance unlink(UUID from, String kind, UUID to, String wrong) {
        var later = item(from);
        linking.find(later, kind, to);
        return Templates.unlink(ItemRow.of(later), ItemRow.of(item(to)), LinkKind.valueOf(kind).label(), "/items/" + from + "/links/" + kind + "/" + to, wrong);
    }

    private Response saved(Linked holder, Item shown) {
        notice.saved(revisions.present(kind(shown.id().equals(holder.id()) ? shown : item(holder.id())), holder.id()).orElseThrow().number());
        return Response.seeOther(URI.create(ItemRow.of(shown).page() + "#thread")).build();
    }

    private TemplateInstance page(Item item, FormFields fields, List<Violation> violations) {
        return Templates.link(new LinkForm(ItemRow.of(item), near(item), List.copyOf(formSources.offered(List.of()).keySet()), fields, violations));
    }

    /** The last ones before it and the first after it, the newest first. */
    private List<ItemRow> near(Item item) {
        var days = item.when().stands();
        if (days.s1() == FourDays.MINUS_INFINITY || days.e2() == FourDays.PLUS_INFINITY) {
            return List.of();
        }
        var some = TimelineQuery.ALL.with(Parameter.LIMIT, String.valueOf(NEAR));
        var after = items.list(some.with(Parameter.FROM, day(days.e2())).with(Parameter.TO, day(days.e2() + DAYS_AROUND))).items();
        var before = items.list(some.with(Parameter.FROM, day(days.s1() - DAYS_AROUND)).with(Parameter.TO, day(days.e2())).with(Parameter.SORT, "-date")).items();
        var all = Stream.concat(before.stream(), after.stream()).filter(other -> !other.id().equals(item.id())).distinct()
                .sorted(java.util.Comparator.comparingLong((Item other) -> other.when().stands().s1()).reversed()).toList();
        return ItemRow.of(all);
    }

    private static String day(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private Item item(UUID id) {
        return items.of(List.of(id)).stream().findFirst().orElseThrow(() -> new UnknownRecordException("statement or event " + id));
    }

    static RecordKind kind(Item item) {
        return item.isStatement() ? RecordKind.STATEMENT : RecordKind.EVENT;
    }
}
