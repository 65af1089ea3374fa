package org.demarche.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.FormActors;
import org.demarche.event.LinkBasis;
import org.demarche.event.LinkKind;
import org.demarche.event.LinkRecord;
import org.demarche.history.Change;
import org.demarche.item.ActorRef;
import org.demarche.source.AnchorRecord;
import org.demarche.source.Documents;
import org.demarche.source.FormAnchors;
import org.demarche.source.FormSelection;
import org.demarche.source.FormSources;
import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.FormRows;

/**
 * Makes the record of a statement from the fields of the form. It starts from the record that is there and changes only what the form
 * shows: further reports, other schemes' codings and links of other kinds stay.
 */
@ApplicationScoped
class FormStatement {
    private static final Pattern ITEM = Pattern.compile("(?i)\\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    @Inject
    FormActors formActors;
    @Inject
    Documents documents;

    /** One row of what a statement is about, with the stance toward it. */
    record Target(int number, ActorRef actor, boolean unknown, String holder, Integer stance) {
    }

    List<Target> targets(FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var targets = new ArrayList<Target>();
        for (int number : fields.rows("targets")) {
            var prefix = "targets[" + number + "].";
            var named = formActors.read(prefix, fields, attesting, change, errors);
            var stance = integer(prefix + "stance", fields, errors);
            if (fields.isBlank(prefix + "actor")) {
                if (stance != null) {
                    errors.add(prefix + "actor", "Say toward whom the stance is");
                }
                continue;
            }
            targets.add(new Target(number, named.actor(), named.unknown(), one(prefix + "holder", fields, errors), stance));
        }
        return targets;
    }

    FormRows<String> addressees(FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var addressees = FormRows.<String>empty();
        for (int number : fields.rows("addressees")) {
            var named = formActors.read("addressees[" + number + "].", fields, attesting, change, errors);
            if (named.actor() != null) {
                addressees.add(number, named.actor().slug());
            }
        }
        return addressees;
    }

    /** Stances toward others than its targets are not in the form, and stay. The order of those that stay does not change. */
    static FormRows<StatementRecord.Stance> stances(List<Target> targets, StatementRecord base) {
        record Placed(int number, StatementRecord.Stance stance) {
        }
        var before = base == null ? List.<StatementRecord.Stance>of() : base.stances();
        var placed = new ArrayList<Placed>();
        targets.stream().filter(target -> target.actor() != null && target.stance() != null)
                .forEach(target -> placed.add(new Placed(target.number(), new StatementRecord.Stance(target.holder(), target.actor().slug(), target.stance()))));
        before.stream().filter(stance -> !base.targets().contains(stance.toward())).forEach(stance -> placed.add(new Placed(0, stance)));
        placed.sort(Comparator.comparingInt(entry -> place(entry.stance, before)));
        return new FormRows<>(placed.stream().map(Placed::number).toList(), placed.stream().map(Placed::stance).toList());
    }

    /** All reports of the statement, the preferred one as the form has it. */
    List<StatementRecord.Rendering> renderings(FormFields fields, Documents.DocumentName cited, StatementRecord base, FormErrors errors) {
        var before = base == null ? null : base.preferred();
        var rendering = rendering(fields, cited, before, true, errors);
        return base == null ? List.of(rendering) : base.renderings().stream().map(other -> other == before ? rendering : other).toList();
    }

    /** @param before as it is recorded, null for a new one */
    StatementRecord.Rendering rendering(FormFields fields, Documents.DocumentName cited, StatementRecord.Rendering before, boolean preferred, FormErrors errors) {
        var document = cited == null ? null : cited.id();
        var typed = Texts.normalise(fields.text("words")).strip();
        var words = typed.isEmpty() ? null : typed;
        boolean unchanged = before != null && Objects.equals(words, before.words()) && Objects.equals(document, before.document());
        // The language of the words is the document's unless the form says another.
        var given = fields.value("language");
        var language = given != null || cited == null || unchanged && before.language() == null ? given : cited.language();
        return new StatementRecord.Rendering(document, preferred, fields.value("mode"), words, language, fields.value("originalLanguage"),
                one("via", fields, errors), integer("credibility", fields, errors),
                unchanged ? before.anchors() : words == null ? List.of() : FormAnchors.of(words, documents.text(cited), FormSelection.place("", fields)));
    }

    /** What it responds to; other links stay. */
    static List<LinkRecord> links(FormFields fields, StatementRecord base, FormErrors errors) {
        var before = base == null ? List.<LinkRecord>of() : base.links();
        var links = new ArrayList<>(before);
        var shown = before.stream().filter(link -> LinkKind.RESPONDS_TO.name().equals(link.kind())).findFirst();
        var typed = fields.value("respondsTo");
        if (typed == null) {
            shown.ifPresent(links::remove);
            return links;
        }
        Matcher id = ITEM.matcher(typed);
        if (!id.find()) {
            errors.add("respondsTo", "This names no statement or event: paste its address, as /statements/…");
            return links;
        }
        var basis = Optional.ofNullable(fields.value("respondsToBasis")).orElse(LinkBasis.INFERRED.name());
        var link = new LinkRecord(LinkKind.RESPONDS_TO.name(), UUID.fromString(id.group(1)), basis, shown.map(LinkRecord::citations).orElse(null));
        shown.ifPresentOrElse(old -> links.set(links.indexOf(old), link), () -> links.add(link));
        return links;
    }

    UUID event(FormFields fields, FormErrors errors) {
        var typed = fields.value("event");
        var event = FormSources.uuid(typed);
        if (typed != null && event.isEmpty()) {
            errors.add("event", "There is no such event");
        }
        return event.orElse(null);
    }

    private static int place(StatementRecord.Stance stance, List<StatementRecord.Stance> before) {
        for (int index = 0; index < before.size(); index++) {
            if (Objects.equals(before.get(index).holder(), stance.holder()) && before.get(index).toward().equals(stance.toward())) {
                return index;
            }
        }
        return before.size();
    }

    /** Where the words of a report stand in its document. */
    List<AnchorRecord> anchors(StatementRecord.Rendering report) {
        return report.words() == null ? List.of() : FormAnchors.of(report.words(), documents.text(report.document()), null);
    }

    /** The slug of an actor that must be there already; null where the field is empty or wrong. */
    private String one(String field, FormFields fields, FormErrors errors) {
        if (fields.isBlank(field)) {
            return null;
        }
        var meant = formActors.meant(fields.text(field));
        if (meant.size() == 1) {
            return meant.get(0).slug();
        }
        errors.add(field, meant.isEmpty() ? "There is no actor ‘" + Texts.cut(fields.text(field).strip(), 60) + "’"
                : "Several actors are called so. Write one of: " + String.join(", ", meant.stream().map(ActorRef::slug).toList()));
        return null;
    }

    private static Integer integer(String field, FormFields fields, FormErrors errors) {
        var typed = fields.value(field);
        try {
            return typed == null ? null : Integer.valueOf(typed);
        } catch (NumberFormatException unread) {
            errors.add(field, "‘" + Texts.cut(typed, 60) + "’ is no whole number");
            return null;
        }
    }
}
