package org.demarche.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * The codes of CAMEO 1.1b3. An older list, which some tools still use, gives some codes another meaning (163 was the end of talks), so a
 * code is never kept without its version.
 */
public final class Cameo {

    /** The name of the scheme with its version, as codings carry it. */
    public static final String SCHEME = "CAMEO 1.1b3";

    private static final Map<String, CameoCode> CODES = new LinkedHashMap<>();

    static {
        CodeTable.read("cameo-1.1b3.csv").forEach(row -> CODES.put(row.get("code"), code(row)));
    }

    private Cameo() {
    }

    /** All codes, in the order of the list. */
    public static List<CameoCode> codes() {
        return List.copyOf(CODES.values());
    }

    public static Optional<CameoCode> find(String code) {
        return Optional.ofNullable(code).map(CODES::get);
    }

    /** Whether any code begins so; a whole code does, nothing does not. */
    public static boolean isPrefix(String prefix) {
        return prefix != null && !prefix.isEmpty() && CODES.keySet().stream().anyMatch(code -> code.startsWith(prefix));
    }

    public static List<CameoCode> startingWith(String prefix) {
        return CODES.values().stream().filter(code -> code.code().startsWith(prefix)).toList();
    }

    /** The Goldstein score as GDELT has it; empty for a code that it does not have. */
    public static Optional<Double> goldstein(String code) {
        return find(code).map(CameoCode::goldstein);
    }

    /**
     * The PLOVER type that the root stands for: a suggestion, and what imported codes are converted by. Follows the map of roots of the
     * two schemes' authors; a table of theirs by codes differs for 163, 175 and 1712.
     *
     * @return empty for roots 01 and 02, which PLOVER has no type for, and for a code that does not exist
     */
    public static Optional<Plover.Type> ploverType(String code) {
        return find(code).map(Cameo::ploverCode).flatMap(Plover::find);
    }

    private static String ploverCode(CameoCode code) {
        return switch (code.root()) {
            case "03" -> "AGREE";
            case "04" -> "CONSULT";
            case "05" -> "SUPPORT";
            case "06" -> "COOPERATE";
            case "07" -> "AID";
            case "08" -> code.base().compareTo("084") < 0 ? "CONCEDE" : "RETREAT";
            case "09", "11" -> "ACCUSE";
            case "10" -> "REQUEST";
            case "12" -> "REJECT";
            case "13" -> "THREATEN";
            case "14" -> "PROTEST";
            case "15" -> "MOBILIZE";
            case "16" -> "SANCTION";
            case "17" -> "COERCE";
            case "18", "19", "20" -> "ASSAULT";
            default -> null;
        };
    }

    private static CameoCode code(CSVRecord row) {
        return new CameoCode(row.get("code"), row.get("label"), CodeTable.number(row, "goldstein"), CodeTable.number(row, "intensity"),
                quad(row, "quad_gdelt"), quad(row, "quad_beger"));
    }

    private static QuadClass quad(CSVRecord row, String column) {
        return QuadClass.of(Integer.parseInt(row.get(column))).orElseThrow();
    }
}
