package org.demarche.exchange.in.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.ActorType;
import org.demarche.actor.Actors;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.event.Countries;
import org.demarche.history.Identities;
import org.demarche.history.RecordKind;
import org.demarche.item.ActorRef;
import org.demarche.item.Finding;
import org.demarche.source.SourceRecord;
import org.demarche.source.Sources;
import org.demarche.text.FoldedName;
import org.demarche.text.Slugs;
import org.demarche.text.Texts;
import org.demarche.web.RecordLimits;

/** Finds whom names in a file mean, and proposes what to make of those that nobody has. */
@ApplicationScoped
class NameFinder {
    private static final int OFFERED = 5;
    private static final int PUBLISHERS = 100_000;
    private static final Pattern BODY = Pattern.compile("(?i).*\\b(ministry|organi[sz]ation|council|committee|party|group|agency|army|forces|government|parliament|commission|court|bank|movement|front|"
            + "police|assembly|office|department|embassy|university|institute|corporation|company|committees?|union|congress|senate)\\b.*");
    private static final Pattern ACRONYM = Pattern.compile("[A-Z0-9]{2,8}");

    @Inject
    Actors actors;
    @Inject
    Sources sources;
    @Inject
    Topics topics;
    @Inject
    Identities identities;
    @Inject
    Finding finding;

    /** All publishers and topics as they are when an import begins to look names up: there are few beside actors. */
    final class Books {
        private final Map<String, Sources.SourceName> publishers = new HashMap<>();
        private final Map<FoldedName, List<String>> publishersAlike;
        private final Map<String, Topics.TopicName> labels = new HashMap<>();
        private final Map<FoldedName, List<String>> labelsAlike;

        private Books() {
            var known = sources.page(0, PUBLISHERS);
            known.forEach(source -> publishers.putIfAbsent(source.name(), source));
            known.forEach(source -> publishers.putIfAbsent(source.slug(), source));
            publishersAlike = known.stream().collect(Collectors.groupingBy(source -> FoldedName.of(source.name()), Collectors.mapping(Sources.SourceName::slug, Collectors.toList())));
            var code = topics.all();
            code.forEach(topic -> labels.putIfAbsent(topic.label(), topic));
            code.forEach(topic -> labels.putIfAbsent(topic.slug(), topic));
            labelsAlike = code.stream().collect(Collectors.groupingBy(topic -> FoldedName.of(topic.label()), Collectors.mapping(Topics.TopicName::slug, Collectors.toList())));
        }
    }

    Books books() {
        return new Books();
    }

    /**
     * What these names mean.
     *
     * @param hints what the file tells of some of them: whoever has the CAMEO code of one is meant
     * @param unknown what becomes of one that nobody has
     */
    Map<String, ImportName> actors(Collection<String> names, Map<String, ActorRecord> hints, Set<String> speakers, UnknownNames unknown) {
        var meant = new HashMap<String, ImportName>();
        var bySlug = actors.named(names);
        var byName = actors.calledExactly(names.stream().filter(name -> !bySlug.containsKey(name)).toList());
        var byCode = actors.ofCameo(hints.entrySet().stream().filter(hint -> names.contains(hint.getKey())).map(hint -> hint.getValue().cameo()).filter(Objects::nonNull).toList());
        for (var name : names) {
            var coded = hints.containsKey(name) ? byCode.get(hints.get(name).cameo()) : null;
            var exactly = bySlug.containsKey(name) ? List.of(bySlug.get(name)) : coded != null ? List.of(coded) : byName.getOrDefault(name, List.of());
            if (exactly.size() == 1) {
                meant.put(name, ImportName.known(RecordKind.ACTOR, name, exactly.get(0).slug()));
            } else {
                var alike = exactly.isEmpty() ? alike(name) : exactly;
                meant.put(name, open(RecordKind.ACTOR, name, actor(name, hints.get(name), speakers.contains(name)), alike.stream().map(ActorRef::slug).limit(OFFERED).toList(), unknown));
            }
        }
        return meant;
    }

    Map<String, ImportName> sources(Collection<String> names, Map<String, String> reliability, Books books, UnknownNames unknown) {
        var meant = new HashMap<String, ImportName>();
        for (var name : names) {
            var known = books.publishers.get(name);
            meant.put(name, known != null ? ImportName.known(RecordKind.SOURCE, name, known.slug())
                    : open(RecordKind.SOURCE, name, new SourceRecord(identities.newId(), Slugs.of(name), null, name, reliability.get(name), null),
                            books.publishersAlike.getOrDefault(FoldedName.of(name), List.of()), unknown));
        }
        return meant;
    }

    Map<String, ImportName> topics(Collection<String> names, Books books, UnknownNames unknown) {
        var meant = new HashMap<String, ImportName>();
        for (var name : names) {
            var known = books.labels.get(name);
            meant.put(name, known != null ? ImportName.known(RecordKind.TOPIC, name, known.slug())
                    : open(RecordKind.TOPIC, name, new TopicRecord(identities.newId(), Slugs.of(name), null, spelled(name), null, null, null),
                            books.labelsAlike.getOrDefault(FoldedName.of(spelled(name)), List.of()), unknown));
        }
        return meant;
    }

    /** One other spelling is taken, and confirmed; of several nobody but the analyst can tell. */
    private static ImportName open(RecordKind kind, String name, org.demarche.history.RootRecord proposed, List<String> alike, UnknownNames unknown) {
        if (alike.size() == 1) {
            return new ImportName(kind, name, ImportName.Choice.USE, alike.get(0), proposed, alike);
        }
        var choice = alike.size() > 1 ? ImportName.Choice.ASK : switch (unknown) {
            case ASK -> ImportName.Choice.ASK;
            case CREATE -> ImportName.Choice.CREATE;
            case LEAVE -> ImportName.Choice.LEAVE;
        };
        return new ImportName(kind, name, choice, null, proposed, alike);
    }

    private List<ActorRef> alike(String name) {
        var found = actors.refs(finding.actorsCalled(Texts.cut(name, RecordLimits.NAME), OFFERED));
        return found.values().stream().filter(Objects::nonNull).toList();
    }

    private ActorRecord actor(String name, ActorRecord hint, boolean speaks) {
        var given = hint == null ? new ActorRecord(null, null, null, null, null, null, null, null, null, null, null, null, null, null) : hint;
        var called = given.name() == null ? spelled(name) : given.name();
        var country = Countries.code(called).orElse(null);
        var type = given.type() != null ? given.type() : type(called, country, speaks).name();
        boolean isState = ActorType.STATE.name().equals(type);
        return new ActorRecord(identities.newId(), Slugs.isSlug(name) ? name : Slugs.of(called), null, type, called, given.shortName(), given.names(),
                given.iso() != null ? given.iso() : isState ? country : null, given.cameo(), given.sector(), given.existedSince(), given.existedUntil(), given.externalIds(), null);
    }

    private static ActorType type(String name, String country, boolean speaks) {
        if (country != null) {
            return ActorType.STATE;
        }
        return speaks && !BODY.matcher(name).matches() && !ACRONYM.matcher(name).matches() && name.contains(" ") ? ActorType.PERSON : ActorType.ORGANIZATION;
    }

    /** A slug of another instance as a name: 'Mofa japan' is plain enough to be corrected. */
    private static String spelled(String name) {
        if (!Slugs.isSlug(name)) {
            return name;
        }
        var words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
