package org.demarche.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.demarche.coding.StanceSign;
import org.demarche.history.RecordKind;
import org.demarche.item.Clause.And;
import org.demarche.item.Clause.Field;
import org.demarche.item.Clause.Not;
import org.demarche.item.Clause.Or;
import org.demarche.item.Clause.Range;
import org.demarche.item.Clause.Term;
import org.demarche.text.SearchWords;
import org.demarche.text.Words;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/** Puts a query into clauses: the counterpart, for a search engine, of what {@link Matching} says in plain Java. */
public final class Clauses {
    private static final List<Parameter> ACTORS = List.of(Parameter.ACTOR, Parameter.WITH, Parameter.SPEAKER, Parameter.BEHALF, Parameter.ADDRESSEE,
            Parameter.TARGET, Parameter.PARTICIPANT);
    private static final List<StanceSign> PLAIN_SIGNS = List.of(StanceSign.SUPPORTIVE, StanceSign.NEUTRAL, StanceSign.CRITICAL);

    private final TimelineQuery query;
    private final Map<RecordKind, Map<String, UUID>> ids;
    private final LookUps lookUps;

    private Clauses(TimelineQuery query, Map<RecordKind, Map<String, UUID>> ids, LookUps lookUps) {
        this.query = query;
        this.ids = ids;
        this.lookUps = lookUps;
    }

    /** What a query names, looked up in what is recorded. */
    public interface LookUps {
        /** The ids of the records that have or had these slugs. */
        Map<String, UUID> ids(RecordKind kind, Collection<String> slugs);

        /** The same, but that a topic which was merged is itself, as a query as of an earlier moment means it. */
        default Map<String, UUID> ever(RecordKind kind, Collection<String> slugs) {
            return ids(kind, slugs);
        }

        /** The number of the last revision that was recorded before this instant, 0 where there is none. */
        long lastBefore(Instant instant);
    }

    /** A slug that nobody has any more, since the query was read, is found nowhere. */
    public static Clause of(TimelineQuery query, LookUps lookUps) {
        var ids = new EnumMap<RecordKind, Map<String, UUID>>(RecordKind.class);
        ids.put(RecordKind.ACTOR, resolved(query, RecordKind.ACTOR, ACTORS, lookUps));
        ids.put(RecordKind.TOPIC, resolved(query, RecordKind.TOPIC, List.of(Parameter.TOPIC), lookUps));
        ids.put(RecordKind.SOURCE, resolved(query, RecordKind.SOURCE, List.of(Parameter.SOURCE), lookUps));
        return new Clauses(query, ids, lookUps).clause();
    }

    private static Map<String, UUID> resolved(TimelineQuery query, RecordKind kind, List<Parameter> parameters, LookUps lookUps) {
        var named = Stream.concat(Stream.of(query), query.collections().stream())
                .flatMap(asked -> parameters.stream().flatMap(parameter -> asked.values(parameter).stream())).distinct().toList();
        return named.isEmpty() ? new HashMap<>() : query.has(Parameter.AS_OF) ? lookUps.ever(kind, named) : lookUps.ids(kind, named);
    }

    private Clause clause() {
        return new And(query.parameters().stream().map(this::clause).filter(clause -> !clause.equals(Clause.ALL)).toList());
    }

    private Clause clause(Parameter parameter) {
        return switch (parameter) {
            case Q -> new Or(query.words().stream().map(Clauses::said).toList());
            case FROM -> window();
            case TO -> query.has(Parameter.FROM) ? Clause.ALL : window();
            case KIND -> terms(parameter, Field.KIND);
            case ACTOR, WITH -> named(parameter, Field.ACTOR, RecordKind.ACTOR);
            case SPEAKER -> named(parameter, Field.SPEAKER, RecordKind.ACTOR);
            case BEHALF -> named(parameter, Field.BEHALF, RecordKind.ACTOR);
            case ADDRESSEE -> named(parameter, Field.ADDRESSEE, RecordKind.ACTOR);
            case TARGET -> named(parameter, Field.TARGET, RecordKind.ACTOR);
            case PARTICIPANT -> named(parameter, Field.PARTICIPANT, RecordKind.ACTOR);
            case TYPE -> terms(parameter, Field.TYPE);
            case CAMEO -> terms(parameter, Field.CAMEO);
            case STANCE -> stance();
            case EVENT_KIND -> terms(parameter, Field.EVENT_KIND);
            case MODE -> terms(parameter, Field.MODE);
            case INSTRUMENT -> terms(parameter, Field.INSTRUMENT);
            case TOPIC -> named(parameter, Field.TOPIC, RecordKind.TOPIC);
            case PLACE -> anyOf(parameter, place -> new Term(Field.PLACE, placeTerm(place)));
            case COUNTRY -> terms(parameter, Field.COUNTRY);
            case SOURCE -> named(parameter, Field.SOURCE, RecordKind.SOURCE);
            case DOCUMENT -> terms(parameter, Field.DOCUMENT);
            case EVENT -> terms(parameter, Field.EVENT);
            case STATUS -> terms(parameter, Field.STATUS);
            case COLLECTION -> new Or(query.collections().stream().map(saved -> new Clauses(saved.without(Parameter.AS_OF), ids, lookUps).clause()).toList());
            case ITEM -> terms(parameter, Field.ID);
            case LEVEL -> terms(parameter, Field.LEVEL);
            case RECORDED -> recorded(query.recorded().orElseThrow());
            case AS_OF -> new Clause.AsOf(lookUps.lastBefore(query.asOf().orElseThrow().until()));
            case WHEN, LANES, PREDECESSORS, SORT, CURSOR, LIMIT, BOM, WIDTH -> Clause.ALL;
        };
    }

