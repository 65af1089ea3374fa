package org.demarche.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.demarche.history.Change;
import org.demarche.item.ActorRef;
import org.demarche.source.CitationRecord;
import org.demarche.source.Documents;
import org.demarche.text.Slugs;
import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Option;

/** Finds the actor that a typed name means, and makes it where the form says what it is. Templates ask it what there is to choose. */
@Named("formActors")
@ApplicationScoped
public class FormActors {
    /** As the type of a speaker of whom only a description is known. */
    public static final String DESCRIBED = "DESCRIBED";
    /** Noted in the fields of a row where nobody has the name, so that its page asks what it is. */
    public static final String UNKNOWN = "unknown";
    private static final int SHOWN = 60;

    @Inject
    Actors actors;

    /**
     * What a field came to.
     *
     * @param actor null where the name means nobody, or several
     * @param unknown whether nobody had that name, so that the form asks what it is
     */
    public record NamedActor(ActorRef actor, boolean unknown) {
    }

    /**
     * A name to choose from.
     *
     * @param detail what tells it from others
     */
    public record Offered(String name, String detail) {
    }

    /** What names may be chosen from: those of the first list in front, each once. */
    public static List<Offered> offered(List<ActorRef> first, List<ActorRef> others) {
        var all = new LinkedHashMap<UUID, ActorRef>();
        first.stream().filter(Objects::nonNull).forEach(actor -> all.put(actor.id(), actor));
        others.forEach(actor -> all.putIfAbsent(actor.id(), actor));
        var byName = new LinkedHashMap<String, Offered>();
        for (var actor : all.values()) {
            var name = ActorType.PERSON.name().equals(actor.type()) ? actor.name() : actor.shortName();
            var unique = byName.containsKey(name) ? actor.slug() : name;
            byName.putIfAbsent(unique, new Offered(unique, unique.equals(actor.name()) ? ActorType.valueOf(actor.type()).label() : actor.name()));
        }
        return List.copyOf(byName.values());
    }

    /** What somebody new may be. */
    public List<Option> types() {
        return Option.all(ActorType.class, ActorType::label);
    }

    /** The levels of a post that somebody new may hold. */
    public List<Option> levels() {
        return Option.all(Level.class, Level::label);
    }

    /** All that a typed name may mean: by exact name, short name or any other name, else by slug. */
    public List<ActorRef> meant(String typed) {
        var name = Texts.oneLine(typed);
        if (name.isEmpty()) {
            return List.of();
        }
        var exactly = actors.calledExactly(name);
        if (!exactly.isEmpty()) {
            var bySlug = exactly.stream().filter(actor -> actor.slug().equals(name)).toList();
            return bySlug.isEmpty() ? exactly : bySlug;
        }
        return actors.named(Slugs.of(name)).map(List::of).orElse(List.of());
    }

    String name(ActorRef actor) {
        return offered(List.of(actor)).get(actor);
    }

    /** How a field names each of these, so that reading it means the same again. Two queries. */
    Map<ActorRef, String> offered(List<ActorRef> offered) {
        var called = actors.calledExactly(offered.stream().map(FormActors::called).toList());
        var names = new LinkedHashMap<ActorRef, String>();
        offered.forEach(actor -> {
            var name = called(actor);
            var meant = called.getOrDefault(name, List.of());
            var bySlug = meant.stream().filter(other -> other.slug().equals(name)).toList();
            names.put(actor, List.of(actor).equals(bySlug.isEmpty() ? meant : bySlug) ? name : actor.slug());
        });
        return names;
    }

    /** The same by slug; that of nobody stays. Three queries. */
    public Map<String, String> names(List<String> slugs) {
        var known = actors.named(slugs);
        var offered = offered(known.values().stream().distinct().toList());
        var names = new LinkedHashMap<String, String>();
        slugs.forEach(slug -> names.put(slug, known.containsKey(slug) ? offered.get(known.get(slug)) : slug));
        return names;
    }

    /**
     * Reads the field {@code prefix + "actor"}. Where nobody has that name and {@code prefix + "type"} says what it is, it is made, with
     * the office that the fields beside it name.
     *
     * @param attesting the document that shows somebody new in office, may be null
     */
    public NamedActor read(String prefix, FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var typed = fields.value(prefix + "actor");
        fields.put(prefix + UNKNOWN, null);
        if (typed == null) {
            return new NamedActor(null, false);
        }
        var meant = meant(typed);
        if (meant.size() == 1) {
            return new NamedActor(meant.get(0), false);
        }
        if (meant.size() > 1) {
            errors.add(prefix + "actor", "Several actors are called so. Write one of: " + String.join(", ", meant.stream().map(ActorRef::slug).toList()));
            return new NamedActor(null, false);
        }
        fields.put(prefix + UNKNOWN, true);
        var type = fields.value(prefix + "type");
        if (type == null) {
            errors.add(prefix + "actor", "There is no actor ‘" + Texts.cut(typed, SHOWN) + "’. Correct the name, or say below what it is");
        } else if (!type.equals(DESCRIBED)) {
            return new NamedActor(made(prefix, typed, type, fields, attesting, change, errors), true);
        }
        return new NamedActor(null, true);
    }

    private static String called(ActorRef actor) {
        return "PERSON".equals(actor.type()) ? actor.name() : actor.shortName();
    }

    private ActorRef made(String prefix, String name, String type, FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        try {
            var actor = change.keep(new ActorRecord(null, null, null, type, name, null, null, null, null, null, null, null, null, null));
            office(prefix, actor, fields, attesting, change, errors);
            return actors.named(actor.slug()).orElseThrow();
        } catch (InvalidRecordException wrong) {
            errors.addAll(wrong.violations(), field -> prefix + (field.equals("type") ? "type" : "actor"));
            return null;
        }
    }

    private void office(String prefix, ActorRecord actor, FormFields fields, Documents.DocumentName attesting, Change change, FormErrors errors) {
        var of = fields.value(prefix + "of");
        if (of == null) {
            if (fields.value(prefix + "role") != null || fields.value(prefix + "since") != null) {
                errors.add(prefix + "of", "Say in whose service: a ministry, a state, an organisation");
            }
            return;
        }
        var whole = meant(of);
        if (whole.size() != 1) {
            errors.add(prefix + "of", whole.isEmpty() ? "There is no actor ‘" + Texts.cut(of, SHOWN) + "’"
                    : "Several actors are called so. Write one of: " + String.join(", ", whole.stream().map(ActorRef::slug).toList()));
            return;
        }
        var kind = actor.type().equals(ActorType.PERSON.name()) ? AffiliationKind.OCCUPANCY : AffiliationKind.PART_OF;
        var citations = attesting == null || attesting.published() == null ? null : List.of(new CitationRecord(attesting.id(), attesting.published(), null));
        try {
            change.keep(new AffiliationRecord(null, null, actor.slug(), whole.get(0).slug(), kind.name(), fields.value(prefix + "role"), fields.value(prefix + "level"),
                    fields.value(prefix + "since"), null, true, null, false, null, citations, null, null));
        } catch (InvalidRecordException wrong) {
            errors.addAll(wrong.violations(), field -> prefix + (field.equals("role") || field.equals("level") || field.equals("since") ? field : "of"));
        }
    }
}
