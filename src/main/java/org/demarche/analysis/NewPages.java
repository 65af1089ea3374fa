package org.demarche.analysis;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import org.demarche.item.Directory;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.demarche.web.Role;

/** What is new since Friday 18:00? */
@Path(WhatIsNew.PATH)
@Blocking
@RolesAllowed(Role.READER)
public class NewPages {
    private static final Set<String> OWN = Set.of(Since.PARAMETER, "came", "late", "planned", "overdue");
    private static final List<Parameter> ANSWERED_HERE = List.of(Parameter.RECORDED, Parameter.FROM, Parameter.TO, Parameter.WHEN, Parameter.STATUS);

    @Inject
    WhatIsNew whatIsNew;
    @Inject
    Directory directory;
    @Inject
    TypedActors typed;

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        static native TemplateInstance whatIsNew(NewView view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context UriInfo uri) {
        var given = uri.getQueryParameters();
        var asked = TimelineQuery.parse(typed.asSlugs(given), directory, OWN);
        ANSWERED_HERE.stream().filter(asked::has).findFirst().ifPresent(parameter -> {
            throw new BadParameterException(parameter.word(), parameter.word() + ": this page looks at what was recorded since a moment; say which with ‘since’");
        });
        var now = ZonedDateTime.now();
        return Templates.whatIsNew(whatIsNew.view(asked.filtersOnly(), Since.read(given.getFirst(Since.PARAMETER), now), now, given::getFirst));
    }
}
