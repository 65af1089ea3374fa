package org.demarche.history;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.TemplateInstance;

import org.demarche.web.Again;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.Notice;
import org.demarche.web.Role;
import org.demarche.web.StaleVersionException;
import org.demarche.web.Violations;

/**
 * The form that adds a record of one kind or changes one: each form of a kind is this with a path and a template. Whatever is wrong comes
 * back at once, with all that was typed, and nothing is stored by halves; where somebody else saved meanwhile, both versions are shown
 * and nothing is kept before it is chosen.
 *
 * @param <R> the record
 */
@Produces(MediaType.TEXT_HTML)
public abstract class RecordFormPages<R extends RootRecord> {
    private static final int UNPROCESSABLE = 422;

    private final RecordKind kind;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    PresentRecords present;
    @Inject
    Merging merging;
    @Inject
    FormToken token;
    @Inject
    Notice notice;

    protected RecordFormPages(RecordKind kind) {
        this.kind = kind;
    }

    /** The parameters of the address fill in the form, as {@link #opened} has it. */
    @GET
    @Path("new")
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance blank(@Context UriInfo address) {
        return page(new RecordForm<>(kind, null, null, opened(new FormFields(address.getQueryParameters()).keepable(new Violations())), List.of(), null, null));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response add(MultivaluedMap<String, String> sent) {
        return answer(new FormFields(sent), null, null);
    }

    /** @param key the slug where the kind has one, else the id */
    @GET
    @Path("{key}/edit")
    @RolesAllowed(Role.ANALYST)
    @SuppressWarnings("unchecked")
    public TemplateInstance edit(@PathParam("key") String key) {
        var record = (R) present.of(kind, key).record();
        return page(new RecordForm<>(kind, record, null, filled(record).put("version", record.version()), List.of(), null, null));
    }

    @POST
    @Path("{key}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response change(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        var fields = new FormFields(sent);
        return Again.after(StaleVersionException.class, () -> answerTo(fields, present.orRetraction(kind, key)));
    }

    /** What a new form begins with. */
    protected FormFields opened(FormFields parameters) {
        return parameters;
    }

    /** What the form of a recorded one begins with. */
    protected abstract FormFields filled(R record);

    /**
     * The record that the fields come to. What the form does not show stays as it is in the base.
     *
     * @param base null for a new record
     * @param change for what is made on the way; it is taken back where anything is wrong
     * @param errors by the names of the form's fields
     */
    protected abstract R read(FormFields fields, R base, Change change, FormErrors errors);

    protected abstract TemplateInstance page(RecordForm<R> form);

    /**
     * The name of the form's field for a path of the record, as {@code citations[0].document}.
     *
     * @param read the record that the fields came to
     */
    protected String field(String path, R read, FormFields fields) {
        return path;
    }

    /**
     * What came of saving.
     *
     * @param record as it was kept
     * @param question what is to be asked before anything is kept, for the page; the answer comes with the same form, sent once more. Null
     *     where there is none
     */
    public record Saved<R>(R record, Object question) {
    }

    /** Keeps the record, and whatever has to change with it. */
    protected Saved<R> save(R record, R base, FormFields fields, Change change, FormErrors errors) {
        return new Saved<>(change.keep(record), null);
    }

    /** Where a save leads to. */
    protected String after(R saved) {
        return saved.page() == null ? "/history" : saved.page();
    }

    @SuppressWarnings("unchecked")
    private Response answerTo(FormFields fields, RevisionView present) {
        return answer(fields, (R) this.present.opened(present, fields.value("version")).record(), present);
    }

    private record Read<R extends RootRecord>(RecordForm<R> form, R saved, int status) {
    }

    private Response answer(FormFields typed, R base, RevisionView theirs) {
        var read = history.<Read<R>>attempt(change -> read(typed, base, theirs, change));
        if (read.saved == null) {
            return Response.status(read.status).entity(page(read.form)).build();
        }
        notice.saved(revisions.present(kind, read.saved.id()).orElseThrow().number());
        return Response.seeOther(URI.create(after(read.saved))).build();
    }

    private History.Attempt<Read<R>> read(FormFields typed, R base, RevisionView theirs, Change change) {
        var problems = new Violations();
        var fields = typed.keepable(problems);
        token.check(problems);
        var errors = new FormErrors();
        errors.addAll(problems);
        var yours = checked(read(fields, base, change, errors), fields, change, errors);
        Meanwhile meanwhile = null;
        boolean settled = true;
        if (base != null && !base.version().equals(theirs.version())) {
            meanwhile = merging.between(base, theirs, yours, fields);
            settled = meanwhile.isSettled(fields.value(Meanwhile.SEEN));
            yours = settled ? checked(merging.merged(base, yours, theirs, meanwhile), fields, change, errors) : yours;
        }
        var action = fields.text("action");
        boolean saving = RecordForm.isSaving(action);
        boolean typing = action.equals(RecordForm.LIVE);
        if (action.startsWith(RecordForm.MORE)) {
            errors.clear();
        } else if (typing) {
            errors.dropMissing(fields);
        }
        Object question = null;
        if (saving && settled && errors.isEmpty()) {
            var saved = save(yours, base, fields, change, errors);
            if (saved.question == null) {
                return new History.Attempt<>(new Read<>(null, saved.record, 0), true);
            }
            question = saved.question;
        }
        int status = !errors.isEmpty() && !typing ? UNPROCESSABLE : settled ? Response.Status.OK.getStatusCode() : Response.Status.CONFLICT.getStatusCode();
        return new History.Attempt<>(new Read<>(new RecordForm<>(kind, base, yours, fields, errors.list(), meanwhile, question), null, status), false);
    }

    private R checked(R record, FormFields fields, Change change, FormErrors errors) {
        var violations = new Violations();
        var checked = change.checked(record, violations);
        errors.addAll(violations.list(), path -> field(path, record, fields));
        return checked;
    }
}
