package org.demarche.coding;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.FormRows;

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

    public FormRows<String> read(FormFields fields, FormErrors errors) {
        var slugs = FormRows.<String>empty();
        var all = topics.all();
        for (int number : fields.rows("topics")) {
            var typed = Texts.oneLine(fields.text(field(number)));
            if (!typed.isEmpty()) {
                all.stream().filter(topic -> topic.label().equalsIgnoreCase(typed) || topic.slug().equals(typed)).findFirst().ifPresentOrElse(
                        topic -> slugs.add(number, topic.slug()),
                        () -> errors.add(field(number), "There is no topic ‘" + Texts.cut(typed, SHOWN) + "’"));
            }
        }
        return slugs;
    }

    /** The field of a row. */
    public static String field(int row) {
        return "topics[" + row + "].label";
    }
}
