package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;

import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.time.CalendarUnit;
import org.demarche.time.DateWords;
import org.demarche.time.FourDays;
import org.demarche.time.Window;

/**
 * Where the timeline leads from what it shows. Every address carries the window that it means, so that the same page comes back also when
 * other items would make it open elsewhere.
 */
record Links(TimelineQuery query, Window window) {
    static final String PATH = "/timeline";
    static final String SELECTED = "selected";

    /** @param current it is what is shown */
    record Link(String words, String href, boolean current) {
    }

    private TimelineQuery shown() {
        return query.without(Parameter.CURSOR).within(window);
    }

    /** This view. */
    String here() {
        return shown().at(PATH);
    }

    /** The same page with an item open. */
    String selecting(Item item) {
        return query.within(window).at(PATH) + "&" + SELECTED + "=" + item.id() + "#pane";
    }

    /** Nothing open. */
    String closing() {
        return query.within(window).at(PATH);
    }

    String to(Window other) {
        return query.without(Parameter.CURSOR).within(other).at(PATH);
    }

    /** One step of a drawing. */
    String with(Parameter parameter, String value) {
        return shown().with(parameter, value).at(PATH);
    }

    /** A lane alone; null for what can't be asked for. */
    String lane(String key) {
        return switch (key) {
            case Lanes.EVENTS -> with(Parameter.KIND, "event");
            case Lanes.JOINT, Lanes.UNKNOWN, "" -> null;
            default -> switch (query.lanes()) {
                case "principal", "behalf" -> with(Parameter.BEHALF, key);
                case "actor" -> with(Parameter.ACTOR, key);
                case "kind" -> with(Parameter.KIND, key);
                default -> null;
            };
        };
    }

    /** Decade to day around a day, longest first, of which the one that is shown is no link. */
    List<Link> zoom(long around) {
        var links = new ArrayList<Link>();
        for (var unit : List.of(CalendarUnit.DECADE, CalendarUnit.YEAR, CalendarUnit.QUARTER, CalendarUnit.MONTH, CalendarUnit.WEEK, CalendarUnit.DAY)) {
            boolean current = window.unit().filter(unit::equals).isPresent() || unit == CalendarUnit.WEEK && window.length() == 7;
            links.add(new Link(DateWords.unit(unit), to(unit.containing(around)), current));
        }
        return List.copyOf(links);
    }

    /** A window as long as this one around an item outside it; a longer one where the item is longer. */
    String around(Item item) {
        var days = item.when().stands();
        long first = days.s1() == FourDays.MINUS_INFINITY ? days.e2() : days.s1();
        long last = days.e2() == FourDays.PLUS_INFINITY ? first : Math.max(days.e2(), first);
        long missing = Math.max(0, window.length() - (last - first + 1));
        return to(new Window(first - missing / 2, last + missing - missing / 2));
    }
}
