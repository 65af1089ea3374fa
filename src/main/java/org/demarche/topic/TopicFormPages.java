package org.demarche.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.Change;
import org.demarche.history.RecordForm;
import org.demarche.history.RecordFormPages;
import org.demarche.history.RecordKind;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** The form that adds a topic to the code book, renames it or puts it below another. */
@Path("/topics")
public class TopicFormPages extends RecordFormPages<TopicRecord> {
    @Inject
    Topics topics;

    @CheckedTemplate(basePath = "topic")
    static class Templates {
        static native TemplateInstance form(RecordForm<TopicRecord> form, List<Topics.TopicName> topics);
    }

    TopicFormPages() {
        super(RecordKind.TOPIC);
    }

    @Override
    protected FormFields filled(TopicRecord record) {
        var above = record.parent() == null ? null : topics.named(List.of(record.parent())).get(record.parent());
        return new FormFields(Map.of()).put("label", record.label()).put("definition", record.definition()).put("parent", above == null ? null : above.label())
                .put("slug", record.slug());
    }

    @Override
    protected TopicRecord read(FormFields fields, TopicRecord base, Change change, FormErrors errors) {
        var above = Optional.ofNullable(fields.value("parent")).map(typed -> topics.called(typed).map(Topics.TopicName::slug).orElse(typed)).orElse(null);
        return new TopicRecord(base == null ? null : base.id(), fields.value("slug"), base == null ? null : base.version(), fields.value("label"), fields.value("definition"),
                above, fields.value("reason"));
    }

    @Override
    protected TemplateInstance page(RecordForm<TopicRecord> form) {
        return Templates.form(form, topics.all());
    }
}
