package org.demarche.timeline;

import java.util.Locale;
import java.util.Map;

import org.demarche.item.ItemWords;
import org.demarche.item.Lanes;
import org.demarche.text.Texts;

/** What lanes are called, in what order they stand, and what their heads say of them. */
final class LaneNames {
    private static final int HEAD_LENGTH = 21;

    private LaneNames() {
    }

    /** @param names of actors and topics by their slugs */
    static String of(Lanes.By by, String key, Map<String, String> names) {
        return switch (key) {
            case Lanes.EVENTS, "event" -> "Events";
            case "statement" -> "Statements";
            case Lanes.JOINT -> "Joint";
            case Lanes.UNKNOWN -> unknown(by);
            default -> switch (by) {
                case DYAD -> dyad(key, names);
                case TYPE -> key.equals("none") ? "Not coded" : key;
                case COUNTRY -> new Locale("", key).getDisplayCountry(Locale.ENGLISH);
                case PRINCIPAL, BEHALF, ACTOR, TARGET, TOPIC, KIND -> names.getOrDefault(key, key);
            };
        };
    }

    /** Events above all, joint ones of many below them, then what has a value; what has none last, and where they are no part of it statements. */
    static int rank(String key) {
        return switch (key) {
            case Lanes.EVENTS, "event" -> 0;
            case Lanes.JOINT -> 1;
            case Lanes.UNKNOWN, "none" -> 3;
            case "statement" -> 4;
            default -> 2;
        };
    }

    static boolean isOfAllEvents(String key) {
        return rank(key) == 0;
    }

    /** A lane's name as far as its head has room for it. */
    static String head(String name) {
        return Texts.cut(name, HEAD_LENGTH);
    }

    /** '5 statements, 3 joint'; '5 statements, 2 events': there is no room for all three. */
    static String count(long statements, long events, long joint) {
        var of = statements == 0 && events > 0 ? ItemWords.events(events) : events == 0 ? ItemWords.statements(statements)
                : ItemWords.statements(statements) + ", " + ItemWords.events(events);
        return of + (joint == 0 || events > 0 ? "" : ", " + ItemWords.number(joint) + " joint");
    }

    private static String dyad(String key, Map<String, String> names) {
        int between = key.indexOf(Lanes.TOWARD);
        var principal = key.substring(0, between);
        var target = key.substring(between + 1);
        return names.getOrDefault(principal, principal) + (target.isEmpty() ? ", about no other" : " → " + names.getOrDefault(target, target));
    }

    private static String unknown(Lanes.By by) {
        return switch (by) {
            case DYAD, PRINCIPAL, BEHALF -> "Not known for whom";
            case ACTOR -> "Not known who";
            case TARGET -> "About nobody named";
            case TOPIC -> "No topic";
            case COUNTRY -> "No country";
            case TYPE, KIND -> "Not known";
        };
    }
}
