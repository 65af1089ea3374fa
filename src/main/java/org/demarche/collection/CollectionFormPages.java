package org.demarche.collection;

import java.util.Map;

import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** The form that keeps a view under a title, and renames it. */
@Path("/collections")
public class CollectionFormPages extends RecordFormPages<CollectionRecord> {
    @CheckedTemplate(basePath = "collection")
    static class Templates {
        static native TemplateInstance form(RecordForm<CollectionRecord> form);
    }

    CollectionFormPages() {
        super(RecordKind.COLLECTION);
    }

    @Override
    protected FormFields filled(CollectionRecord record) {
        return new FormFields(Map.of()).put("title", record.title()).put("introduction", record.introduction()).put("query", record.query()).put("slug", record.slug());
    }

    /** A query may be pasted as it stands in the address of a timeline. */
    @Override
    protected CollectionRecord read(FormFields fields, CollectionRecord base, Change change, FormErrors errors) {
        var query = fields.text("query").strip();
        return new CollectionRecord(base == null ? null : base.id(), fields.value("slug"), base == null ? null : base.version(), fields.value("title"), fields.value("introduction"),
                query.substring(query.indexOf('?') + 1), fields.value("reason"));
    }

    @Override
    protected TemplateInstance page(RecordForm<CollectionRecord> form) {
        return Templates.form(form);
    }
}
