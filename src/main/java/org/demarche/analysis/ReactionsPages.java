package org.demarche.analysis;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.web.BadParameterException;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** Who has reacted to an event, and who is silent? */
@Path("/events/{id}/reactions")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReactionsPages {
    private static final int UNPROCESSABLE = 422;

    @Inject
    Reactions reactions;
    @Inject
    Revisions revisions;
    @Inject
    History history;
    @Inject
    ReactionsAsked asked;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        static native TemplateInstance reactions(ReactionsView view);
    }

    @GET
    @RolesAllowed(Role.READER)
    public TemplateInstance show(@RestPath UUID id, @Context UriInfo uri) {
        var given = uri.getQueryParameters();
        given.keySet().stream().filter(word -> !word.equals("of")).findFirst().ifPresent(word -> {
            throw new BadParameterException(word, "‘" + word + "’ is no parameter of this page; it takes ‘of’, once for each actor");
        });
        return Templates.reactions(reactions.view(asked.event(id), asked.of(given.getOrDefault("of", List.of())), new FormFields(Map.of()), List.of()));
    }

    /** Keeps that somebody looked and found nothing. */
    @POST
    @Path("findings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response keep(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        var event = asked.event(id);
        var violations = new Violations();
        var fields = new FormFields(sent).keepable(violations);
        token.check(violations);
        var of = asked.of(fields.all("of"));
        if (violations.isEmpty()) {
            try {
                var kept = history.keep(new NegativeFindingRecord(null, null, id, fields.value("actor"), fields.value("looked"), fields.value("note"), null));
                notice.saved(revisions.present(RecordKind.NEGATIVE_FINDING, kept.id()).map(RevisionView::number).orElseThrow());
                return Response.seeOther(URI.create("/events/" + id + "/reactions" + query(of))).build();
            } catch (InvalidRecordException wrong) {
                wrong.violations().forEach(violation -> violations.add(violation.field(), violation.message()));
            }
        }
        return Response.status(UNPROCESSABLE).entity(Templates.reactions(reactions.view(event, of, fields, violations.list()))).build();
    }

    private static String query(List<String> of) {
        return of.isEmpty() ? "" : "?of=" + String.join("&of=", of);
    }
}
