package org.demarche.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Plover;
import org.demarche.coding.StanceSign;
import org.demarche.text.SearchWords;
import org.demarche.text.Words;

/** Whether a query finds an item, said as plainly as can be: what the index is compared with. */
record Matching(TimelineQuery query, Function<String, List<String>> names) {

    boolean matches(Item item) {
        return query.parameters().stream().allMatch(parameter -> matches(parameter, item));
    }

    private boolean matches(Parameter parameter, Item item) {
        return switch (parameter) {
            case Q -> query.words().stream().anyMatch(words -> says(item, words));
            case FROM, TO -> inWindow(item);
            case KIND -> any(parameter, item.kind().word()::equals);
            case ACTOR, WITH -> anyOf(parameter, slugs(item.actors()));
            case SPEAKER -> anyOf(parameter, slugs(item.speakers().stream().map(Item.Speaker::actor).toList()));
            case BEHALF -> anyOf(parameter, slugs(item.speakers().stream().flatMap(speaker -> speaker.behalf().stream()).toList()));
            case ADDRESSEE -> anyOf(parameter, slugs(item.addressees()));
            case TARGET -> anyOf(parameter, slugs(item.targets()));
            case PARTICIPANT -> anyOf(parameter, slugs(item.participants().stream().map(Item.Participant::actor).toList()));
            case TYPE -> any(parameter, type -> type.equals(typeOf(item).orElse("none")));
            case CAMEO -> any(parameter, prefix -> codeOf(item).filter(code -> code.startsWith(prefix)).isPresent());
            case STANCE -> item.isStatement() && any(parameter, sign -> sign.equals(stance(item).name().toLowerCase(Locale.ROOT)));
            case EVENT_KIND -> any(parameter, kind -> kind.equals(item.eventKind()));
            case MODE -> any(parameter, mode -> item.report() != null && mode.equals(item.report().mode()));
            case INSTRUMENT -> any(parameter, instrument -> instrument.equals(item.instrument()));
            case TOPIC -> anyOf(parameter, item.topics().stream().map(Item.Topic::slug).toList());
            case PLACE -> any(parameter, place -> item.place().name() != null && Words.exactTerms(place).equals(Words.exactTerms(item.place().name())));
            case COUNTRY -> anyOf(parameter, item.place().countries());
            case SOURCE -> anyOf(parameter, item.sources());
            case DOCUMENT -> anyOf(parameter, item.documents().stream().map(Object::toString).toList());
            case EVENT -> anyOf(parameter, item.within().stream().map(Object::toString).toList());
            case STATUS -> any(parameter, status -> status.equals(item.status()));
            case COLLECTION -> query.collections().stream().anyMatch(saved -> saved.matches(item, names));
            case ITEM -> any(parameter, item.id().toString()::equals);
            case LEVEL -> anyOf(parameter, item.speakers().stream().map(Item.Speaker::level).toList());
            case RECORDED -> query.recorded().orElseThrow().holds(item.recorded().first());
            // The item is asked about as it was known then.
            case AS_OF -> true;
            case WHEN, LANES, PREDECESSORS, SORT, CURSOR, LIMIT, BOM, WIDTH -> true;
        };
    }

    private boolean inWindow(Item item) {
        var window = query.window().orElseThrow();
        return query.definitely()
                ? !item.when().unplaced() && item.when().days().definitelyIn(window.from(), window.to())
                : item.when().stands().possiblyIn(window.from(), window.to());
    }

    private StanceSign stance(Item item) {
        var targets = query.values(Parameter.TARGET);
        return StanceSign.of(item.stances().stream()
                .filter(stance -> targets.isEmpty() || stance.toward() != null && targets.contains(stance.toward().slug()))
                .map(Item.Stance::value).toList());
    }

    private static Optional<String> typeOf(Item item) {
        return coding(item, Plover.SCHEME).map(CodingRecord::type);
    }

    private static Optional<String> codeOf(Item item) {
        return coding(item, Cameo.SCHEME).map(CodingRecord::type);
    }

    private static Optional<CodingRecord> coding(Item item, String scheme) {
        return item.codings().stream().filter(coding -> coding.scheme().equals(scheme)).findFirst();
    }

    private boolean says(Item item, SearchWords search) {
        var texts = new ArrayList<String>();
        Stream.of(item.title(), item.summary(), item.report() == null ? null : item.report().words()).filter(Objects::nonNull).forEach(texts::add);
        item.actors().forEach(actor -> texts.addAll(names.apply(actor.slug())));
        return search.matches(texts);
    }

    private boolean any(Parameter parameter, Predicate<String> holds) {
        return query.values(parameter).stream().anyMatch(holds);
    }

    private boolean anyOf(Parameter parameter, Collection<String> values) {
        return any(parameter, values::contains);
    }

    private static List<String> slugs(Collection<ActorRef> actors) {
        return actors.stream().filter(Objects::nonNull).map(ActorRef::slug).toList();
    }
}
