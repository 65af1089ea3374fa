package org.demarche.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.demarche.coding.Cameo;
import org.demarche.coding.Plover;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;

/** Reads one value of one parameter: its canonical spelling, or a {@link BadParameterException} that names the parameter. */
final class ParameterValues {
    static final List<String> LANES = List.of("principal", "dyad", "behalf", "actor", "target", "type", "topic", "country", "kind");
    static final List<String> SORTS = List.of("date", "-date", "recorded", "-recorded", "relevance");
    private static final List<String> EVENT_KINDS = List.of("VISIT", "TOUR", "MEETING", "SUMMIT", "PRESS_CONFERENCE", "MILITARY", "SANCTION",
            "AGREEMENT", "ELECTION", "VOTE", "PROTEST", "LEGAL", "AID", "PROCESS", "OTHER");
    private static final List<String> STATUSES = List.of("PLANNED", "HELD", "POSTPONED", "CANCELLED");
    private static final List<String> INSTRUMENTS = List.of("BRIEFING", "READOUT", "JOINT_STATEMENT", "SPEECH", "INTERVIEW", "REMARKS",
            "PRESS_RELEASE", "LETTER", "POST", "OTHER");
    private static final List<String> LEVELS = List.of("HEAD", "MINISTER", "SENIOR", "SPOKESPERSON", "MISSION", "MEDIA");
    private static final int MOST_CHARACTERS = 1000;

    private ParameterValues() {
    }

    static String read(Parameter parameter, String given, Directory directory) {
        if (given.length() > MOST_CHARACTERS) {
            refuse(parameter, "is longer than " + MOST_CHARACTERS + " characters");
        }
        var value = Texts.normalise(given).strip();
        Texts.problem(value).ifPresent(problem -> refuse(parameter, problem));
        return switch (parameter) {
            case Q, FROM, TO, RECORDED, CURSOR -> value;
            case AS_OF -> AsOf.read(value).text();
            case PLACE -> value;
            case WHEN -> oneOf(parameter, value, List.of("possibly", "definitely"));
            case KIND -> oneOf(parameter, value, List.of("statement", "event"));
            case STANCE -> oneOf(parameter, value, List.of("supportive", "neutral", "critical", "mixed", "none"));
            case LANES -> oneOf(parameter, value, LANES);
            case SORT -> oneOf(parameter, value, SORTS);
            case PREDECESSORS, BOM -> oneOf(parameter, value, List.of("true", "false"));
            case ACTOR, WITH, SPEAKER, BEHALF, ADDRESSEE, TARGET, PARTICIPANT -> known(parameter, value, directory.actor(value), "actor");
            case TOPIC -> known(parameter, value, directory.topic(value), "topic");
            case SOURCE -> known(parameter, value, directory.source(value), "source");
            case COLLECTION -> known(parameter, value, directory.collection(value).map(query -> value), "collection");
            case DOCUMENT -> id(parameter, value, directory::isDocument, "document");
            case EVENT -> id(parameter, value, directory::isEvent, "event");
            case ITEM -> id(parameter, value, directory::isItem, "statement or event");
            case TYPE -> value.equals("none") ? value : oneOf(parameter, value, ploverTypes());
            case CAMEO -> Cameo.isPrefix(value) ? value : refuse(parameter, "‘" + value + "’ begins no CAMEO code; for example: 11");
            case EVENT_KIND -> oneOf(parameter, value, EVENT_KINDS);
            case STATUS -> oneOf(parameter, value, STATUSES);
            case INSTRUMENT -> oneOf(parameter, value, INSTRUMENTS);
            case MODE -> oneOf(parameter, value, List.of("VERBATIM", "MIXED", "INDIRECT"));
            case LEVEL -> oneOf(parameter, value, LEVELS);
            case COUNTRY -> country(parameter, value);
            case LIMIT -> number(parameter, value, 1, 500);
            case WIDTH -> number(parameter, value, 100, 10_000);
        };
    }

    private static List<String> ploverTypes() {
        return Plover.types().stream().map(Plover.Type::code).toList();
    }

    private static String oneOf(Parameter parameter, String value, List<String> allowed) {
        return allowed.contains(value) ? value : refuse(parameter, "‘" + value + "’ is none of " + String.join(", ", allowed));
    }

    private static String known(Parameter parameter, String value, Optional<String> found, String what) {
        return found.orElseGet(() -> refuse(parameter, "there is no " + what + " ‘" + value + "’"));
    }

    private static String id(Parameter parameter, String value, java.util.function.Predicate<UUID> exists, String what) {
        try {
            var id = UUID.fromString(value);
            if (id.toString().equals(value.toLowerCase(Locale.ROOT)) && exists.test(id)) {
                return id.toString();
            }
        } catch (IllegalArgumentException notAnId) {
            // said below, as for an id that nobody has
        }
        return refuse(parameter, "there is no " + what + " ‘" + value + "’");
    }

    private static String country(Parameter parameter, String value) {
        return value.matches("[A-Z]{2}") ? value : refuse(parameter, "‘" + value + "’ is no ISO 3166 code of two capital letters; for example: JP");
    }

    private static String number(Parameter parameter, String value, int least, int most) {
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return String.valueOf(number);
            }
        }
        return refuse(parameter, "‘" + value + "’ is no whole number from " + least + " to " + most);
    }

    static <T> T refuse(Parameter parameter, String problem) {
        throw new BadParameterException(parameter.word(), parameter.word() + ": " + problem);
    }
}
