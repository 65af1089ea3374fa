package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.text.XmlText;
import org.demarche.timeline.Column;

/**
 * A site that outlives the server: pages with the items by day, the drawing, the CSV and the JSON, in one ZIP. It asks nothing of anybody: no
 * script, no face, nothing outside of its folder.
 */
final class SiteFormat extends ExportFormat {
    private static final int ITEMS_A_PAGE = 500;
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c1b19; --soft: #5d5850; --rule: #c9c2b4; --paper: #fbfaf7; --link: #1a4f8b; }
            @media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --soft: #b3ac9f; --rule: #4b473f; --paper: #171613; --link: #8fbbe8; } }
            body { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Arial, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
            h1 { font-size: 1.625rem; line-height: 1.25; } h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; border-bottom: 1px solid var(--rule); }
            a { color: var(--link); } img { max-width: 100%; height: auto; background: #fbfaf7; border: 1px solid var(--rule); }
            article { margin: 1rem 0; } article p { margin: .25rem 0; } .who { font-weight: 600; } .note, .quiet, footer { color: var(--soft); font-size: .875rem; }
            blockquote { margin: .25rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); font-family: Georgia, "Noto Serif", serif; white-space: pre-line; }
            nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 1rem 0; } footer { margin-top: 3rem; border-top: 1px solid var(--rule); }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; } dt { color: var(--soft); } dd { margin: 0; }
            @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
            """;

    private final ObjectMapper mapper;

    SiteFormat(ObjectMapper mapper) {
        super("site", "site.zip", "application/zip", "Static site", "A folder of pages that opens without a server: the drawing, the items by day with their sources, the CSV and the JSON. "
                + "No search, no filters, no earlier versions.");
        this.mapper = mapper;
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        var parts = new ZipParts(out);
        try (var pages = new Spool(); var data = new Spool()) {
            var lists = new Lists(pages, export.query().sort().endsWith("date"));
            var json = mapper.getFactory().createGenerator(data).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeObjectField("export", export.provenance().entries());
            json.writeArrayFieldStart("items");
            parts.add("timeline.csv", part -> export.each(part, items -> {
                for (var item : items) {
                    json.writeObject(Column.entry(item, export.baseUrl()));
                    lists.add(item);
                }
            }));
            json.writeEndArray();
            json.writeObjectField("rows", Provenance.entries(export.rows()));
            json.writeEndObject();
            json.flush();
            lists.end();
            parts.add("timeline.json", data::writeTo);
            parts.add("timeline.svg", export.drawing());
            parts.add("style.css", STYLE);
            for (int page = 0; page < lists.ends.size(); page++) {
                int number = page;
                parts.add(name(page), part -> page(part, number, lists, pages, export));
            }
        }
        parts.finish();
    }

    /** The lists of all pages one behind the other, and where each ends. */
    private static final class Lists {
        private final Spool spool;
        private final boolean byDate;
        private final List<Long> ends = new ArrayList<>();
        private final List<String> days = new ArrayList<>();
        private String day;
        private int items;

        Lists(Spool spool, boolean byDate) {
            this.spool = spool;
            this.byDate = byDate;
        }

        void add(Item item) throws IOException {
            if (items == ITEMS_A_PAGE) {
                next();
            }
            var entry = ChronicleEntry.of(item, byDate);
            if (days.size() == ends.size()) {
                days.add(entry.day() == null ? "page " + (ends.size() + 1) : entry.day());
            }
            if (entry.day() != null && !entry.day().equals(day)) {
                day = entry.day();
                write(spool, "<h2>" + EntryHtml.escaped(day) + "</h2>\n");
            }
            write(spool, "<article id=\"" + item.id() + "\">\n" + html(entry) + "</article>\n");
            items++;
        }

        void end() {
            if (days.size() == ends.size()) {
                days.add("");
            }
            ends.add(spool.length());
        }

        private void next() {
            ends.add(spool.length());
            items = 0;
            day = null;
        }
    }

    private static String html(ChronicleEntry entry) {
        var html = new StringBuilder("<p class=\"who\" dir=\"auto\">" + EntryHtml.escaped(entry.who()) + "</p>\n");
        if (entry.words() != null) {
            html.append("<blockquote dir=\"auto\"").append(entry.language() == null ? "" : " lang=\"" + EntryHtml.escaped(entry.language()) + "\"").append(">")
                    .append(EntryHtml.escaped(entry.words())).append("</blockquote>\n");
        }
        if (entry.summary() != null) {
            html.append("<p dir=\"auto\">").append(EntryHtml.escaped(entry.summary())).append("</p>\n");
        }
        if (!entry.about().isEmpty()) {
            html.append("<p>").append(EntryHtml.escaped(entry.about())).append("</p>\n");
        }
        if (entry.note() != null) {
            html.append("<p class=\"note\" dir=\"auto\">").append(EntryHtml.escaped(entry.note())).append("</p>\n");
        }
        return html.toString();
    }

    private static void page(OutputStream out, int page, Lists lists, Spool pages, Export export) throws IOException {
        var title = EntryHtml.escaped(export.provenance().title());
        write(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
                + (page == 0 ? "" : ", page " + (page + 1)) + "</title>\n<link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">" + title + "</h1>\n");
        if (page == 0) {
            if (export.introduction() != null) {
                write(out, "<p dir=\"auto\">" + EntryHtml.escaped(export.introduction()).replace("\n", "<br>") + "</p>\n");
            }
            var rows = export.rows().items();
            write(out, "<p class=\"quiet\">" + ItemWords.number(rows) + (rows == 1 ? " item" : " items") + ". The same to work with: <a href=\"timeline.csv\">CSV</a>, <a href=\"timeline.json\">JSON</a>, "
                    + "<a href=\"timeline.svg\">the drawing</a>.</p>\n<p><img src=\"timeline.svg\" alt=\"The timeline as a drawing; the list below has the same items\"></p>\n");
        }
        links(out, page, lists);
        pages.writeTo(out, page == 0 ? 0 : lists.ends.get(page - 1), lists.ends.get(page) - (page == 0 ? 0 : lists.ends.get(page - 1)));
        links(out, page, lists);
        write(out, "</main>\n<footer>\n<dl>\n");
        for (var line : export.provenance().lines(export.rows()).entrySet()) {
            write(out, "<dt>" + EntryHtml.escaped(line.getKey()) + "</dt><dd>" + EntryHtml.escaped(line.getValue()) + "</dd>\n");
        }
        write(out, "</dl>\n</footer>\n</body>\n</html>\n");
    }

    private static void links(OutputStream out, int page, Lists lists) throws IOException {
        var links = new LinkedHashMap<String, Integer>();
        if (page > 0) {
            links.put("Before: " + lists.days.get(page - 1), page - 1);
        }
        if (page < lists.ends.size() - 1) {
            links.put("After: " + lists.days.get(page + 1), page + 1);
        }
        if (!links.isEmpty()) {
            write(out, "<nav aria-label=\"Pages\">");
            for (Map.Entry<String, Integer> link : links.entrySet()) {
                write(out, "<a href=\"" + name(link.getValue()) + "\">" + EntryHtml.escaped(link.getKey()) + "</a>");
            }
            write(out, "<span class=\"quiet\">page " + (page + 1) + " of " + lists.ends.size() + "</span></nav>\n");
        }
    }

    private static String name(int page) {
        return page == 0 ? "index.html" : "page-" + (page + 1) + ".html";
    }

    private static void write(OutputStream out, String html) throws IOException {
        out.write(XmlText.of(html).getBytes(StandardCharsets.UTF_8));
    }
}
