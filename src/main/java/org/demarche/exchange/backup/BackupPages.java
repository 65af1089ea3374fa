package org.demarche.exchange.backup;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.demarche.time.DateWords;
import org.demarche.web.ConflictException;
import org.demarche.web.Foot;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The backups of this instance: those that are kept, how the last one went, one more now. And the line at the foot of the timeline that says so. */
@Path("/exchange/backups")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMINISTRATOR)
public class BackupPages implements Foot {
    private static final String HERE = "/exchange/backups";
    private static final int LOOKS_SECONDS = 2;

    @Inject
    Backups backups;
    @Inject
    BackupRun run;
    @ConfigProperty(name = "demarche.backup.at")
    String at;
    @ConfigProperty(name = "demarche.backup.keep")
    int kept;

    /** @param size in words */
    record Row(String name, String size, String at) {
    }

    /**
     * @param last what is known of the last one, null where there was none
     * @param nightly when one is made, null where none is
     * @param progress of the one that is made now or was made last
     */
    record View(List<Row> rows, String last, String failure, String nightly, int kept, BackupRun.Progress progress) {
        /** '4,200 of 10,000'; empty where nobody knows. */
        public String amount() {
            return progress.all() > 0 ? "%,d of %,d".formatted(progress.done(), progress.all()) : progress.done() > 0 ? "%,d".formatted(progress.done()) : "";
        }
    }

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        static native TemplateInstance backups(View view);
    }

    @GET
    public Response show() {
        var state = backups.state();
        var progress = run.progress();
        var rows = backups.list().stream().map(one -> new Row(one.name(), size(one.bytes()), DateWords.moment(one.at()))).toList();
        var failure = state.failure() == null ? null : DateWords.moment(state.failedAt()) + ": " + state.failure();
        var answer = Response.ok(Templates.backups(new View(rows, last(state), failure, at.equals("off") ? null : at, kept, progress)));
        return progress.isRunning() ? answer.header("Refresh", LOOKS_SECONDS).build() : answer.build();
    }

    @POST
    public Response begin() {
        try {
            run.start(null);
        } catch (ConflictException running) {
            // the page shows that one
        }
        return Response.seeOther(URI.create(HERE)).build();
    }

    @POST
    @Path("cancellation")
    public Response cancel() {
        run.cancel();
        return Response.seeOther(URI.create(HERE)).build();
    }

    @GET
    @Path("{name}")
    @Produces("application/zip")
    public Response file(@PathParam("name") String name) {
        var file = backups.file(name).orElseThrow(() -> new UnknownRecordException("backup " + name));
        return Response.ok(file.toFile()).header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"").build();
    }

    @Override
    public Line line() {
        var state = backups.state();
        if (state.failure() != null) {
            return new Line("The last backup failed, " + DateWords.moment(state.failedAt()), HERE, true);
        }
        return state.last() == null ? null : new Line("Last backup: " + DateWords.moment(state.last().at()), HERE, false);
    }

    private static String last(BackupState state) {
        var last = state.last();
        return last == null ? null : "%s: %,d changes, %,d statements and events; %s".formatted(DateWords.moment(last.at()), last.revisions(), last.items(),
                last.restored() ? "restored elsewhere and compared" : "read and compared with its hashes");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%,d kB".formatted(Math.max(1, bytes / 1_000)) : "%,.1f MB".formatted(bytes / 1e6);
    }
}
