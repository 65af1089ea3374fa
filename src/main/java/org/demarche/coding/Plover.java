package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** The types, modes and contexts of PLOVER 2.0, with their scores. */
public final class Plover {

    /** The name of the scheme with its version, as codings carry it. */
    public static final String SCHEME = "PLOVER 2.0";

    private static final List<String> SECTORS = List.of("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
            "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

    /**
     * What kind of event it is.
     *
     * @param code {@code ACCUSE}
     * @param score −10 for the worst conflict to 10 for the closest cooperation. ACCUSE has −3: the manual prints +3, a sign error.
     * @param quad as in the manual's list of categories; an appendix of it puts SANCTION elsewhere
     * @param modes empty for a type that has none
     */
    public record Type(String code, String label, double score, QuadClass quad, List<Mode> modes) {

        public Optional<Mode> mode(String code) {
            return modes.stream().filter(mode -> mode.code().equals(code)).findFirst();
        }
    }

    /**
     * In which way it happened. The same code may be a mode of several types, with another score.
     *
     * @param score null where the manual gives none
     */
    public record Mode(String code, String label, Double score) {
    }

    /** What it was about. */
    public record Context(String code, String label) {
    }

    private static final Map<String, Type> TYPES = new LinkedHashMap<>();
    private static final Map<String, Context> CONTEXTS = new LinkedHashMap<>();

    static {
        List<CSVRecord> rows = CodeTable.read("plover-2.0.csv");
        for (CSVRecord row : rows) {
            String code = row.get("code");
            if (row.get("kind").equals("type")) {
                TYPES.put(code, type(row, modesOf(code, rows)));
            } else if (row.get("kind").equals("context")) {
                CONTEXTS.put(code, new Context(code, row.get("label")));
            }
        }
    }

    private Plover() {
    }

    /** All types, from cooperation in words to conflict in deeds. */
    public static List<Type> types() {
        return List.copyOf(TYPES.values());
    }

    public static List<Context> contexts() {
        return List.copyOf(CONTEXTS.values());
    }

    public static Optional<Type> find(String type) {
        return Optional.ofNullable(type).map(TYPES::get);
    }

    public static Optional<Mode> mode(String type, String mode) {
        return find(type).flatMap(found -> found.mode(mode));
    }

    public static Optional<Context> context(String context) {
        return Optional.ofNullable(context).map(CONTEXTS::get);
    }

    /** The score of the mode where it has one, else of the type; empty for a type that does not exist. */
    public static Optional<Double> score(String type, String mode) {
        return mode(type, mode).map(Mode::score).or(() -> find(type).map(Type::score));
    }

    private static Type type(CSVRecord row, List<Mode> modes) {
        QuadClass quad = QuadClass.of(Integer.parseInt(row.get("quad"))).orElseThrow();
        return new Type(row.get("code"), row.get("label"), CodeTable.number(row, "score"), quad, modes);
    }

    private static List<Mode> modesOf(String type, List<CSVRecord> rows) {
        List<Mode> modes = new ArrayList<>();
        for (CSVRecord row : rows) {
            if (row.get("kind").equals("mode") && row.get("type").equals(type)) {
                modes.add(new Mode(row.get("code"), row.get("label"), CodeTable.number(row, "score")));
            }
        }
        return List.copyOf(modes);
    }

    /** Whether this is one of the codes for the sector of society, or the kind of organisation, that an actor belongs to. */
    public static boolean isSector(String sector) {
        return SECTORS.contains(sector);
    }

    public static List<String> sectors() {
        return SECTORS;
    }
}
