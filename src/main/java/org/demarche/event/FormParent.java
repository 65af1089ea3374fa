package org.demarche.event;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** Finds the event that a field means: by its address or id, by its title, or by words of it that no other has. */
@ApplicationScoped
class FormParent {
    private static final Pattern ID = Pattern.compile("(?i)\\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");
    private static final int MOST = 8;
    private static final int SHOWN = 60;

    @Inject
    Events events;
    @Inject
    Items items;

    /** 'G-7 Hiroshima summit, 19–21 May 2023'. */
    static String label(Events.EventName event) {
        return label(event.title(), EdtfDate.parse(event.date()));
    }

    /** What an event may be meant by, the best first; at most a few. */
    List<String> offered(String typed) {
        return found(typed).stream().map(item -> label(item.title(), item.when().date())).toList();
    }

    void fill(UUID parent, FormFields fields) {
        if (parent != null) {
            fields.put("parentId", parent).put("parent", events.named(List.of(parent)).values().stream().map(FormParent::label).findFirst().orElse(parent.toString()));
        }
    }

    /** Null where the field is empty or wrong, which is noted. */
    UUID read(FormFields fields, FormErrors errors) {
        var typed = Texts.oneLine(fields.text("parent"));
        var kept = id(fields.text("parentId"));
        fields.put("parentId", null);
        if (typed.isEmpty()) {
            return null;
        }
        var parent = kept != null && events.named(List.of(kept)).values().stream().map(FormParent::label).anyMatch(typed::equals) ? kept : meant(typed, errors);
        fill(parent, fields);
        return parent;
    }

    private UUID meant(String typed, FormErrors errors) {
        var id = id(typed);
        if (id != null) {
            return id;
        }
        var found = found(typed);
        var called = found.stream().filter(item -> item.title().equalsIgnoreCase(typed) || label(item.title(), item.when().date()).equals(typed)).toList();
        var meant = called.isEmpty() ? found : called;
        if (meant.size() == 1) {
            return meant.get(0).id();
        }
        errors.add("parent", meant.isEmpty() ? "There is no event ‘" + Texts.cut(typed, SHOWN) + "’. Correct the title, or paste the event’s address"
                : "Several events are called so. Write one of: " + String.join("; ", meant.stream().map(item -> label(item.title(), item.when().date()) + ", /events/" + item.id()).toList()));
        return null;
    }

    /** By all its words; while the last one is still typed, by those before it. */
    private List<Item> found(String typed) {
        var words = typed.replaceAll("[\"“”„«»-]", " ").replaceAll(", \\d.*$", "").strip();
        if (words.isEmpty() || Texts.length(words) > Texts.length(typed) + 1 || words.length() > 500) {
            return List.of();
        }
        return items.list(TimelineQuery.ALL.with(Parameter.KIND, ItemKind.EVENT.word()).with(Parameter.Q, words).with(Parameter.SORT, "relevance").with(Parameter.LIMIT, String.valueOf(MOST))).items();
    }

    private static String label(String title, EdtfDate date) {
        return title + ", " + DateWords.shortWords(date);
    }

    private static UUID id(String typed) {
        var id = ID.matcher(typed);
        return id.find() ? UUID.fromString(id.group(1)) : null;
    }
}