    /** A place's name as one term: equal where the names are, case and accents set aside. */
    public static String placeTerm(String name) {
        return String.join(" ", Words.exactTerms(name));
    }

    private static Clause said(SearchWords search) {
        var all = new ArrayList<Clause>();
        search.words().stream().map(Words::terms).filter(terms -> !terms.isEmpty()).forEach(terms -> all.add(new Clause.Words(terms)));
        search.phrases().stream().map(Words::exactTerms).filter(terms -> !terms.isEmpty()).forEach(terms -> all.add(new Clause.Phrase(terms)));
        search.withoutWords().stream().map(Words::terms).filter(terms -> !terms.isEmpty()).forEach(terms -> all.add(new Not(new Clause.Words(terms))));
        search.withoutPhrases().stream().map(Words::exactTerms).filter(terms -> !terms.isEmpty()).forEach(terms -> all.add(new Not(new Clause.Phrase(terms))));
        return new And(all);
    }

    private Clause window() {
        var window = query.window().orElse(Window.ALL);
        return query.definitely()
                ? new And(List.of(new Range(Field.LATEST_START, FourDays.MINUS_INFINITY, window.to()), new Range(Field.EARLIEST_END, window.from(), FourDays.PLUS_INFINITY)))
                : new And(List.of(new Range(Field.EARLIEST, FourDays.MINUS_INFINITY, window.to()), new Range(Field.LATEST, window.from(), FourDays.PLUS_INFINITY)));
    }

    /** Of statements only: the sign that the stances toward the query's targets have in common, or without targets all. */
    private Clause stance() {
        if (!query.has(Parameter.TARGET)) {
            return terms(Parameter.STANCE, Field.STANCE);
        }
        var toward = new EnumMap<StanceSign, Clause>(StanceSign.class);
        PLAIN_SIGNS.forEach(sign -> toward.put(sign, toward(sign)));
        return new And(List.of(new Term(Field.KIND, ItemKind.STATEMENT.word()),
                anyOf(Parameter.STANCE, word -> common(StanceSign.find(word).orElseThrow(), toward))));
    }

    private Clause toward(StanceSign sign) {
        return new Or(query.values(Parameter.TARGET).stream().map(slug -> ids.get(RecordKind.ACTOR).get(slug)).filter(id -> id != null)
                .map(id -> (Clause) new Term(Field.STANCE_TOWARD, Clause.toward(id.toString(), sign.query()))).toList());
    }

    private static Clause common(StanceSign asked, Map<StanceSign, Clause> toward) {
        var others = toward.entrySet().stream().filter(entry -> entry.getKey() != asked).map(Map.Entry::getValue).toList();
        return switch (asked) {
            case SUPPORTIVE, NEUTRAL, CRITICAL -> new And(List.of(toward.get(asked), new Not(new Or(others))));
            case NONE -> new Not(new Or(others));
            case MIXED -> new Or(List.of(new And(List.of(others.get(0), others.get(1))), new And(List.of(others.get(1), others.get(2))),
                    new And(List.of(others.get(0), others.get(2)))));
        };
    }

    private static Clause recorded(RecordedSpan span) {
        return new Range(Field.RECORDED, milliseconds(span.from()), Math.max(milliseconds(span.until()), Long.MIN_VALUE + 1) - 1);
    }

    /** The first whole millisecond that is not before the instant. */
    private static long milliseconds(Instant instant) {
        try {
            var floor = instant.toEpochMilli();
            return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private Clause terms(Parameter parameter, Field field) {
        return anyOf(parameter, value -> new Term(field, value));
    }

    private Clause named(Parameter parameter, Field field, RecordKind kind) {
        return anyOf(parameter, slug -> {
            var id = ids.get(kind).get(slug);
            return id == null ? Clause.NONE : new Term(field, id.toString());
        });
    }

    private Clause anyOf(Parameter parameter, Function<String, Clause> clause) {
        var clauses = query.values(parameter).stream().map(clause).toList();
        return clauses.size() == 1 ? clauses.get(0) : new Or(clauses);
    }
}
