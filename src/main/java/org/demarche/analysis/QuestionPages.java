package org.demarche.analysis;

import java.time.ZonedDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Role;

/** The questions of a working day, each with what it needs to be told. */
@Path("/questions")
@RolesAllowed(Role.READER)
public class QuestionPages {

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        /** @param evening of the last working day */
        static native TemplateInstance questions(String evening);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return Templates.questions(Since.read(null, ZonedDateTime.now()).words());
    }
}
