package org.demarche.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.InvalidRecordException;

/** Finds the document that the field for the source means, or begins one from what was pasted there. */
@ApplicationScoped
public class FormSources {
    public static final String NEW = "newDocument.";
    private static final int OFFERED = 100;
    private static final int ASKED_OF_HOST = 20;
    private static final int TITLE_SHOWN = 60;

    @Inject
    Documents documents;
    @Inject
    Sources sources;

    /**
     * @param document null where none could be found or begun
     * @param isNew whether it is begun with this form, so that its own fields are shown
     */
    public record Cited(Documents.DocumentName document, boolean isNew) {
    }

    /** The newest documents with the names by which the field knows them, each name once; those that are used come first. */
    public Map<String, Documents.DocumentName> offered(List<UUID> used) {
        var all = new LinkedHashMap<UUID, Documents.DocumentName>();
        var named = documents.named(used);
        used.stream().map(named::get).filter(Objects::nonNull).forEach(document -> all.put(document.id(), document));
        documents.newest(null, 0, OFFERED).forEach(document -> all.putIfAbsent(document.id(), document));
        var offered = new LinkedHashMap<String, Documents.DocumentName>();
        for (var document : all.values()) {
            var label = offered.containsKey(label(document)) ? longLabel(document) : label(document);
            offered.putIfAbsent(offered.containsKey(label) ? label + ", " + document.id() : label, document);
        }
        return offered;
    }

    /** 'The Mainichi (Kyodo), 1 February 2023'. */
    public static String label(Documents.DocumentName document) {
        var publisher = document.source().name() + (document.agency() == null ? "" : " (" + document.agency() + ")");
        return document.published() != null ? publisher + ", " + DateWords.words(EdtfDate.parse(document.published()))
                : document.title() == null || document.title().equals(document.source().name()) ? publisher : publisher + ", " + Texts.cut(document.title(), TITLE_SHOWN);
    }

    /**
     * Reads the field {@code prefix + "source"}, and writes into it what the document that it came to is called.
     *
     * @param prefix of the names of the fields: empty, or that of a row
     * @param offered by the names that the field was given to choose from
     */
    public Cited read(String prefix, FormFields fields, Map<String, Documents.DocumentName> offered, Change change, FormErrors errors) {
        var cited = cited(prefix, fields, offered, change, errors);
        var document = cited.isNew() ? null : cited.document();
        fields.put(prefix + "document", document == null ? null : document.id());
        if (document != null) {
            fields.put(prefix + "source", label(document)).put(prefix + NEW + "of", null);
        }
        return cited;
    }

    private Cited cited(String prefix, FormFields fields, Map<String, Documents.DocumentName> offered, Change change, FormErrors errors) {
        var typed = Texts.oneLine(fields.text(prefix + "source"));
        var kept = uuid(fields.text(prefix + "document")).flatMap(documents::named);
        if (kept.isPresent() && (typed.isEmpty() && !fields.has(prefix + "source") || isCalled(typed, kept.get()))) {
            return new Cited(kept.get(), false);
        }
        if (typed.isEmpty()) {
            errors.add(prefix + "source", "Name the source: choose one, or paste the address of an article");
            return new Cited(null, false);
        }
        var chosen = Optional.ofNullable(offered.get(typed)).or(() -> offered.values().stream().filter(document -> isCalled(typed, document)).findFirst());
        var pasted = PastedSource.of(typed);
        var found = chosen.or(() -> pasted.spellings().stream().map(documents::at).flatMap(Optional::stream).findFirst());
        return found.map(document -> new Cited(document, false)).orElseGet(() -> begun(typed, pasted, prefix, fields, change, errors));
    }

    private static boolean isCalled(String typed, Documents.DocumentName document) {
        return typed.equals(label(document)) || typed.equals(longLabel(document)) || typed.equals(label(document) + ", " + document.id())
                || typed.equals(longLabel(document) + ", " + document.id());
    }

    private static String longLabel(Documents.DocumentName document) {
        return document.title() == null ? label(document) : label(document) + ", ‘" + Texts.cut(document.title(), TITLE_SHOWN) + "’";
    }

    /** Fields that were shown for just this source say what it is; else it is told from what was pasted. */
    private Cited begun(String typed, PastedSource pasted, String prefix, FormFields fields, Change change, FormErrors errors) {
        var of = prefix + NEW;
        if (!typed.equals(fields.text(of + "of"))) {
            suggest(typed, pasted, of, fields);
        }
        if (fields.isBlank(of + "publisher")) {
            errors.add(of + "publisher", "There is no document of that name yet. Name its publisher to begin it, or paste the address of the article above");
            return new Cited(null, true);
        }
        try {
            var publisher = publisher(fields.value(of + "publisher"), change);
            var document = change.keep(new DocumentRecord(null, null, publisher, fields.value(of + "agency"), fields.value(of + "title"), pasted.url(), null,
                    published(of + "published", fields, errors), null, fields.value(of + "language"), null, null, null));
            return new Cited(documents.named(document.id()).orElseThrow(), true);
        } catch (InvalidRecordException wrong) {
            errors.addAll(wrong.violations(), field -> field.equals("url") ? prefix + "source" : field.equals("name") ? of + "publisher" : of + field);
            return new Cited(null, true);
        }
    }

    /** Where the form is opened by a page that says of itself what it is, that stays. */
    private void suggest(String typed, PastedSource pasted, String of, FormFields fields) {
        var said = fields.has(of + "of") ? new FormFields(Map.of()) : fields;
        var before = pasted.host().map(this::ofHost).orElse(List.of());
        var site = Optional.ofNullable(pasted.site()).or(() -> Optional.ofNullable(said.value(of + "site")));
        var publisher = before.isEmpty() ? site.or(pasted::host) : Optional.of(before.get(0).source().name());
        fields.put(of + "title", either(said, of + "title", pasted.title())).put(of + "publisher", either(said, of + "publisher", publisher.orElse(null)))
                .put(of + "published", either(said, of + "published", pasted.day().map(Object::toString).orElse(null)))
                .put(of + "agency", either(said, of + "agency", usual(before, Documents.DocumentName::agency)))
                .put(of + "language", either(said, of + "language", usual(before, Documents.DocumentName::language))).put(of + "of", typed);
    }

    private static String either(FormFields said, String field, String suggested) {
        return Optional.ofNullable(said.value(field)).orElse(suggested);
    }

    private List<Documents.DocumentName> ofHost(String host) {
        var found = new ArrayList<>(documents.ofHost(host, ASKED_OF_HOST));
        found.addAll(documents.ofHost("www." + host, ASKED_OF_HOST));
        return found;
    }

    /** What more than half of its documents have in common. */
    private static String usual(List<Documents.DocumentName> documents, Function<Documents.DocumentName, String> part) {
        return documents.stream().map(part).filter(Objects::nonNull).filter(value -> documents.stream().map(part).filter(value::equals).count() * 2 > documents.size())
                .findFirst().orElse(null);
    }

    /** The slug of the publisher, made where there is none of that name. */
    private String publisher(String name, Change change) {
        return sources.calledExactly(name).or(() -> sources.named(name)).map(Sources.SourceName::slug)
                .orElseGet(() -> change.keep(new SourceRecord(null, null, null, name, null, null)).slug());
    }

    private static String published(String field, FormFields fields, FormErrors errors) {
        var typed = fields.value(field);
        if (typed == null) {
            return null;
        }
        try {
            return DateInput.read(typed, null).date().toString();
        } catch (EdtfException unread) {
            errors.add(field, unread.getMessage());
            return null;
        }
    }

    public static Optional<UUID> uuid(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
