package org.demarche.exchange.in.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.demarche.text.Texts;
import org.demarche.web.FormComesBack;
import org.demarche.web.FormToken;
import org.demarche.web.Option;
import org.demarche.web.Paging;
import org.demarche.web.Role;
import org.demarche.web.Violation;
import org.demarche.web.Violations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where files and pasted rows come in, and what was brought in so far. */
@jakarta.ws.rs.Path("/exchange")
@Produces(MediaType.TEXT_HTML)
public class ExchangePages {
    private static final int UNPROCESSABLE = 422;
    private static final int ROWS = 20;
    private static final int ROWS_LONGEST = 1_000_000;

    @Inject
    ImportDesk desk;
    @Inject
    FormToken token;
    @ConfigProperty(name = "demarche.data-dir")
    Path dataFolder;
    @ConfigProperty(name = "demarche.import.max-size")
    io.quarkus.runtime.configuration.MemorySize largest;

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        /** @param rows as they were pasted */
        static native TemplateInstance begin(String rows, List<Option> formats, String format, List<Option> unknown, String chosen, List<ImportView> imports, Paging paging, String largest, List<Violation> violations);
    }

    @GET
    @RolesAllowed(Role.READER)
    public TemplateInstance begin(@RestQuery String page) {
        return page("", ImportFormats.AUTO, UnknownNames.CREATE.name(), Paging.number(page), List.of());
    }

    @POST
    @jakarta.ws.rs.Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.ANALYST)
    @FormComesBack
    public Response take(@RestForm String rows, @RestForm String format, @RestForm String unknown, @RestForm("file") FileUpload file) throws IOException {
        var violations = new Violations();
        token.check(violations);
        var pasted = rows == null ? "" : Texts.normalise(rows);
        boolean hasFile = file != null && file.size() > 0;
        if (!hasFile && pasted.isBlank()) {
            violations.add("file", "Choose a file, or paste rows");
        }
        if (hasFile && !pasted.isBlank()) {
            violations.add("file", "There are a file and pasted rows: leave one of them");
        }
        Texts.problem(pasted).ifPresent(problem -> violations.add("rows", problem));
        if (pasted.length() > ROWS_LONGEST) {
            violations.add("rows", "More than a million characters: save them as a file");
        }
        var word = format == null || format.isBlank() ? ImportFormats.AUTO : format;
        if (!word.equals(ImportFormats.AUTO) && !desk.words().contains(word)) {
            violations.add("format", "There is no such format");
        }
        var names = java.util.Arrays.stream(UnknownNames.values()).filter(one -> one.name().equals(unknown)).findFirst().orElse(UnknownNames.CREATE);
        if (!violations.isEmpty()) {
            var found = violations.list().stream().map(violation -> violation.field().equals(FormToken.NAME) ? new Violation("", violation.message()) : violation).toList();
            return Response.status(UNPROCESSABLE).entity(page(pasted.length() > ROWS_LONGEST ? "" : printable(pasted), word, names.name(), 1, found)).build();
        }
        var taken = hasFile ? file.uploadedFile() : write(pasted);
        var view = desk.take(taken, hasFile ? file.fileName() : "pasted rows.csv", word, true, names, true);
        if (view.state() == ImportState.CHECKING) {
            desk.work(view.id());
        }
        return Response.seeOther(URI.create("/exchange/imports/" + view.id() + (view.isUnmapped() ? "/columns" : ""))).build();
    }

    private Path write(String text) throws IOException {
        var file = Files.createDirectories(dataFolder.resolve("uploads")).resolve(UUID.randomUUID().toString());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file;
    }

    private static String printable(String text) {
        return text.codePoints().filter(letter -> Texts.problem(Character.toString(letter)).isEmpty()).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** '2 GB', '500 MB'. */
    private static String size(long bytes) {
        return bytes >= 1 << 30 ? bytes / (1 << 30) + " GB" : bytes >= 1 << 20 ? bytes / (1 << 20) + " MB" : bytes / (1 << 10) + " KB";
    }

    private TemplateInstance page(String rows, String format, String unknown, int number, List<Violation> violations) {
        var found = desk.newest((number - 1) * ROWS, ROWS + 1);
        return Templates.begin(rows, desk.formats(), format, Option.all(UnknownNames.class, UnknownNames::label), unknown, found.stream().limit(ROWS).toList(), new Paging(number, found.size() > ROWS), size(largest.asLongValue()),
                violations);
    }
}
