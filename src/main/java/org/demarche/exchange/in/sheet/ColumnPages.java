package org.demarche.exchange.in.sheet;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
import org.demarche.event.EventKind;
import org.demarche.event.EventRecord;
import org.demarche.event.Linked;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.engine.ImportDesk;
import org.demarche.exchange.in.engine.ImportView;
import org.demarche.exchange.in.engine.UnknownNames;
import org.demarche.exchange.in.table.Dialect;
import org.demarche.exchange.in.table.TableReader;
import org.demarche.source.DocumentRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormFields;
import org.demarche.web.FormToken;
import org.demarche.web.Option;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

/** What the columns of a table are: as it is proposed, as the analyst corrects it, and what the first rows come to. */
@Path("/exchange/imports/{id}/columns")
@Produces(MediaType.TEXT_HTML)
public class ColumnPages {
    private static final int UNPROCESSABLE = 422;
    private static final int FIRST_ROWS = 5;
    private static final int SHOWN = 60;
    private static final List<Option> TARGETS = Arrays.stream(SheetTarget.values()).map(target -> new Option(target.word(), target.label())).toList();
    private static final List<Option> FORMS = Option.all(DateForm.class, DateForm::label);
    private static final List<Option> BETWEEN = List.of(new Option(";", "semicolon"), new Option(",", "comma"), new Option("|", "bar"), new Option("line", "line break"));
    private static final List<Option> KINDS = List.of(new Option("statement", "statement"), new Option("event", "event"));
    private static final List<Option> EVENT_KINDS = Option.all(EventKind.class, EventKind::label);

    @Inject
    ImportDesk desk;
    @Inject
    FormToken token;

    /**
     * A column as the page shows it.
     *
     * @param values its first ones
     * @param dates null where it holds none
     */
    public record Shown(int number, String name, List<String> values, String target, String dates, String between) {
        /** The name of the field for what it is. */
        public String field() {
            return "column" + number;
        }

        public String datesField() {
            return "dates" + number;
        }

        public boolean isUndecided() {
            return DateForm.UNDECIDED.name().equals(dates);
        }
    }

    /** What a row would be. */
    public record Preview(long row, String kind, String date, String who, String what, String source, List<ImportProblem> problems) {
    }

