package org.demarche.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.demarche.item.Item;
import org.demarche.item.ItemKind;
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
    /** A date that is the window, as the field of that name has it. */
    static final String GO = "go";
    private static final String ADD = "/statements/new?";
    private static final String ADD_EVENT = "/events/new?";

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

    /** A lane alone, in place of what the query asks of the same; null for what can't be asked for. */
    String lane(String key) {
        return switch (key) {
            case Lanes.EVENTS -> only(Parameter.KIND, "event");
            case Lanes.JOINT, Lanes.UNKNOWN -> null;
            case "statement" -> only(Parameter.KIND, key);
            default -> switch (query.lanes()) {
                case PRINCIPAL, BEHALF -> only(Parameter.BEHALF, key);
                case DYAD -> dyad(key.substring(0, key.indexOf(Lanes.TOWARD)), key.substring(key.indexOf(Lanes.TOWARD) + 1));
                case ACTOR -> only(Parameter.ACTOR, key);
                case TARGET -> only(Parameter.TARGET, key);
                case TYPE -> only(Parameter.TYPE, key);
                case TOPIC -> only(Parameter.TOPIC, key);
                case COUNTRY -> only(Parameter.COUNTRY, key);
                case KIND -> only(Parameter.KIND, key);
            };
        };
    }

    /** The form for one more item of a lane, without a date; null where nothing of the lane can be filled in. */
    String adding(String key) {
        if (LaneNames.isOfAllEvents(key)) {
            return addingEvent();
        }
        boolean ofStatements = query.lanes().setsEventsApart() || key.equals(ItemKind.STATEMENT.word());
        return ofStatements ? addingStatement(key.equals(Lanes.JOINT) || key.equals(Lanes.UNKNOWN) ? "" : key) : null;
    }

    private String addingEvent() {
        var fields = new ArrayList<String>();
        Stream.of(Parameter.ACTOR, Parameter.WITH, Parameter.PARTICIPANT).flatMap(parameter -> query.values(parameter).stream()).distinct()
                .forEach(actor -> fields.add("participant=" + actor));
        only(Parameter.EVENT).ifPresent(event -> fields.add("parent=" + event));
        return ADD_EVENT + String.join("&", fields);
    }

    /** A state or organisation may speak for itself; whoever spoke for it is offered first. */
    private String addingStatement(String key) {
        var fields = new ArrayList<String>();
        var principal = key.contains(Lanes.TOWARD) ? key.substring(0, key.indexOf(Lanes.TOWARD)) : key;
        if (!key.isEmpty()) {
            switch (query.lanes()) {
                case PRINCIPAL, DYAD, BEHALF -> fields.addAll(List.of("speaker=" + principal, "behalf=" + principal));
                case ACTOR -> fields.add("speaker=" + principal);
                case TARGET, TYPE, TOPIC, COUNTRY, KIND -> { }
            }
        }
        var target = query.lanes().isOfTargets() ? key.substring(key.indexOf(Lanes.TOWARD) + 1) : "";
        Optional.of(target).filter(slug -> !slug.isEmpty()).or(() -> only(Parameter.TARGET)).ifPresent(slug -> fields.add("target=" + slug));
        only(Parameter.EVENT).ifPresent(event -> fields.add("event=" + event));
        return ADD + String.join("&", fields);
    }

    /** The value where there is but one. */
    private Optional<String> only(Parameter parameter) {
        return Optional.of(query.values(parameter)).filter(values -> values.size() == 1).map(values -> values.get(0));
    }

    private String only(Parameter parameter, String value) {
        return shown().without(parameter).with(parameter, value).at(PATH);
    }

    private String dyad(String principal, String target) {
        return target.isEmpty() ? null
                : shown().without(Parameter.BEHALF).with(Parameter.BEHALF, principal).without(Parameter.TARGET).with(Parameter.TARGET, target).at(PATH);
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
