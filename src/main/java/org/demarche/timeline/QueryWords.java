package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.demarche.coding.StanceSign;
import org.demarche.event.EventKind;
import org.demarche.event.EventStatus;
import org.demarche.actor.Level;
import org.demarche.item.AsOf;
import org.demarche.item.ItemWords;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.statement.Instrument;
import org.demarche.text.ReportingMode;

/**
 * A query as people say it: as the title of a page, and one chip for each value.
 *
 * @param names of what its values name, by value
 */
record QueryWords(TimelineQuery query, Map<String, String> names) {
    /** Parameters that are no filter, or have a place of their own on the page. */
    private static final Set<Parameter> APART = Set.of(Parameter.FROM, Parameter.TO, Parameter.LANES, Parameter.PREDECESSORS, Parameter.SORT, Parameter.CURSOR, Parameter.LIMIT, Parameter.BOM, Parameter.WIDTH);
    private static final Set<Parameter> OF_STATEMENTS = Set.of(Parameter.SPEAKER, Parameter.BEHALF, Parameter.ADDRESSEE, Parameter.TARGET, Parameter.STANCE, Parameter.MODE, Parameter.INSTRUMENT, Parameter.LEVEL);
    private static final Set<Parameter> OF_EVENTS = Set.of(Parameter.PARTICIPANT, Parameter.EVENT_KIND, Parameter.STATUS, Parameter.PLACE, Parameter.COUNTRY);

    /**
     * @param about what the value filters: 'on behalf of'
     * @param off the same view without it
     */
    record Chip(String about, String words, Parameter parameter, String value, String off) {
    }

    /** 'Timeline' of everything; 'Statements on behalf of China, about NATO'. */
    String title() {
        if (query.isUnfiltered() && !query.has(Parameter.WHEN)) {
            return "Timeline";
        }
        var parts = query.parameters().stream().filter(parameter -> !APART.contains(parameter) && parameter != Parameter.KIND && parameter != Parameter.ITEM && parameter != Parameter.WHEN)
                .map(parameter -> about(parameter) + " " + query.values(parameter).stream().map(value -> words(parameter, value)).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
        return (noun() + " " + parts).strip();
    }

    List<Chip> chips(Links links) {
        var chips = new ArrayList<Chip>();
        for (var parameter : query.parameters()) {
            if (parameter == Parameter.ITEM) {
                chips.add(new Chip(about(parameter), picked(), parameter, query.values(parameter).get(0), new Links(query.without(parameter), links.window()).here()));
            } else if (!APART.contains(parameter) && parameter != Parameter.AS_OF) {
                for (var value : query.values(parameter)) {
                    chips.add(new Chip(about(parameter), words(parameter, value), parameter, value, new Links(query.without(parameter, value), links.window()).here()));
                }
            }
        }
        return List.copyOf(chips);
    }

    /** Those of somebody's choice are told by their number: their titles would fill the page. */
    private String picked() {
        int number = query.values(Parameter.ITEM).size();
        return ItemWords.number(number) + (number == 1 ? " picked item" : " picked items");
    }

    private String noun() {
        if (query.has(Parameter.ITEM)) {
            return picked();
        }
        var kinds = query.values(Parameter.KIND);
        if (kinds.size() == 1) {
            return kinds.get(0).equals("event") ? "Events" : "Statements";
        }
        boolean statements = query.parameters().stream().anyMatch(OF_STATEMENTS::contains);
        boolean events = query.parameters().stream().anyMatch(OF_EVENTS::contains);
        return statements == events ? "All items" : statements ? "Statements" : "Events";
    }

    static String about(Parameter parameter) {
        return switch (parameter) {
            case Q -> "with the words";
            case WHEN -> "dated";
            case KIND -> "only";
            case ACTOR -> "involving";
            case WITH -> "together with";
            case SPEAKER -> "said by";
            case BEHALF -> "on behalf of";
            case ADDRESSEE -> "to";
            case TARGET -> "about";
            case PARTICIPANT -> "attended by";
            case TYPE -> "event code";
            case CAMEO -> "CAMEO code";
            case STANCE -> "stance";
            case EVENT_KIND -> "kind";
            case MODE -> "reported";
            case INSTRUMENT -> "form";
            case TOPIC -> "topic";
            case PLACE -> "in";
            case COUNTRY -> "country";
            case SOURCE -> "from";
            case DOCUMENT -> "reported by";
            case EVENT -> "at";
            case ITEM -> "only";
            case STATUS -> "status";
            case COLLECTION -> "in the collection";
            case LEVEL -> "post";
            case RECORDED -> "recorded";
            case AS_OF -> "as known on";
            case FROM, TO, LANES, PREDECESSORS, SORT, CURSOR, LIMIT, BOM, WIDTH -> parameter.word();
        };
    }

    String words(Parameter parameter, String value) {
        return switch (parameter) {
            case KIND -> value + "s";
            case STANCE -> StanceSign.find(value).map(StanceSign::label).orElse(value);
            case EVENT_KIND -> EventKind.valueOf(value).label();
            case STATUS -> EventStatus.valueOf(value).label();
            case INSTRUMENT -> Instrument.valueOf(value).label();
            case MODE -> ReportingMode.valueOf(value).label();
            case LEVEL -> Level.valueOf(value).label();
            case TYPE -> value.equals("none") ? "not coded" : value;
            case Q -> value.contains("\"") ? value : "“" + value + "”";
            case RECORDED -> value.replace("/", " to ");
            case AS_OF -> AsOf.read(value).words();
            default -> names.getOrDefault(value, value);
        };
    }
}
