package org.demarche.statement;

import java.util.List;
import java.util.UUID;

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

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** The form filled in from a page that somebody reads elsewhere: its address and what it says of itself come as parameters, and nothing is fetched. */
@Path("/capture")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class CapturePages {
    @Inject
    FormReading reading;
    @Inject
    RecordFields recordFields;
    @Inject
    Items items;
    @Inject
    Revisions revisions;

    @CheckedTemplate(basePath = "statement")
    static class Templates {
        /** @param next the form for another statement of the same page */
        static native TemplateInstance captured(ItemRow row, List<ItemRow> rows, String next);
    }

    /** What another site's page says of itself may be wrong, or meant to harm: it stands in the form as text, with what is wrong beside it, and is not kept. */
    @GET
    public TemplateInstance capture(@Context UriInfo address) {
        var violations = new Violations();
        var fields = recordFields.ofCapture(address.getQueryParameters(), violations);
        return StatementFormPages.Templates.form(reading.read(fields, null, null, FormReading.Purpose.LIVE, violations).form());
    }

    @GET
    @Path("{id}")
    public TemplateInstance saved(@RestPath UUID id) {
        var row = items.of(List.of(id)).stream().filter(item -> item.isStatement()).map(ItemRow::of).findFirst()
                .orElseThrow(() -> new UnknownRecordException("statement with the id " + id));
        var record = (StatementRecord) revisions.present(RecordKind.STATEMENT, id).orElseThrow().record();
        return Templates.captured(row, List.of(row), StatementFormPages.next(record, true));
    }
}
