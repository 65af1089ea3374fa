package org.demarche.coding;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.FormRows;
import org.demarche.web.InvalidRecordException;

/** The topics of a form: the rows {@code topics[0].label}, each a label or a slug. */
@ApplicationScoped
public class FormTopics {
    private static final int SHOWN = 60;

    @Inject
    Topics topics;

    /** All labels, for completing a field. */
    public List<String> labels() {
        return topics.all().stream().map(Topics.TopicName::label).toList();
    }

    /** A slug of nothing stays as it is. */
    public void fill(List<String> slugs, FormFields fields) {
        var names = topics.named(slugs);
        for (int row = 0; row < slugs.size(); row++) {
            var topic = names.get(slugs.get(row));
            fields.put(field(row), topic == null ? slugs.get(row) : topic.label());
        }
    }

    /** Where nobody has a label and {@code topics[0].create} repeats it, the topic is made. */
    public FormRows<String> read(FormFields fields, Change change, FormErrors errors) {
        var slugs = FormRows.<String>empty();
        for (int number : fields.rows("topics")) {
            var create = "topics[" + number + "].create";
            var typed = Texts.oneLine(fields.text(field(number)));
            var known = typed.isEmpty() ? Optional.<String>empty() : topics.called(typed).map(Topics.TopicName::slug);
            boolean created = known.isEmpty() && !typed.isEmpty() && typed.equals(fields.text(create));
            fields.put(field(number), typed).put(create, created ? typed : null);
            if (created) {
                begun(typed, change, errors, field(number)).ifPresent(slug -> slugs.add(number, slug));
            } else if (known.isPresent()) {
                slugs.add(number, known.get());
            } else if (!typed.isEmpty()) {
                errors.add(field(number), "There is no topic ‘" + Texts.cut(typed, SHOWN) + "’. Correct it, or tick below to create it");
            }
        }
        return slugs;
    }

    private static Optional<String> begun(String label, Change change, FormErrors errors, String field) {
        try {
            return Optional.of(change.keep(new TopicRecord(null, null, null, label, null, null, null)).slug());
        } catch (InvalidRecordException wrong) {
            errors.addAll(wrong.violations(), path -> field);
            return Optional.empty();
        }
    }

    /** The field of a row. */
    public static String field(int row) {
        return "topics[" + row + "].label";
    }
}
