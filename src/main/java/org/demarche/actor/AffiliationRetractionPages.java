package org.demarche.actor;

import java.net.URI;
import java.util.List;
import java.util.Map;

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

import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.PresentRecords;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Takes a tie out of every list, or undoes a change of one: in both cases with the statements that were spoken by it, so that none is left
 * to say that an office decided which is not there.
 */
@Path("/history/affiliations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ANALYST)
public class AffiliationRetractionPages {
    private static final int UNPROCESSABLE = 422;
    private static final String REASON = "reason";
    /** A reason for what is only looked at. */
    private static final String ANY = "-";

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    PresentRecords present;
    @Inject
    Respeaking respeaking;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    @CheckedTemplate(basePath = "actor")
    static class Templates {
        /** @param tie the record that the page is about: as it is, or as it was before it was retracted */
        static native TemplateInstance retraction(AffiliationRecord tie, Page page, String reason, Respeaking.Asked asked, List<Violation> violations);
    }

    /**
     * @param undone number of the change that is to be undone, null where the tie is to be retracted
     * @param version of the tie that was looked at
     */
    record Page(String action, Long undone, int version) {
        public String verb() {
            return undone == null ? "Retract" : "Undo";
        }
    }

    /** What the work on a tie came to. */
    private record Outcome(Respeaking.Asked asked, List<Violation> violations) {
        boolean isDone() {
            return asked == null && violations.isEmpty();
        }
    }

    /** Does it to the tie, and settles the statements in its course; answers with what has to be asked, null where nothing has. */
    private interface Work {
        Respeaking.Asked on(SpeakingTie before, FormFields fields, Change change, FormErrors errors);
    }

    @GET
    @Path("{key}/retraction")
    public TemplateInstance askToRetract(@RestPath String key) {
        var revision = present.of(RecordKind.AFFILIATION, key);
        var first = new FormFields(Map.of()).put(REASON, ANY);
        return page(revision, retraction(revision, revision.version()), "", look(revision, first, retracting(revision, revision.version())).asked, List.of());
    }

    @POST
    @Path("{key}/retraction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response retract(@RestPath String key, MultivaluedMap<String, String> sent) {
        var revision = present.of(RecordKind.AFFILIATION, key);
        var fields = new FormFields(sent);
        int version = version(fields, revision);
        return answer(revision, retraction(revision, version), fields, retracting(revision, version));
    }

    /** Reached from 'Undo' where statements hang on the change. */
    @GET
    @Path("changes/{number}/undo")
    public TemplateInstance askToUndo(@RestPath long number) {
        var revision = undone(number);
        return page(revision, undo(revision), "", look(revision, new FormFields(Map.of()), undoing(revision)).asked, List.of());
    }

    @POST
    @Path("changes/{number}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @FormComesBack
    public Response undo(@RestPath long number, MultivaluedMap<String, String> sent) {
        var revision = undone(number);
        return answer(revision, undo(revision), new FormFields(sent), undoing(revision));
    }

    private static Page retraction(RevisionView revision, int version) {
        return new Page(revision.retraction(), null, version);
    }

    private static Page undo(RevisionView revision) {
        return new Page("/history/affiliations/changes/" + revision.number() + "/undo", revision.number(), revision.version());
    }

    private RevisionView undone(long number) {
        return revisions.numbered(number).filter(revision -> revision.kind() == RecordKind.AFFILIATION && revision.version() > 1)
                .orElseThrow(() -> new UnknownRecordException("change " + number + " of an affiliation"));
    }

    private Work retracting(RevisionView revision, int version) {
        return (before, fields, change, errors) -> {
            var asked = new Respeaking.Asked[1];
            change.retract(RecordKind.AFFILIATION, revision.id(), version, fields.text(REASON), () -> {
                asked[0] = respeaking.settle(before, revision.id(), revision.record().heading() + ", was retracted: " + fields.text(REASON), fields, change, errors);
                return asked[0] == null;
            });
            return asked[0];
        };
    }

    private Work undoing(RevisionView revision) {
        return (before, fields, change, errors) -> {
            var restored = change.restore(RecordKind.AFFILIATION, revision.id(), revision.version(), "Undid change " + revision.number());
            return respeaking.settle(before, revision.id(), restored.heading() + ", is as it was: undid change " + revision.number(), fields, change, errors);
        };
    }

    private Outcome look(RevisionView revision, FormFields fields, Work work) {
        return history.attempt(change -> new History.Attempt<>(outcome(revision, fields, work, change, new FormErrors()), false));
    }

    private Response answer(RevisionView revision, Page page, FormFields typed, Work work) {
        var problems = new Violations();
        var fields = typed.keepable(problems);
        token.check(problems);
        var errors = new FormErrors();
        errors.addAll(problems);
        if (page.undone == null && fields.isBlank(REASON)) {
            errors.add(REASON, "Say why it is retracted");
        }
        if (!errors.isEmpty()) {
            return refused(revision, page, fields, errors.list(), work);
        }
        try {
            var outcome = history.<Outcome>attempt(change -> {
                var came = outcome(revision, fields, work, change, errors);
                return new History.Attempt<>(came, came.isDone());
            });
            if (!outcome.isDone()) {
                int status = outcome.violations.isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE;
                return Response.status(status).entity(page(revision, page, fields.text(REASON), outcome.asked, outcome.violations)).build();
            }
        } catch (InvalidRecordException wrong) {
            return refused(revision, page, fields,
                    wrong.violations().stream().map(violation -> violation.field().equals("id") ? new Violation("", violation.message()) : violation).toList(), work);
        } catch (StaleVersionException stale) {
            var changed = List.of(new Violation("", "Somebody else changed it after you opened this page. Open it again to see what it is now."));
            return Response.status(Response.Status.CONFLICT).entity(page(revision, page, fields.text(REASON), null, changed)).build();
        }
        long last = revisions.present(RecordKind.AFFILIATION, revision.id()).orElseThrow().number();
        if (page.undone == null) {
            notice.retracted(last);
        } else {
            notice.undone(last);
        }
        return Response.seeOther(URI.create(before(revision).page())).build();
    }

    private Outcome outcome(RevisionView revision, FormFields fields, Work work, Change change, FormErrors errors) {
        var asked = work.on(respeaking.tie(revision.id()), fields, change, errors);
        return new Outcome(asked, errors.list());
    }

    /** The page again with all that was typed and chosen. */
    private Response refused(RevisionView revision, Page page, FormFields fields, List<Violation> violations, Work work) {
        var reason = fields.text(REASON);
        Respeaking.Asked asked = null;
        try {
            asked = look(revision, fields.put(REASON, ANY).put(Respeaking.SEEN, null), work).asked;
        } catch (InvalidRecordException stillUsed) {
            // said among the violations
        }
        return Response.status(UNPROCESSABLE).entity(page(revision, page, reason, asked, violations)).build();
    }

    private TemplateInstance page(RevisionView revision, Page page, String reason, Respeaking.Asked asked, List<Violation> violations) {
        return Templates.retraction(before(revision), page, reason, asked, violations);
    }

    /** What a retraction took away is told as it was before. */
    private AffiliationRecord before(RevisionView revision) {
        return (AffiliationRecord) (revision.record() != null ? revision : revisions.version(RecordKind.AFFILIATION, revision.id(), revision.version() - 1).orElseThrow()).record();
    }

    private static int version(FormFields fields, RevisionView revision) {
        return fields.text("version").matches("[0-9]{1,9}") ? Integer.parseInt(fields.text("version")) : revision.version();
    }
}
