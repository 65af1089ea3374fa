package org.demarche.exchange.in.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.demarche.event.Countries;
import org.demarche.event.EventKind;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.TableReader;
import org.demarche.text.Texts;
import org.demarche.time.EdtfDate;
import org.demarche.timeline.Column;

/** Brings the rows of a table into the columns of the timeline CSV, as a mapping says. */
final class SheetRow {
    private static final Pattern NOTHING = Pattern.compile("(?i)(n/?a|null|none|nan|-|–|—|\\.)");

    private final List<String> header;
    private final SheetMapping mapping;
    private final List<SheetTarget> targets;
    private final Map<Column, String> called = new EnumMap<>(Column.class);

    SheetRow(List<String> header, SheetMapping mapping) throws UnreadableFileException {
        if (header.size() != mapping.columns().size()) {
            throw new UnreadableFileException(1, null, null, "The file has %d columns, its mapping %d".formatted(header.size(), mapping.columns().size()));
        }
        this.header = header;
        this.mapping = mapping;
        targets = mapping.columns().stream().map(entry -> entry.target() == null ? null : SheetTarget.of(entry.target()).orElse(null)).toList();
        for (int place = 0; place < targets.size(); place++) {
            var target = targets.get(place);
            var column = target == null ? null : target.role() != null ? Column.PARTICIPANTS : target == SheetTarget.DATE_END ? Column.DATE : target.column();
            if (column != null) {
                called.putIfAbsent(column, header.get(place));
            }
        }
    }

    Proposal proposal(TableReader.Row row) {
        var given = new EnumMap<Column, String>(Column.class);
        var lists = new LinkedHashMap<SheetTarget, List<String>>();
        var ends = new HashMap<SheetTarget, String>();
        var problems = new ArrayList<ImportProblem>();
        mapping.constants().forEach((word, value) -> SheetTarget.of(word).ifPresent(target -> put(target, value, new SheetMapping.Entry(word, word, DateForm.PLAIN, ";"), given, lists, ends, row, problems)));
        for (int place = 0; place < targets.size(); place++) {
            var target = targets.get(place);
            if (target != null) {
                put(target, Texts.normalise(row.cells().get(place)), mapping.columns().get(place), given, lists, ends, row, problems);
            }
        }
        join(given, lists);
        if (ends.containsKey(SheetTarget.DATE_END)) {
            interval(given, ends.get(SheetTarget.DATE_END));
        }
        if (!problems.isEmpty()) {
            return Proposal.refused(row.row(), header, row.cells(), problems);
        }
        if (!given.containsKey(Column.DATE)) {
            return Proposal.refused(row.row(), header, row.cells(), List.of(new ImportProblem(row.row(), null, null, "No column is the date")));
        }
        return TimelineRow.proposal(row.row(), header, row.cells(), given, column -> called.getOrDefault(column, column.word()));
    }

    private void put(SheetTarget target, String cell, SheetMapping.Entry entry, Map<Column, String> given, Map<SheetTarget, List<String>> lists, Map<SheetTarget, String> ends,
                     TableReader.Row row, List<ImportProblem> problems) {
        var text = cell.strip();
        if (target.isDate()) {
            var form = entry.dates() == null ? DateForm.PLAIN : entry.dates();
            var date = text.isEmpty() ? java.util.Optional.of("") : DateForm.read(form, text);
            if (date.isEmpty()) {
                problems.add(new ImportProblem(row.row(), entry.name(), text, DateForm.reason(form, text)));
            } else if (target == SheetTarget.DATE_END) {
                ends.put(target, date.get());
            } else {
                given.put(target.column(), date.get());
            }
        } else if (target.isList() || target.role() != null) {
            var values = lists.computeIfAbsent(target, any -> new ArrayList<>());
            var parts = entry.between() == null ? List.of(text) : List.of(text.split(Pattern.quote(entry.between())));
            parts.stream().map(Texts::oneLine).filter(value -> !value.isEmpty() && !NOTHING.matcher(value).matches()).forEach(values::add);
        } else if (target.isNumber()) {
            given.put(target.column(), mapping.decimal().equals(",") ? text.replace(".", "").replace(',', '.') : text);
        } else if (target.isProse()) {
            given.merge(target.column(), text, (one, other) -> one.isEmpty() ? other : other.isEmpty() ? one : one + ", " + other);
        } else if (target == SheetTarget.EVENT_KIND) {
            given.put(Column.EVENT_KIND, SheetProposer.isKind(text) ? text.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_") : text.isEmpty() ? "" : EventKind.OTHER.name());
        } else if (target.column() != null) {
            given.put(target.column(), isCapital(target) ? text.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_") : text);
        }
    }

    private static boolean isCapital(SheetTarget target) {
        return target == SheetTarget.STATUS || target == SheetTarget.INSTRUMENT || target == SheetTarget.PLOVER_TYPE;
    }

    private static void join(Map<Column, String> given, Map<SheetTarget, List<String>> lists) {
        var participants = new LinkedHashMap<String, List<String>>();
        lists.forEach((target, values) -> {
            if (target.role() != null) {
                values.forEach(value -> participants.computeIfAbsent(value, any -> new ArrayList<>()).add(target.role()));
            } else if (target == SheetTarget.COUNTRY) {
                given.put(Column.COUNTRY, CellLists.join(values.stream().map(value -> Countries.code(value).orElse(value)).distinct().toList()));
            } else if (target == SheetTarget.SPEAKER || target == SheetTarget.SPEAKER_ROLE || target == SheetTarget.BEHALF) {
                given.put(target.column(), CellLists.join(values));
            } else {
                given.put(target.column(), CellLists.join(values.stream().distinct().toList()));
            }
        });
        if (lists.keySet().stream().anyMatch(target -> target.role() != null)) {
            given.merge(Column.PARTICIPANTS, CellLists.join(participants.entrySet().stream().map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue().stream().distinct().toList())).toList()),
                    (one, other) -> one.isBlank() ? other : other.isBlank() ? one : one + "; " + other);
        }
    }

    private static void interval(Map<Column, String> given, String end) {
        var start = given.getOrDefault(Column.DATE, "");
        if (!end.isEmpty() && !end.equals(start)) {
            var interval = start + "/" + end;
            try {
                given.put(Column.DATE, EdtfDate.parse(interval).toString());
            } catch (IllegalArgumentException refusedLater) {
                given.put(Column.DATE, interval);
            }
        }
    }
}
