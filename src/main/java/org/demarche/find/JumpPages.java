package org.demarche.find;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;
import org.demarche.web.Role;
import org.jboss.resteasy.reactive.RestQuery;

/** Find anything: always a page, also where one thing alone is found, so that Enter too early leads nowhere by surprise. */
@Path("/jump")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.READER)
public class JumpPages {
    private static final int LONGEST = 200;

    @Inject
    Jump jump;

    @CheckedTemplate(basePath = "find")
    static class Templates {
        static native TemplateInstance jump(Found found);
    }

    @GET
    public TemplateInstance jump(@RestQuery String q) {
        var typed = q == null ? "" : Texts.oneLine(Texts.normalise(q));
        Texts.problem(typed).ifPresent(problem -> {
            throw new BadParameterException("q", "q: " + problem);
        });
        if (Texts.length(typed) > LONGEST) {
            throw new BadParameterException("q", "q: is longer than " + LONGEST + " characters");
        }
        return Templates.jump(jump.to(typed));
    }
}
