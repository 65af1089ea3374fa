package org.demarche.analysis;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import org.demarche.actor.Actors;
import org.demarche.item.ActorRef;
import org.demarche.item.Directory;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The visitor comes at three: what since we last met? */
@Path("/pairs")
@Blocking
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class PairPages {
    private static final Set<String> CURSORS = Set.of("said", "heard", "promised", "meetings");
    private static final List<Parameter> ANSWERED_HERE = List.of(Parameter.KIND, Parameter.ACTOR, Parameter.WITH, Parameter.SPEAKER, Parameter.BEHALF, Parameter.TARGET, Parameter.PARTICIPANT,
            Parameter.TYPE, Parameter.EVENT_KIND, Parameter.STATUS);

    @Inject
    Pair pair;
    @Inject
    Actors actors;
    @Inject
    Directory directory;
    @Inject
    TypedActors names;

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        static native TemplateInstance pair(PairView view);
    }

    /** The page of two actors that are named as people write them. */
    @GET
    public Response choose(@RestQuery String one, @RestQuery String other) {
        return Response.seeOther(URI.create(Pair.path(typed("one", one), typed("other", other)))).build();
    }

    @GET
    @Path("{one}/{other}")
    public Response show(@RestPath String one, @RestPath String other, @Context UriInfo uri) {
        var first = known(one);
        var second = known(other);
        if (first.equals(second)) {
            throw new UnknownRecordException("pair of ‘" + first.slug() + "’ with itself");
        }
        if (!first.slug().equals(one) || !second.slug().equals(other)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY).location(URI.create(Pair.path(first, second))).build();
        }
        var given = uri.getQueryParameters();
        var asked = TimelineQuery.parse(given, directory, CURSORS).filtersOnly();
        ANSWERED_HERE.stream().filter(asked::has).findFirst().ifPresent(parameter -> {
            throw new BadParameterException(parameter.word(), parameter.word() + ": this page itself says that; it takes a window, words, topics and sources");
        });
        return Response.ok(Templates.pair(pair.view(first, second, asked, LocalDate.now().toEpochDay(), given::getFirst))).build();
    }

    private ActorRef typed(String field, String name) {
        if (name == null || name.isBlank()) {
            throw new BadParameterException(field, field + ": name an actor; write for example /pairs?one=Japan&other=NATO");
        }
        return actors.named(names.slug(field, name)).orElseThrow(() -> new BadParameterException(field, field + ": there is no actor ‘" + name.strip() + "’"));
    }

    private ActorRef known(String slug) {
        return actors.named(slug).orElseThrow(() -> new UnknownRecordException("actor " + slug));
    }
}
