package org.demarche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/**
 * The citations of a form: rows {@code citations[0].source}, {@code .words}, {@code .date}. A source that is not here yet begins a
 * document, as {@link FormSources} has it; the words say where in it the fact stands.
 */
@ApplicationScoped
public class FormCitations {
    private static final String LIST = "citations";
    private static final Pattern PART = Pattern.compile("citations\\[(\\d+)]\\.(\\w+).*");

    @Inject
    FormSources formSources;
    @Inject
    Documents documents;
    @Inject
    FormSelection formSelection;

    /**
     * What the rows came to, in their order.
     *
     * @param first the document of the first one, null where it is not known
     */
    public record Read(List<CitationRecord> citations, Documents.DocumentName first) {
    }

    public void fill(List<CitationRecord> citations, FormFields fields) {
        var named = documents.named(CitationChecks.documentsOf(citations));
        for (int row = 0; row < citations.size(); row++) {
            var citation = citations.get(row);
            var prefix = prefix(row);
            var document = named.get(citation.document());
            fields.put(prefix + "document", citation.document()).put(prefix + "source", document == null ? citation.document() : FormSources.label(document))
                    .put(prefix + "words", words(citation)).put(prefix + "date", citation.date());
        }
    }

    /** Fills the first row as a page has it that knows the document and perhaps the words. */
    public void begin(FormFields parameters, FormFields fields) {
        FormSources.uuid(parameters.value("document")).flatMap(documents::named).ifPresentOrElse(
                document -> fields.put(prefix(0) + "document", document.id()).put(prefix(0) + "source", FormSources.label(document)),
                () -> fields.put(prefix(0) + "source", parameters.value("url")));
        fields.put(prefix(0) + "words", parameters.value("quote"));
        formSelection.begin(prefix(0), parameters, fields);
    }

    /** @param before those of the record: what is unchanged in the form keeps its anchors */
    public Read read(FormFields fields, List<CitationRecord> before, Change change, FormErrors errors) {
        int rows = fields.numberRows(LIST, "source", "words", "date", FormSources.NEW + "publisher");
        var offered = formSources.offered(List.of());
        var citations = new ArrayList<CitationRecord>();
        Documents.DocumentName first = null;
        for (int row = 0; row < rows; row++) {
            var document = formSources.read(prefix(row), fields, offered, change, errors).document();
            first = row == 0 ? document : first;
            citations.add(citation(prefix(row), fields, document, before, errors));
        }
        return new Read(citations, first);
    }

    /** The field for what a check found wrong in a citation, by its path in the record. */
    public static String field(String path, FormFields fields) {
        var part = PART.matcher(path);
        if (!part.matches()) {
            return prefix(0) + "source";
        }
        var prefix = prefix(Integer.parseInt(part.group(1)));
        return switch (part.group(2)) {
            case "document" -> fields.isBlank(prefix + FormSources.NEW + "of") ? prefix + "source" : prefix + FormSources.NEW + "publisher";
            case "anchors" -> prefix + "words";
            default -> prefix + part.group(2);
        };
    }

    private CitationRecord citation(String prefix, FormFields fields, Documents.DocumentName document, List<CitationRecord> before, FormErrors errors) {
        var typed = Texts.normalise(fields.text(prefix + "words")).strip();
        var words = typed.isEmpty() ? null : typed;
        var id = document == null ? null : document.id();
        var unchanged = before.stream().filter(citation -> citation.document().equals(id) && Objects.equals(words(citation), words)).findFirst();
        return new CitationRecord(id, date(prefix + "date", fields, document, errors),
                unchanged.map(CitationRecord::anchors).orElseGet(() -> words == null ? List.of() : FormAnchors.of(words, documents.text(document), FormSelection.place(prefix, fields))));
    }

    private static String date(String field, FormFields fields, Documents.DocumentName document, FormErrors errors) {
        if (fields.isBlank(field)) {
            return null;
        }
        try {
            return DateInput.read(fields.text(field), document == null || document.published() == null ? null : EdtfDate.parse(document.published())).date().toString();
        } catch (EdtfException unread) {
            errors.add(field, unread.getMessage());
            return null;
        }
    }

    /** Null where none are held. */
    private static String words(CitationRecord citation) {
        return citation.anchors().stream().filter(anchor -> "WHOLE".equals(anchor.part())).map(AnchorRecord::exact).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String prefix(int row) {
        return LIST + "[" + row + "].";
    }
}
