package org.demarche.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Help is for everybody, also before a sign-in. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HelpPages {

    @CheckedTemplate(basePath = "help")
    static class Templates {
        static native TemplateInstance index();

        static native TemplateInstance capture(String bookmark);
    }

    @GET
    @PermitAll
    public TemplateInstance index() {
        return Templates.index();
    }

    @GET
    @Path("capture")
    @PermitAll
    public TemplateInstance capture(@Context UriInfo asked) {
        return Templates.capture(Bookmarklet.href(asked.getBaseUri().resolve("/").toString().replaceFirst("/$", "")));
    }
}
