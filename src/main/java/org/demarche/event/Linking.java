package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.History;
import org.demarche.history.Revisions;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.source.FormCitations;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violation;
import org.demarche.web.Violations;

/** Makes a link from a form, or takes one off. It is kept with the later of the two, which their dates tell or else whoever links them. */
@ApplicationScoped
class Linking {
    private static final Pattern ID = Pattern.compile("(?i)\\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Items items;
    @Inject
    FormCitations formCitations;

    /** @param holder the record that holds the link now, null where something is wrong, or somebody only types */
    record Made(Linked holder, FormFields fields, List<Violation> violations) {
    }

    Made link(Item item, FormFields typed, Violations problems) {
        return history.attempt(change -> {
            var errors = new FormErrors();
            var unkeepable = new Violations();
            var fields = typed.keepable(unkeepable);
            errors.addAll(unkeepable);
            errors.addAll(problems);
            var other = other(item, fields, errors);
            boolean cites = !fields.isBlank("citations[0].source") || !fields.isBlank("citations[0].words");
            var citations = cites ? formCitations.read(fields, List.of(), change, errors).citations() : null;
            boolean isLater = other == null || isLater(item, other, fields, errors);
            var later = isLater ? item : other;
            var earlier = isLater ? other : item;
            var record = record(later);
            var links = new ArrayList<>(record.links());
            links.add(new LinkRecord(fields.value("kind"), earlier == null ? null : earlier.id(), fields.value("basis"), citations));
            var linked = record.linked(links, null);
            var violations = new Violations();
            change.checked(linked, violations);
            var own = "links[" + (links.size() - 1) + "].";
            errors.addAll(violations.list(), path -> field(path, own, fields));
            boolean saving = fields.text("action").equals("save");
            if (!saving) {
                errors.dropMissing(fields);
            }
            boolean kept = saving && errors.isEmpty();
            return new History.Attempt<>(new Made(kept ? change.keep(linked) : null, fields, errors.list()), kept);
        });
    }

    /** @throws UnknownRecordException where there is no such link */
    Linked unlink(Item later, String kind, UUID to) {
        return history.write(change -> {
            var record = record(later);
            var gone = find(record, kind, to);
            return change.keep(record.linked(record.links().stream().filter(link -> link != gone).toList(), null));
        });
    }

    LinkRecord find(Item later, String kind, UUID to) {
        return find(record(later), kind, to);
    }

    private static LinkRecord find(Linked record, String kind, UUID to) {
        return record.links().stream().filter(link -> link.kind().equals(kind) && link.to().equals(to)).findFirst()
                .orElseThrow(() -> new UnknownRecordException("link of this kind between the two"));
    }

    /** What is typed counts, else what is picked. */
    private Item other(Item item, FormFields fields, FormErrors errors) {
        var typed = fields.value("other") != null ? fields.value("other") : fields.value("pick");
        var id = typed == null ? null : ID.matcher(typed).results().map(found -> UUID.fromString(found.group(1))).findFirst().orElse(null);
        var found = id == null ? List.<Item>of() : items.of(List.of(id));
        if (found.isEmpty()) {
            errors.add("other", typed == null ? "Pick one, or paste the address of a statement or event" : "There is no such statement or event: paste its address, as /statements/…");
            return null;
        }
        if (found.get(0).id().equals(item.id())) {
            errors.add("other", "It can't be linked to itself");
            return null;
        }
        return found.get(0);
    }

    private static boolean isLater(Item item, Item other, FormFields fields, FormErrors errors) {
        int order = order(item, other);
        var said = fields.text("later");
        boolean isLater = said.isEmpty() ? order >= 0 : said.equals(LinkPages.THIS);
        if (!said.isEmpty() && (isLater ? order < 0 : order > 0)) {
            errors.add("later", "By their dates it is the other way round");
        }
        return isLater;
    }

    /** Below zero where the first is surely earlier than the second, above where it is surely later, zero where their dates do not tell. */
    private static int order(Item one, Item other) {
        var first = one.when().stands();
        var second = other.when().stands();
        if (first.s1() > second.e2() || first.e2() < second.s1()) {
            return first.s1() > second.e2() ? 1 : -1;
        }
        boolean sameDay = first.s1() == first.e2() && first.equals(second);
        return sameDay && one.when().time() != null && other.when().time() != null ? Integer.compare(one.when().time().minutes(), other.when().time().minutes()) : 0;
    }

    private static String field(String path, String own, FormFields fields) {
        if (!path.startsWith(own)) {
            return "";
        }
        var part = path.substring(own.length());
        return part.startsWith("citations") ? FormCitations.field(part, fields) : part.equals("to") ? "other" : part;
    }

    private Linked record(Item item) {
        return revisions.present(LinkPages.kind(item), item.id()).map(revision -> (Linked) revision.record())
                .orElseThrow(() -> new UnknownRecordException("statement or event " + item.id()));
    }
}
