package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.apache.commons.csv.CSVPrinter;
import org.demarche.actor.ActorRecord;
import org.demarche.actor.ActorType;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.WholeFormat;
import org.demarche.timeline.TimelineCsv;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.Option;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** One import: what the check found, the names to decide, how far it runs, what keeps rows out, and how it is taken back. */
@Path("/exchange/imports/{id}")
@Produces(MediaType.TEXT_HTML)
public class ImportPages {
    private static final int PROBLEMS = 100;
    private static final int NAMES = 200;
    private static final int MENDED = 50;
    private static final int SECONDS = 2;
    private static final int UNPROCESSABLE = 422;

    @Inject
    ImportDesk desk;
    @Inject
    Imports imports;
    @Inject
    ImportFormats formats;
    @Inject
    FormToken token;

    /**
     * A name to decide.
     *
     * @param found in how many places of the rows
     * @param options what it may be
     * @param chosen of the options
     */
    public record Name(int number, String kind, String name, long found, List<Option> options, String chosen) {
    }

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        /**
         * @param more names than are listed
         * @param rows whether the file has rows
         * @param wrong the wrong rows as CSV, to mend them here; null where there are none or too many
         */
        static native TemplateInstance imported(ImportView view, List<Name> names, long more, String wrong, boolean mapped, boolean rows, boolean undoable, List<Violation> violations);
    }

    /** While the program works at it, the browser looks again by itself. */
    @GET
    @RolesAllowed(Role.READER)
    public Response show(@RestPath String id) throws IOException {
        var run = run(id);
        var answer = Response.ok(page(run, List.of()));
        return (run.state.isAtWork() ? answer.header("Refresh", SECONDS) : answer).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("run")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response run(@RestPath String id, MultivaluedMap<String, String> sent) throws IOException {
        var run = run(id);
        var violations = new Violations();
        token.check(violations);
        var fields = new FormFields(sent).keepable(violations);
        if (!violations.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(run, violations.list().stream().map(violation -> new Violation("", violation.message())).toList())).build();
        }
        decide(run, fields);
        desk.run(run.id);
        return shown(run);
    }

    @POST
    @Path("cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    public Response cancel(@RestPath String id) {
        var run = run(id);
        desk.cancel(run.id);
        return shown(run);
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    public Response undo(@RestPath String id) {
        var run = run(id);
        desk.undo(run.id);
        return shown(run);
    }

    /** The rows that are kept out, as they stand in the file, with why: to be mended and brought in by themselves. */
    @GET
    @Path("wrong.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed(Role.READER)
    public Response wrong(@RestPath String id) {
        var run = run(id);
        if (!imports.isFileHere(run) || !isOfRows(run)) {
            throw new UnknownRecordException("the file of import " + id);
        }
        var problems = problemsByRow(run);
        StreamingOutput body = out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writeWrong(run, problems, writer, true);
            writer.flush();
        };
        return Response.ok(body).header("Content-Disposition", "attachment; filename=\"wrong-rows.csv\"").build();
    }

    private void decide(ImportRun run, FormFields fields) {
        imports.names(run.id).forEach((number, name) -> {
            var chosen = fields.value("name" + number);
            if (chosen == null) {
                return;
            }
            if (chosen.startsWith("use:") && name.alike().contains(chosen.substring(4))) {
                imports.decide(run.id, number, name.decided(ImportName.Choice.USE, chosen.substring(4)));
            } else if (chosen.equals("leave")) {
                imports.decide(run.id, number, name.decided(ImportName.Choice.LEAVE, null));
            } else if (chosen.equals("ask")) {
                imports.decide(run.id, number, name.decided(ImportName.Choice.ASK, null));
            } else if (chosen.startsWith("create")) {
                imports.decide(run.id, number, name.decided(ImportName.Choice.CREATE, null).proposing(ofType(name, chosen)));
            }
        });
    }

    private static org.demarche.history.RootRecord ofType(ImportName name, String chosen) {
        if (name.proposed() instanceof ActorRecord actor && chosen.startsWith("create:") && java.util.Arrays.stream(ActorType.values()).anyMatch(type -> type.name().equals(chosen.substring(7)))) {
            var type = chosen.substring(7);
            return new ActorRecord(actor.id(), actor.slug(), null, type, actor.name(), actor.shortName(), actor.names(), ActorType.STATE.name().equals(type) ? actor.iso() : null, actor.cameo(),
                    actor.sector(), actor.existedSince(), actor.existedUntil(), actor.externalIds(), null);
        }
        return name.proposed();
    }

    private TemplateInstance page(ImportRun run, List<Violation> violations) throws IOException {
        var names = imports.names(run.id);
        var found = imports.found(run.id);
        var listed = new ArrayList<Name>();
        names.entrySet().stream().limit(NAMES).forEach(entry -> listed.add(named(entry.getKey(), entry.getValue(), found.getOrDefault(entry.getKey(), 0L))));
        return Templates.imported(imports.view(run, PROBLEMS), listed, names.size() - listed.size(), mended(run), run.mapping != null, isOfRows(run), imports.isUndoable(run.id), violations);
    }

    private static Name named(int number, ImportName name, long found) {
        var options = new ArrayList<Option>();
        name.alike().forEach(slug -> options.add(new Option("use:" + slug, "is ‘" + slug + "’")));
        if (name.proposed() instanceof ActorRecord) {
            for (var type : ActorType.values()) {
                options.add(new Option("create:" + type.name(), "new: " + type.label()));
            }
        } else {
            options.add(new Option("create", "new"));
        }
        options.add(new Option("leave", "leave it out"));
        options.add(new Option("ask", "not decided: refuse its rows"));
        var chosen = switch (name.choice()) {
            case USE, KNOWN -> "use:" + name.slug();
            case CREATE -> name.proposed() instanceof ActorRecord actor ? "create:" + actor.type() : "create";
            case LEAVE -> "leave";
            case ASK -> "ask";
        };
        return new Name(number, name.kind().label(), name.name(), found, options, chosen);
    }

    private boolean isOfRows(ImportRun run) {
        return formats.find(run.format).filter(WholeFormat.class::isInstance).isEmpty();
    }

    /** The wrong rows for mending in the page, where they are few. */
    private String mended(ImportRun run) throws IOException {
        if (!isOfRows(run) || run.rowsRefused == 0 || run.rowsRefused > MENDED || run.state.isAtWork() || !imports.isFileHere(run)) {
            return null;
        }
        var text = new java.io.StringWriter();
        try {
            writeWrong(run, problemsByRow(run), text, false);
        } catch (UnreadableFileException damaged) {
            return null;
        }
        return text.toString().replace("\r\n", "\n");
    }

    private Map<Long, String> problemsByRow(ImportRun run) {
        var byRow = new HashMap<Long, String>();
        imports.problems(run.id, ImportView.PROBLEMS).stream().filter(problem -> problem.row() > 0)
                .forEach(problem -> byRow.merge(problem.row(), (problem.column() == null ? "" : problem.column() + ": ") + problem.reason(), (one, other) -> one + "; " + other));
        return byRow;
    }

    private void writeWrong(ImportRun run, Map<Long, String> problems, Appendable out, boolean withReasons) throws IOException {
        var left = problems.keySet().stream().collect(Collectors.toCollection(java.util.HashSet::new));
        try (var reader = formats.ofRows(run.format).open(imports.file(run), run.mapping); var csv = new CSVPrinter(new Unclosed(out), TimelineCsv.FORMAT)) {
            var header = new ArrayList<>(reader.header());
            if (withReasons) {
                header.add("problem");
            }
            csv.printRecord(header);
            for (var proposal = reader.next(); proposal != null && !left.isEmpty(); proposal = reader.next()) {
                if (left.remove(proposal.row())) {
                    var cells = new ArrayList<>(proposal.cells());
                    if (withReasons) {
                        cells.add(TimelineCsv.guarded(problems.get(proposal.row())));
                    }
                    csv.printRecord(cells);
                }
            }
        }
    }

    /** The printer closes what it writes to; the answer is closed by who opened it. */
    private record Unclosed(Appendable out) implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            out.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            out.append(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char letter) throws IOException {
            out.append(letter);
            return this;
        }
    }

    private static Response shown(ImportRun run) {
        return Response.seeOther(URI.create("/exchange/imports/" + run.id)).build();
    }

    private ImportRun run(String id) {
        try {
            return imports.find(UUID.fromString(id)).orElseThrow(() -> new UnknownRecordException("import " + id));
        } catch (IllegalArgumentException noId) {
            throw new UnknownRecordException("import ‘" + id + "’");
        }
    }
}
