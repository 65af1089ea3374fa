package org.demarche.exchange.in.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.demarche.coding.Cameo;
import org.demarche.event.EventKind;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.exchange.in.table.Dialect;
import org.demarche.exchange.in.table.TableReader;

/** Reads a whole table once, and proposes what its columns are, from their names and from all that stands in them. What nothing decides stays open. */
final class SheetProposer {
    private static final int DISTINCT = 200;
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-−+]?\\d+,\\d+");
    private static final Pattern DECIMAL_POINT = Pattern.compile("[-−+]?\\d+\\.\\d+");
    private static final Pattern NO_TITLE = Pattern.compile("(?i).*(country|code|abbrev|region|name|\\bid\\b).*");
    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,4}");

    private final List<Look> looks = new ArrayList<>();

    /** What was seen of a column. */
    private static final class Look {
        private final String name;
        private final SheetTarget named;
        private final Map<DateForm.Shape, Integer> shapes = new EnumMap<>(DateForm.Shape.class);
        private final Set<String> values = new HashSet<>();
        private long filled;
        private long length;
        private long commas;
        private long points;
        private long damagedRow;
        private String damaged;
        private long shortCodeRow;
        private String shortCode;

        private Look(String name) {
            this.name = name;
            named = SheetTarget.called(name).orElse(null);
        }

        /** Dates are only looked for where the name or the first cells speak for them. */
        private boolean mayBeDates() {
            return named != null && named.isDate() || named == null && (filled < 50 || shapes.getOrDefault(DateForm.Shape.NONE, 0) == 0);
        }

        private boolean isDates() {
            int dates = shapes.entrySet().stream().filter(entry -> entry.getKey() != DateForm.Shape.NONE && entry.getKey() != DateForm.Shape.COMPACT).mapToInt(Map.Entry::getValue).sum();
            int all = shapes.values().stream().mapToInt(Integer::intValue).sum();
            return all > 0 && (dates * 2 > all || named != null && named.isDate());
        }

        private DateForm form() {
            if (shapes.containsKey(DateForm.Shape.DAY_FIRST) && shapes.containsKey(DateForm.Shape.MONTH_FIRST)) {
                return DateForm.UNDECIDED;
            }
            if (shapes.containsKey(DateForm.Shape.DAY_FIRST)) {
                return DateForm.DAY_FIRST;
            }
            if (shapes.containsKey(DateForm.Shape.MONTH_FIRST)) {
                return DateForm.MONTH_FIRST;
            }
            return shapes.containsKey(DateForm.Shape.EITHER) ? DateForm.UNDECIDED : shapes.getOrDefault(DateForm.Shape.COMPACT, 0) > shapes.getOrDefault(DateForm.Shape.PLAIN, 0) ? DateForm.COMPACT : DateForm.PLAIN;
        }
    }

    private SheetProposer() {
    }

    /** @throws UnreadableFileException where the file is damaged */
    static SheetMapping propose(TableReader table, Dialect dialect, String sheet) throws IOException {
        var proposer = new SheetProposer();
        table.header().forEach(name -> proposer.looks.add(new Look(name)));
        long rows = 0;
        for (var row = table.next(); row != null; row = table.next()) {
            rows++;
            for (int place = 0; place < proposer.looks.size(); place++) {
                look(proposer.looks.get(place), row.cells().get(place), row.row());
            }
        }
        proposer.refuseDamaged();
        var mapping = proposer.mapping(dialect, sheet);
        if (rows == 0) {
            throw new UnreadableFileException(1, null, String.join(", ", table.header()), "There is no row below the header");
        }
        return mapping;
    }

    private static void look(Look look, String cell, long row) throws UnreadableFileException {
        if (cell.isBlank()) {
            return;
        }
        if (DamagedText.is(cell)) {
            throw new UnreadableFileException(row, look.name, cell, "The text is damaged: it was written in one encoding and read in another. Save the original again as UTF-8");
        }
        var text = cell.strip();
        if (look.mayBeDates()) {
            look.shapes.merge(DateForm.shape(text), 1, Integer::sum);
        }
        look.filled++;
        look.length += text.length();
        if (look.values.size() < DISTINCT) {
            look.values.add(text);
        }
        look.commas += DECIMAL_COMMA.matcher(text).matches() ? 1 : 0;
        look.points += DECIMAL_POINT.matcher(text).matches() ? 1 : 0;
        if (look.damagedRow == 0 && text.length() < 30 && DateForm.isDamaged(text)) {
            look.damagedRow = row;
            look.damaged = text;
        }
        if (look.shortCodeRow == 0 && look.named == SheetTarget.CAMEO && FIGURES.matcher(text).matches() && Cameo.find(text).isEmpty() && Cameo.find("0" + text).isPresent()) {
            look.shortCodeRow = row;
            look.shortCode = text;
        }
    }

    private void refuseDamaged() throws UnreadableFileException {
        for (var look : looks) {
            boolean isText = look.named != null && !look.named.isNumber();
            if (look.damagedRow > 0 && (isText || look.isDates())) {
                throw new UnreadableFileException(look.damagedRow, look.name, look.damaged, "A spreadsheet has made a rounded number of this; what it was can't be told. Take the column from the original again, as text");
            }
            if (look.shortCodeRow > 0) {
                throw new UnreadableFileException(look.shortCodeRow, look.name, look.shortCode, "The codes have lost their leading zero: 0" + look.shortCode + " became " + look.shortCode
                        + ", and what is 10 may have been 010. Take the column from the original again, as text");
            }
        }
    }

    private SheetMapping mapping(Dialect dialect, String sheet) {
        var targets = new LinkedHashMap<Look, SheetTarget>();
        var taken = EnumSet.noneOf(SheetTarget.class);
        for (var look : looks) {
            var target = look.named;
            if (target != null && fits(look, target) && (target.isList() || taken.add(target))) {
                targets.put(look, target);
            }
        }
        if (!taken.contains(SheetTarget.DATE)) {
            looks.stream().filter(look -> !targets.containsKey(look) && look.isDates()).findFirst().ifPresent(look -> targets.put(look, SheetTarget.DATE));
        }
        boolean said = targets.containsValue(SheetTarget.SPEAKER) || targets.containsValue(SheetTarget.WORDS);
        var constants = new LinkedHashMap<String, String>();
        if (!targets.containsValue(SheetTarget.KIND)) {
            constants.put(SheetTarget.KIND.word(), said ? "statement" : "event");
        }
        if (!said && !targets.containsValue(SheetTarget.EVENT_KIND)) {
            constants.put(SheetTarget.EVENT_KIND.word(), eventKind());
        }
        if (!said && !targets.containsValue(SheetTarget.TITLE)) {
            looks.stream().filter(look -> !targets.containsKey(look) && isWords(look) && !NO_TITLE.matcher(look.name).matches()).max(java.util.Comparator.comparingDouble(look -> (double) look.length / look.filled))
                    .ifPresent(look -> targets.put(look, SheetTarget.TITLE));
        }
        long commas = looks.stream().filter(look -> isNumber(targets.get(look))).mapToLong(look -> look.commas).sum();
        long points = looks.stream().filter(look -> isNumber(targets.get(look))).mapToLong(look -> look.points).sum();
        return new SheetMapping(dialect, sheet, commas > points ? "," : ".", looks.stream().map(look -> new SheetMapping.Entry(look.name, targets.containsKey(look) ? targets.get(look).word() : null,
                look.isDates() || targets.containsKey(look) && targets.get(look).isDate() ? look.form() : null, between(look, targets.get(look)))).toList(), constants);
    }

    private static boolean isNumber(SheetTarget target) {
        return target != null && target.isNumber();
    }

    private static boolean isWords(Look look) {
        return look.filled > 0 && !look.isDates() && look.values.stream().anyMatch(value -> value.matches(".*\\p{L}{2,}.*")) && look.values.stream().noneMatch(value -> value.startsWith("http"));
    }

    /** A column may have the name of one thing and hold another: ‘kind’ is no kind of record where it says ‘council’. */
    private static boolean fits(Look look, SheetTarget target) {
        if (look.filled == 0) {
            return true;
        }
        return switch (target) {
            case KIND -> look.values.stream().allMatch(value -> value.equalsIgnoreCase("statement") || value.equalsIgnoreCase("event"));
            case EVENT_KIND -> look.values.stream().anyMatch(value -> isKind(value));
            case COUNTRY -> look.values.stream().anyMatch(value -> org.demarche.event.Countries.code(value).isPresent());
            case ID, PARENT, AT_EVENT -> look.values.stream().anyMatch(value -> value.matches("[0-9a-fA-F-]{36}"));
            case URL -> false;
            case SOURCE_URL -> look.values.stream().anyMatch(value -> value.startsWith("http"));
            case PARTICIPANTS_CODED -> look.values.stream().anyMatch(value -> value.contains("="));
            case LATITUDE, LONGITUDE, GOLDSTEIN -> look.commas + look.points > 0 || look.values.stream().anyMatch(value -> value.matches("[-−+]?\\d+"));
            case PARTICIPANT, RECIPIENT, HOST, SPEAKER, TARGET, ADDRESSEE -> look.values.stream().anyMatch(value -> value.matches(".*\\p{L}.*"));
            default -> true;
        };
    }

    static boolean isKind(String value) {
        var word = value.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return java.util.Arrays.stream(EventKind.values()).anyMatch(kind -> kind.name().equals(word));
    }

    /** A table of vetoes is one of votes. */
    private String eventKind() {
        var names = looks.stream().map(look -> look.name.toLowerCase(Locale.ROOT)).toList();
        return names.stream().anyMatch(name -> name.contains("veto") || name.contains("vote")) ? EventKind.VOTE.name()
                : names.stream().anyMatch(name -> name.contains("sanction")) ? EventKind.SANCTION.name() : EventKind.OTHER.name();
    }

    /** Several values in a cell are told by a semicolon or bar; a comma stands in too many names. */
    private static String between(Look look, SheetTarget target) {
        if (target == null || !target.isList()) {
            return null;
        }
        for (var sign : List.of(";", "|", "\n")) {
            if (look.values.stream().anyMatch(value -> value.contains(sign))) {
                return sign;
            }
        }
        return null;
    }
}
