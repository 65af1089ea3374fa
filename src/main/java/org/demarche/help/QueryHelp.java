package org.demarche.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.demarche.actor.Level;
import org.demarche.coding.Plover;
import org.demarche.coding.StanceSign;
import org.demarche.event.EventKind;
import org.demarche.event.EventStatus;
import org.demarche.item.Parameter;
import org.demarche.statement.Instrument;
import org.demarche.text.ReportingMode;

/**
 * One parameter of the query language, as the help tells it.
 *
 * @param values what may be given
 * @param finds which items, or what it does
 * @param example a query with it, which the example data answers
 */
record QueryHelp(Parameter parameter, String values, String finds, String example) {

    static List<QueryHelp> all() {
        return Arrays.stream(Parameter.values()).map(QueryHelp::of).toList();
    }

    public String word() {
        return parameter.word();
    }

    public boolean once() {
        return !parameter.repeats();
    }

    private static QueryHelp of(Parameter parameter) {
        return switch (parameter) {
            case Q -> help(parameter, "words", "items that have every word in a text of theirs or in a name of somebody who takes part", "q=battlefield");
            case FROM -> help(parameter, "a day, month, season or year", "items that may fall on that day or later", "from=2023-01-31");
            case TO -> help(parameter, "a day, month, season or year", "items that may fall on that day or earlier", "to=2023-02");
            case WHEN -> help(parameter, "possibly, definitely", "items that may fall in the window, or only those that must", "from=2023-02-01&to=2023-02-01&when=definitely");
            case KIND -> help(parameter, "statement, event", "what was said, or what happened", "kind=event");
            case ACTOR -> help(parameter, "an actor", "items in which the actor takes any part", "actor=japan");
            case WITH -> help(parameter, "an actor", "items in which this one takes part too: a pair", "actor=china&with=nato");
            case SPEAKER -> help(parameter, "an actor", "statements that the actor made in person", "speaker=mao-ning");
            case BEHALF -> help(parameter, "an actor", "statements made on behalf of the actor", "behalf=china");
            case ADDRESSEE -> help(parameter, "an actor", "statements made to the actor", "addressee=yoshimasa-hayashi");
            case TARGET -> help(parameter, "an actor", "statements about the actor", "target=nato");
            case PARTICIPANT -> help(parameter, "an actor", "events in which the actor takes part", "participant=jens-stoltenberg");
            case TYPE -> help(parameter, Plover.types().stream().map(Plover.Type::code).collect(Collectors.joining(", ")) + ", none", "items of that PLOVER type, or not coded in it", "type=ACCUSE");
            case CAMEO -> help(parameter, "a CAMEO code, or how it begins", "items whose code begins so", "cameo=11");
            case STANCE -> help(parameter, Arrays.stream(StanceSign.values()).map(StanceSign::query).collect(Collectors.joining(", ")),
                    "statements whose stances, toward the target where one is given, have that sign in common", "stance=critical");
            case EVENT_KIND -> help(parameter, names(EventKind.class), "events of that kind", "event_kind=SUMMIT");
            case MODE -> help(parameter, names(ReportingMode.class), "statements that are reported so", "mode=VERBATIM");
            case INSTRUMENT -> help(parameter, names(Instrument.class), "statements made in that form", "instrument=BRIEFING");
            case TOPIC -> help(parameter, "a topic", "items on it", "topic=bloc-confrontation");
            case PLACE -> help(parameter, "a name", "events there", "place=Tokyo");
            case COUNTRY -> help(parameter, "two letters of ISO 3166", "events in that country", "country=JP");
            case SOURCE -> help(parameter, "a source", "items that one of its documents reports", "source=mainichi");
            case DOCUMENT -> help(parameter, "the id of a document", "items that it reports", "document=01860cd9-1a00-7009-8000-d3a4c4e00009");
            case EVENT -> help(parameter, "the id of an event", "what was said there, and its sub-events", "event=01860cd9-1a00-7048-8000-d3a4c4e00048");
            case ITEM -> help(parameter, "ids of statements and events", "these and no others", "item=01860cd9-1a00-7051-8000-d3a4c4e00051");
            case STATUS -> help(parameter, names(EventStatus.class), "events of that status", "status=HELD");
            case COLLECTION -> help(parameter, "a collection", "what is in it", "collection=china-on-nato-early-2023");
            case LEVEL -> help(parameter, names(Level.class), "statements by holders of such a post", "level=SPOKESPERSON");
            case RECORDED -> help(parameter, "two days or instants, as 2023-02-01/..", "items that were first recorded here then", "recorded=2023-02-01/..");
            case AS_OF -> help(parameter, "a day or an instant", "the records as they were known then, at the end of the day", "as_of=2023-02-10");
            case LANES -> help(parameter, "principal, dyad, behalf, actor, target, type, topic, country, kind", "what a lane of the drawing is", "lanes=actor");
            case PREDECESSORS -> help(parameter, "true, false", "whether the lane of an actor joins those of the actors that it succeeded", "predecessors=true");
            case SORT -> help(parameter, "date, -date, recorded, -recorded, relevance", "the order of lists and exports", "sort=-date");
            case CURSOR -> help(parameter, "what an earlier page of the list gave", "where the list goes on", null);
            case LIMIT -> help(parameter, "1 to 500", "how many items a page of JSON has", "limit=5");
            case BOM -> help(parameter, "true, false", "whether the CSV begins with a byte order mark, for Excel", "bom=true");
            case WIDTH -> help(parameter, "100 to 10000", "how wide the drawing is, in pixels", "width=820");
        };
    }

    private static QueryHelp help(Parameter parameter, String values, String finds, String example) {
        return new QueryHelp(parameter, values, finds, example);
    }

    private static <E extends Enum<E>> String names(Class<E> constants) {
        return Arrays.stream(constants.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")).toUpperCase(Locale.ROOT);
    }
}
