package org.demarche.exchange.in.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.demarche.exchange.in.ImportProblem;
import org.demarche.item.Item;
import org.demarche.text.Texts;
import org.demarche.timeline.Column;
import org.demarche.timeline.TimelineCsv;

/**
 * A row's cells in the columns of the timeline CSV, beside how the record is exported now. A column that the row does not have says nothing:
 * what is there stays.
 */
final class TimelineCells {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-−]?[0-9]{1,9}");
    /** What follows from the rest, or is told by the record of changes: never read. */
    static final Set<Column> FOLLOWING = EnumSet.of(Column.EARLIEST, Column.LATEST, Column.QUAD, Column.RECORDED_AT, Column.RECORDED_BY, Column.URL, Column.ID, Column.KIND, Column.RELIABILITY);

    private final Map<Column, String> given;
    private final Item shown;

    private TimelineCells(Map<Column, String> given, Item shown) {
        this.given = given;
        this.shown = shown;
    }

    /** @param given in normal form, without the guard against formulas */
    static TimelineCells of(Map<Column, String> given) {
        return new TimelineCells(new EnumMap<>(given), null);
    }

    /** The same beside the record that is there; null where none is. */
    TimelineCells over(Item present) {
        return new TimelineCells(given, present);
    }

    boolean has(Column column) {
        return given.containsKey(column);
    }

    /** What the row says; where it has no such column, what is there. Never null. */
    String text(Column column) {
        var own = given.get(column);
        return own != null ? own : shown == null ? "" : exported(column);
    }

    /** The same; null where it is blank. */
    String value(Column column) {
        var text = text(column).strip();
        return text.isEmpty() ? null : text;
    }

    List<String> list(Column column) {
        return CellLists.split(text(column)).stream().filter(value -> !value.isEmpty()).toList();
    }

    /** With its empty values, so that it can be laid beside another. */
    List<String> places(Column column) {
        return CellLists.split(text(column));
    }

    /** Whether the row says anything else in one of these than what is there; always where nothing is there and it says anything. */
    boolean changes(Column... columns) {
        for (var column : columns) {
            if (given.containsKey(column) && !given.get(column).strip().equals(shown == null ? "" : exported(column).strip())) {
                return true;
            }
        }
        return false;
    }

    UUID id(Column column) {
        var value = value(column);
        return value == null ? null : UUID.fromString(value);
    }

    Integer whole(Column column) {
        var value = value(column);
        return value == null ? null : Integer.valueOf(value.replace('−', '-'));
    }

    Double number(Column column) {
        var value = value(column);
        return value == null ? null : Double.valueOf(value.replace('−', '-'));
    }

    /** What is wrong with the form of the cells; what they mean is checked as for any record. */
    List<ImportProblem> problems(long row, java.util.function.Function<Column, String> called) {
        var problems = new ArrayList<ImportProblem>();
        given.forEach((column, text) -> problem(column, text).ifPresent(reason -> problems.add(new ImportProblem(row, called.apply(column), text, reason))));
        var speakers = CellLists.split(given.getOrDefault(Column.SPEAKERS, ""));
        for (var beside : List.of(Column.SPEAKER_ROLES, Column.ON_BEHALF_OF)) {
            int places = CellLists.split(given.getOrDefault(beside, "")).size();
            if (has(Column.SPEAKERS) && places > speakers.size()) {
                problems.add(new ImportProblem(row, called.apply(beside), given.get(beside), "It has %d entries for %d speakers".formatted(places, speakers.size())));
            }
        }
        return problems;
    }

    private static Optional<String> problem(Column column, String text) {
        var unkeepable = Texts.problem(text);
        if (unkeepable.isPresent() || text.isBlank() || FOLLOWING.contains(column) && column != Column.ID) {
            return unkeepable;
        }
        var value = text.strip();
        return switch (column) {
            case ID, PARENT, AT_EVENT -> ID.matcher(value).matches() ? Optional.empty() : Optional.of("An id is a UUID, as the column id of an export has it");
            case RESPONDS_TO -> CellLists.split(value).stream().allMatch(id -> ID.matcher(id).matches()) ? Optional.empty() : Optional.of("Items are named by their ids, with a semicolon between them");
            case ANCHOR_START, ANCHOR_END, CREDIBILITY -> WHOLE_NUMBER.matcher(value).matches() ? Optional.empty() : Optional.of("This is no whole number");
            case GOLDSTEIN, LATITUDE, LONGITUDE -> isNumber(value) ? Optional.empty() : Optional.of("This is no number; a decimal point is written, no comma");
            case STANCE -> CellLists.split(value).stream().filter(one -> !one.isEmpty()).allMatch(one -> one.matches("(?s).+=[-−+]?[0-9]{1,3}")) ? Optional.empty()
                    : Optional.of("A stance is written as nato=-2, with a holder as china>nato=-2");
            case PARTICIPANTS -> CellLists.split(value).stream().filter(one -> !one.isEmpty()).allMatch(one -> one.matches("(?s).+=[A-Z_]+(, ?[A-Z_]+)*")) ? Optional.empty()
                    : Optional.of("A participant is written as japan=HOST,CHAIR");
            default -> Optional.empty();
        };
    }

    private static boolean isNumber(String value) {
        return value.matches("[-−+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    }

    private String exported(Column column) {
        return TimelineCsv.text(column, shown);
    }
}
