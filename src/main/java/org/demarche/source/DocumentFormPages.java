package org.demarche.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.EdtfException;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.InvalidRecordException;

/** The form that adds a document or changes what is known of it; a text that replaces another has a page of its own, which shows beforehand what that does. */
@Path("/documents")
public class DocumentFormPages extends RecordFormPages<DocumentRecord> {
    private static final int OFFERED = 200;

    @Inject
    Sources sources;

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance documentForm(RecordForm<DocumentRecord> form, List<Sources.SourceName> sources);
    }

    DocumentFormPages() {
        super(RecordKind.DOCUMENT);
    }

    /** A source is named by its slug in an address and by its name in the form. */
    @Override
    protected FormFields opened(FormFields parameters) {
        return parameters.put("source", Optional.ofNullable(parameters.value("source")).flatMap(sources::named).map(Sources.SourceName::name).orElse(parameters.value("source")));
    }

    @Override
    protected FormFields filled(DocumentRecord record) {
        return new FormFields(Map.of()).put("source", sources.named(record.source()).filter(source -> isNamedBy(source, source.name())).map(Sources.SourceName::name).orElse(record.source()))
                .put("agency", record.agency()).put("title", record.title()).put("url", record.url()).put("archivedUrl", record.archivedUrl())
                .put("published", record.published()).put("retrieved", record.retrieved()).put("language", record.language());
    }

    @Override
    protected DocumentRecord read(FormFields fields, DocumentRecord base, Change change, FormErrors errors) {
        var text = base == null ? fields.text("text") : base.text();
        return new DocumentRecord(base == null ? null : base.id(), base == null ? null : base.version(), source(fields, change, errors), fields.value("agency"), fields.value("title"),
                fields.value("url"), fields.value("archivedUrl"), date("published", fields, errors), date("retrieved", fields, errors), fields.value("language"),
                base == null ? null : base.sha256(), text == null || text.isBlank() ? null : text, fields.value("reason"));
    }

    @Override
    protected TemplateInstance page(RecordForm<DocumentRecord> form) {
        return Templates.documentForm(form, sources.page(0, OFFERED));
    }

    /** The slug of the publisher of that name, which is begun with the document where there is none. */
    private String source(FormFields fields, Change change, FormErrors errors) {
        var name = Texts.oneLine(fields.value("source"));
        if (name == null) {
            return null;
        }
        try {
            return sources.calledExactly(name).or(() -> sources.named(name)).map(Sources.SourceName::slug)
                    .orElseGet(() -> change.keep(new SourceRecord(null, null, null, name, null, null)).slug());
        } catch (InvalidRecordException wrong) {
            errors.add("source", wrong.violations().get(0).message());
            return null;
        }
    }

    /** Whether a name means just this one: two publishers may be called alike. */
    private boolean isNamedBy(Sources.SourceName source, String name) {
        return sources.calledExactly(name).filter(source::equals).isPresent();
    }

    /** As it was typed where it can't be read: what is wrong with it is said once. */
    private static String date(String field, FormFields fields, FormErrors errors) {
        var typed = fields.value(field);
        try {
            return typed == null ? null : DateInput.read(typed, null).date().toString();
        } catch (EdtfException unread) {
            errors.add(field, unread.getMessage());
            return null;
        }
    }
}
