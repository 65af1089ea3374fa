package org.demarche.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.demarche.coding.Cameo;
import org.demarche.coding.Plover;
import org.demarche.web.BadParameterException;

/** Makes queries that ask for generated items: every parameter that filters, in every combination. */
public final class GeneratedQueries implements Directory {
    private static final List<Parameter> FILTERS = List.of(Parameter.values()).stream()
            .filter(parameter -> !Parameter.PRESENTATION.contains(parameter) && parameter != Parameter.AS_OF && parameter != Parameter.WHEN).toList();

    private final GeneratedItems world;
    private final List<Item> items;
    private final Random random;
    private final Map<String, String> collections = new LinkedHashMap<>();

    public GeneratedQueries(GeneratedItems world, List<Item> items) {
        this.world = world;
        this.items = items;
        random = world.random();
        for (int number = 0; number < 4; number++) {
            collections.put("collection-" + number, next().without(Parameter.COLLECTION).toString());
        }
    }

    public TimelineQuery next() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            var given = new LinkedHashMap<String, List<String>>();
            for (int count = random.nextInt(4); count >= 0; count--) {
                var parameter = world.oneOf(FILTERS);
                given.put(parameter.word(), parameter.repeats() ? world.several(2, 1, () -> value(parameter)) : List.of(value(parameter)));
            }
            if (random.nextBoolean()) {
                given.put("when", List.of("definitely"));
            }
            try {
                return TimelineQuery.parse(given, this);
            } catch (BadParameterException refused) {
                // a window that ends before it starts, or a collection before there are any
            }
        }
        throw new IllegalStateException("No query in 1000 attempts");
    }

    /** One that asks for words alone. */
    public TimelineQuery search() {
        return TimelineQuery.ALL.with(Parameter.Q, words());
    }

    /** One that asks for stances toward one to three targets. */
    public TimelineQuery stances() {
        var query = TimelineQuery.ALL.with(Parameter.STANCE, value(Parameter.STANCE));
        for (int count = random.nextInt(3); count >= 0; count--) {
            query = query.with(Parameter.TARGET, world.actor().slug());
        }
        return query;
    }

    private String value(Parameter parameter) {
        return switch (parameter) {
            case Q -> words();
            case FROM, TO -> world.term();
            case KIND -> world.oneOf(List.of("statement", "event"));
            case ACTOR, WITH, SPEAKER, BEHALF, ADDRESSEE, TARGET, PARTICIPANT -> world.actor().slug();
            case TYPE -> random.nextBoolean() ? "none" : world.oneOf(Plover.types()).code();
            case CAMEO -> world.oneOf(Cameo.codes()).code().substring(0, 1 + random.nextInt(2));
            case STANCE -> world.oneOf(List.of("supportive", "neutral", "critical", "mixed", "none"));
            case EVENT_KIND -> world.oneOf(List.of("VISIT", "SUMMIT", "OTHER"));
            case MODE -> world.oneOf(List.of("VERBATIM", "MIXED", "INDIRECT"));
            case INSTRUMENT -> world.oneOf(List.of("BRIEFING", "SPEECH", "LETTER"));
            case TOPIC -> world.oneOf(world.topics()).slug();
            case PLACE -> world.placeName();
            case COUNTRY -> world.oneOf(List.of("JP", "KR", "US"));
            case SOURCE -> world.oneOf(List.copyOf(world.sources().keySet()));
            case DOCUMENT -> world.oneOf(world.documents()).toString();
            case EVENT -> world.events().isEmpty() ? world.id().toString() : world.oneOf(world.events()).id().toString();
            case ITEM -> world.oneOf(items).id().toString();
            case STATUS -> world.oneOf(List.of("HELD", "PLANNED"));
            case COLLECTION -> "collection-" + random.nextInt(4);
            case LEVEL -> world.oneOf(List.of("HEAD", "MINISTER"));
            case RECORDED -> world.oneOf(List.of("2023-02-01", "2023-02-02/..", "../2023-02-03", "2023-02-01T00:00:00Z/2023-02-01T00:00:00Z",
                    "2023-02-01T00:00:00.000000001Z/2023-02-04T12:00:00.0001Z", "-1000000000-01-01T00:00:00Z/+1000000000-01-01T00:00:00Z"));
            case WHEN, AS_OF, LANES, PREDECESSORS, SORT, CURSOR, LIMIT, BOM, WIDTH -> throw new IllegalArgumentException(parameter + " filters nothing");
        };
    }

    private String words() {
        var parts = new ArrayList<String>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            var minus = random.nextInt(4) == 0 ? "-" : "";
            parts.add(minus + switch (random.nextInt(5)) {
                case 0 -> '"' + piece(3).replace("\"", "") + '"';
                case 1 -> '"' + world.text(2) + '"';
                case 2 -> "actor";
                case 3 -> piece(1);
                default -> world.oneOf(GeneratedItems.WORDS);
            });
        }
        return String.join(" ", parts);
    }

    /** Some words that follow each other in an item or a name. */
    private String piece(int words) {
        var item = world.oneOf(items);
        var text = random.nextInt(3) == 0 ? world.oneOf(world.names().get(world.actor().slug()))
                : Optional.ofNullable(item.report()).map(Item.Report::words).orElse(item.title());
        var parts = List.of(text.split(" "));
        int from = random.nextInt(parts.size());
        return String.join(" ", parts.subList(from, Math.min(parts.size(), from + words)));
    }

    @Override
    public Optional<String> actor(String slug) {
        return Optional.of(slug).filter(world.names()::containsKey);
    }

    @Override
    public Optional<String> topic(String slug) {
        return Optional.of(slug).filter(any -> world.topics().stream().anyMatch(topic -> topic.slug().equals(slug)));
    }

    @Override
    public Optional<String> source(String slug) {
        return Optional.of(slug).filter(world.sources()::containsKey);
    }

    @Override
    public boolean isDocument(UUID id) {
        return world.documents().contains(id);
    }

    @Override
    public boolean isEvent(UUID id) {
        return world.events().stream().anyMatch(event -> event.id().equals(id));
    }

    @Override
    public boolean isItem(UUID id) {
        return items.stream().anyMatch(item -> item.id().equals(id));
    }

    @Override
    public Optional<String> collection(String slug) {
        return Optional.ofNullable(collections.get(slug));
    }
}
