package org.demarche.source;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.coding.Admiralty;
import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Option;

/** The form that adds a publisher or changes what is known of it. */
@Path("/sources")
public class SourceFormPages extends RecordFormPages<SourceRecord> {
    private static final List<Option> RATINGS = Option.all(Admiralty.Reliability.class, Admiralty.Reliability::label);

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance form(RecordForm<SourceRecord> form, List<Option> ratings);
    }

    SourceFormPages() {
        super(RecordKind.SOURCE);
    }

    @Override
    protected FormFields filled(SourceRecord record) {
        return new FormFields(Map.of()).put("name", record.name()).put("slug", record.slug()).put("reliability", record.reliability());
    }

    @Override
    protected SourceRecord read(FormFields fields, SourceRecord base, Change change, FormErrors errors) {
        return new SourceRecord(base == null ? null : base.id(), fields.value("slug"), base == null ? null : base.version(), fields.value("name"), fields.value("reliability"),
                fields.value("reason"));
    }

    @Override
    protected TemplateInstance page(RecordForm<SourceRecord> form) {
        return Templates.form(form, RATINGS);
    }
}
