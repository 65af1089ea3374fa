package org.demarche.exchange.out;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.item.AsOf;
import org.demarche.item.Directory;
import org.demarche.item.ItemWords;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.timeline.Column;
import org.demarche.web.BaseUrl;
import org.demarche.web.Role;

/** What a query gives in each format, how many rows, and how to ask for it again. */
@Path("/exchange/export")
@Blocking
@RolesAllowed(Role.READER)
public class ExportPages {
    /** Of more items than these the rows that are no items are not counted: all would have to be read. */
    private static final int MOST_COUNTED = 500;
    private static final List<Column> NUMBERS = List.of(Column.GOLDSTEIN, Column.LATITUDE, Column.LONGITUDE);

    @Inject
    ExportFormats formats;
    @Inject
    Exports exports;
    @Inject
    Items items;
    @Inject
    Directory directory;
    @Inject
    BaseUrl baseUrl;

    @CheckedTemplate(basePath = "exchange")
    static class Templates {
        static native TemplateInstance export(View view);
    }

    /**
     * @param timeline where the items are seen
     * @param known as of when, in words
     * @param calendar where a calendar asks for it; {@code feed} alike
     */
    record View(String title, String count, String timeline, String known, List<Form> forms, String again, String r, String pandas, String calendar, String feed) {
    }

    /**
     * @param rows how many, in words
     * @param meta where it is said what it is made of; null where the file says it
     */
    record Form(String label, String fileName, String href, String carries, String rows, String meta) {
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context UriInfo uri) throws IOException {
        var query = TimelineQuery.parse(uri.getQueryParameters(), directory).without(Parameter.CURSOR).without(Parameter.WIDTH).without(Parameter.LANES).without(Parameter.PREDECESSORS);
        var total = items.count(query);
        var forms = new ArrayList<Form>();
        for (var format : formats.all()) {
            forms.add(new Form(format.label(), format.fileName(), query.at(format.path()), format.carries(), rows(format, query, total.all()),
                    format.saysWhereItIsFrom() ? null : query.at(format.path() + ".meta.json")));
        }
        var csv = whole(query.without(Parameter.BOM).at("/timeline.csv"), uri);
        return Templates.export(new View(exports.of(formats.all().get(0), query, java.time.Instant.now()).provenance().title(), count(total), query.at("/timeline"),
                query.asOf().map(AsOf::words).orElse(null), List.copyOf(forms), "curl -o timeline.csv '" + csv.replace("'", "%27") + "'", r(csv), pandas(csv),
                whole(query.at("/timeline.ics"), uri), whole(query.at("/timeline.atom"), uri)));
    }

    private String rows(ExportFormat format, TimelineQuery query, long all) throws IOException {
        if (format.unit() == ExportFormat.Unit.ITEM && !format.isFeed()) {
            return number(all, "row");
        }
        if (all > MOST_COUNTED) {
            return switch (format.unit()) {
                case ITEM -> number(format.word().equals("atom") ? Math.min(all, query.limit()) : all, "entry");
                case PAIR -> "a row for each pair";
                case STANCE -> "a row for each stance";
                case TIE -> "an edge for each pair";
            };
        }
        return number(exports.count(format, query), format.isFeed() ? "entry" : format.unit() == ExportFormat.Unit.TIE ? "edge" : "row");
    }

    private static String number(long number, String what) {
        return ItemWords.number(number) + " " + (number == 1 ? what : what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s");
    }

    private static String count(Items.Total total) {
        return total.events() == 0 ? ItemWords.statements(total.statements()) : total.statements() == 0 ? ItemWords.events(total.events())
                : ItemWords.statements(total.statements()) + ", " + ItemWords.events(total.events());
    }

    /** Codes and dates stay texts, and the text NA stays one too. */
    private static String r(String address) {
        var numbers = NUMBERS.stream().map(column -> column.word() + " = col_double()").toList();
        return "library(readr)\ntimeline <- read_csv(\"" + address + "\",\n  col_types = cols(.default = col_character(), " + String.join(", ", numbers) + "), na = \"\")";
    }

    private static String pandas(String address) {
        return "import pandas as pd\ntimeline = pd.read_csv(\"" + address + "\", dtype=str, keep_default_na=False)";
    }

    /** As it was asked for, where no setting says how others reach this server. */
    private String whole(String path, UriInfo uri) {
        var address = baseUrl.at(path);
        return address.startsWith("/") ? uri.getBaseUri().toString().replaceFirst("/$", "") + address : address;
    }
}
