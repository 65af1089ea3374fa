package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.demarche.item.Item;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;

/** An Atom feed of what was recorded last. */
final class AtomFormat extends ExportFormat {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    /** Of our own elements. */
    private static final String OWN = "urn:demarche:export";

    AtomFormat() {
        super("atom", "atom", "application/atom+xml; charset=UTF-8", "Atom feed",
                "To subscribe to: the items that were recorded last, 50 unless limit says otherwise (up to 500), the newest first.");
    }

    @Override
    public boolean isFeed() {
        return true;
    }

    @Override
    long count(Export export) throws IOException {
        return Math.min(super.count(export), export.query().limit());
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        var provenance = export.provenance();
        var feed = new Xml(out);
        feed.begin("feed", "xmlns", NAMESPACE, "xmlns:d", OWN, "xml:lang", "en");
        feed.element("id", id(export)).element("title", Texts.oneLine(provenance.title())).element("generator", provenance.program());
        feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", export.baseUrl().at(provenance.address()));
        feed.empty("link", "rel", "alternate", "type", "text/html", "href", export.baseUrl().at(export.query().without(Parameter.LIMIT).at("/timeline")));
        feed.element("rights", provenance.licence());
        // Without items nothing ever changed: the feed is as old as what it knows.
        var newest = new String[] {null};
        export.page(newestFirst(export.query()), items -> {
            newest[0] = items.stream().map(item -> item.recorded().at()).max(java.util.Comparator.naturalOrder()).map(Object::toString).orElse(null);
            for (var item : items) {
                entry(feed, item, export);
            }
        });
        feed.element("updated", newest[0] == null ? provenance.at().toString() : newest[0]);
        values(feed, provenance.entries());
        values(feed, Provenance.entries(export.rows()));
        feed.end().flush();
    }

    private static TimelineQuery newestFirst(TimelineQuery query) {
        return query.has(Parameter.SORT) ? query : query.with(Parameter.SORT, "-recorded");
    }

    /** The same for the same query, here and always. */
    private static String id(Export export) {
        var name = export.baseUrl().at(export.query().at("/timeline.atom"));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(Xml feed, Item item, Export export) throws IOException {
        var told = ChronicleEntry.of(item, false);
        feed.begin("entry").element("id", "urn:uuid:" + item.id()).element("title", Texts.oneLine(item.title()));
        feed.element("updated", item.recorded().at().toString()).element("published", item.recorded().first().toString());
        feed.begin("author").element("name", item.recorded().by()).end();
        feed.empty("link", "rel", "alternate", "type", "text/html", "href", export.baseUrl().at("/" + item.kind().word() + "s/" + item.id()));
        if (item.report() != null && item.report().url() != null && item.report().url().matches("https?://[^\\s<>\"]+")) {
            feed.empty("link", "rel", "via", "href", item.report().url());
        }
        for (var topic : item.topics()) {
            feed.empty("category", "term", topic.slug(), "label", topic.label());
        }
        feed.element("content", EntryHtml.of(told), "type", "html").end();
    }

    private static void values(Xml feed, Map<String, Object> entries) throws IOException {
        for (var entry : entries.entrySet()) {
            var value = entry.getValue();
            feed.element("d:" + entry.getKey(), value == null ? null : value instanceof java.util.List<?> list
                    ? list.stream().map(Object::toString).collect(Collectors.joining(", ")) : value.toString());
        }
    }
}
