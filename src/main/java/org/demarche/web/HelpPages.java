package org.demarche.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Help is for everybody, also before a sign-in. */
@Path("/help")
public class HelpPages {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance help();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    public TemplateInstance help() {
        return Templates.help();
    }
}