    /** The page. */
    public record Columns(ImportView view, Dialect dialect, String decimal, List<Shown> columns, FormFields fields, List<Preview> rows, List<Violation> violations) {
        public boolean isKind(String value) {
            return value.equals(fields.text("kind"));
        }
    }

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        static native TemplateInstance columns(Columns page, List<Option> targets, List<Option> forms, List<Option> between, List<Option> kinds, List<Option> eventKinds, List<Option> unknown);
    }

    @GET
    @RolesAllowed(Role.ANALYST)
    public TemplateInstance show(@RestPath String id) throws IOException {
        var mapped = mapped(id);
        return page(mapped, SheetMapping.read(mapped.mapping()), mapped.unknown(), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response map(@RestPath String id, MultivaluedMap<String, String> sent) throws IOException {
        var mapped = mapped(id);
        var violations = new Violations();
        token.check(violations);
        var fields = new FormFields(sent).keepable(violations);
        var mapping = mapping(SheetMapping.read(mapped.mapping()), fields, violations);
        var unknown = Arrays.stream(UnknownNames.values()).filter(one -> one.name().equals(fields.text("unknown"))).findFirst().orElse(mapped.unknown());
        var found = violations.list().stream().map(violation -> violation.field().equals(FormToken.NAME) ? new Violation("", violation.message()) : violation).toList();
        if (!found.isEmpty() || !fields.text("action").equals("save")) {
            return Response.status(found.isEmpty() ? 200 : UNPROCESSABLE).entity(page(mapped, mapping, unknown, found)).build();
        }
        desk.map(mapped.view().id(), mapping, unknown);
        return Response.seeOther(URI.create("/exchange/imports/" + mapped.view().id())).build();
    }

    private static SheetMapping mapping(SheetMapping before, FormFields fields, Violations violations) {
        var columns = new ArrayList<SheetMapping.Entry>();
        for (int number = 0; number < before.columns().size(); number++) {
            var own = before.columns().get(number);
            var target = SheetTarget.of(fields.text("column" + number)).orElse(null);
            var dates = target != null && target.isDate() ? form(own, fields.text("dates" + number)) : own.dates();
            var sign = fields.text("between" + number);
            columns.add(new SheetMapping.Entry(own.name(), target == null ? null : target.word(), dates, target == null || !target.isList() || sign.isEmpty() ? null : sign.equals("line") ? "\n" : sign));
            if (target != null && target.isDate() && dates == DateForm.UNDECIDED) {
                violations.add("dates" + number, "‘" + Texts.cut(own.name(), SHOWN) + "’: say whether the day or the month stands first; nothing in the column tells");
            }
        }
        for (var target : SheetTarget.values()) {
            var twice = columns.stream().filter(column -> target.word().equals(column.target())).toList();
            if (twice.size() > 1 && !target.isList() && !target.isProse()) {
                violations.add("column" + columns.indexOf(twice.get(1)), "Two columns are ‘" + target.label() + "’: leave one of them");
            }
        }
        if (columns.stream().noneMatch(column -> SheetTarget.DATE.word().equals(column.target()))) {
            violations.add("column0", "Say which column is the date");
        }
        var constants = new LinkedHashMap<String, String>();
        constant(SheetTarget.KIND, fields.text("kind"), columns, constants);
        constant(SheetTarget.EVENT_KIND, fields.text("event_kind"), columns, constants);
        constant(SheetTarget.SOURCE, fields.text("source"), columns, constants);
        return before.with(columns, constants);
    }

    private static DateForm form(SheetMapping.Entry own, String chosen) {
        return Arrays.stream(DateForm.values()).filter(one -> one.name().equals(chosen)).findFirst().orElse(own.dates() == null ? DateForm.PLAIN : own.dates());
    }

    private static void constant(SheetTarget target, String value, List<SheetMapping.Entry> columns, LinkedHashMap<String, String> constants) {
        if (!value.isBlank() && columns.stream().noneMatch(column -> target.word().equals(column.target()))) {
            constants.put(target.word(), Texts.cut(value.strip(), 300));
        }
    }

    private TemplateInstance page(ImportDesk.Mapped mapped, SheetMapping mapping, UnknownNames unknown, List<Violation> violations) throws IOException {
        var rows = new ArrayList<TableReader.Row>();
        try (var table = SheetFormat.table(mapped.file(), mapping.dialect())) {
            for (var row = table.next(); row != null && rows.size() < FIRST_ROWS; row = table.next()) {
                rows.add(row);
            }
        }
        var header = mapping.columns().stream().map(SheetMapping.Entry::name).toList();
        var columns = new ArrayList<Shown>();
        for (int number = 0; number < mapping.columns().size(); number++) {
            int place = number;
            var column = mapping.columns().get(number);
            columns.add(new Shown(number, column.name(), rows.stream().map(row -> Texts.cut(Texts.oneLine(row.cells().get(place)), SHOWN)).filter(value -> !value.isBlank()).distinct().limit(3).toList(),
                    Objects.requireNonNullElse(column.target(), ""), column.dates() == null ? null : column.dates().name(), column.between() == null ? "" : column.between().equals("\n") ? "line" : column.between()));
        }
        var maker = new SheetRow(header, mapping);
        var fields = new FormFields(java.util.Map.of());
        mapping.constants().forEach(fields::put);
        fields.put("unknown", unknown.name());
        return Templates.columns(new Columns(mapped.view(), mapping.dialect(), mapping.decimal(), columns, fields, rows.stream().map(row -> preview(maker.proposal(row))).toList(), violations),
                TARGETS, FORMS, BETWEEN, KINDS, EVENT_KINDS, Option.all(UnknownNames.class, UnknownNames::label));
    }

    private static Preview preview(Proposal proposal) {
        if (!proposal.problems().isEmpty()) {
            return new Preview(proposal.row(), "", "", "", "", "", proposal.problems());
        }
        var record = proposal.record().record(null, null);
        var source = proposal.documents().stream().map(DocumentRecord::source).filter(Objects::nonNull).findFirst().orElse("");
        return new Preview(proposal.row(), proposal.kind().label(), words(record.date()), Texts.cut(who(record), 120), Texts.cut(what(record), 160), Texts.cut(source, SHOWN), List.of());
    }

    private static String words(String date) {
        try {
            return date == null ? "no date" : DateWords.words(EdtfDate.parse(date));
        } catch (IllegalArgumentException unread) {
            return date;
        }
    }

    private static String who(Linked record) {
        if (record instanceof StatementRecord said) {
            return String.join("; ", said.speakers().stream().map(speaker -> Objects.requireNonNullElse(speaker.actor(), speaker.described())
                    + (speaker.behalf() == null ? "" : " for " + speaker.behalf().get(speaker.behalf().size() - 1))).toList());
        }
        return String.join("; ", ((EventRecord) record).participants().stream().map(EventRecord.Participant::actor).toList());
    }

    private static String what(Linked record) {
        if (record instanceof StatementRecord said) {
            var words = said.renderings().isEmpty() ? null : said.renderings().get(0).words();
            return said.summary() != null ? said.summary() : words == null ? "" : words;
        }
        var event = (EventRecord) record;
        return (event.kind() == null ? "" : Arrays.stream(EventKind.values()).filter(kind -> kind.name().equals(event.kind())).map(EventKind::label).findFirst().orElse(event.kind()) + ": ")
                + Objects.requireNonNullElse(event.title(), "no title");
    }

    private ImportDesk.Mapped mapped(String id) {
        try {
            return desk.mapped(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new UnknownRecordException("import ‘" + id + "’");
        }
    }
}
