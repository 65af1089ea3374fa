package org.demarche.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The codings of one statement or event: at most one for each scheme. Schemes are coded independently, so none is compared with another.
 * A scheme that is not known here is kept as it was imported.
 */
public final class Codings {

    private static final String NO_TYPE = "none";

    private Codings() {
    }

    /**
     * One spelling of the same codings: no space around anything, known schemes and their codes in their own case, 'none' as no type,
     * each context once, and the score of the table for a CAMEO code that came without one.
     *
     * @return an empty list for null; a coding that is null stays, to be named by {@link #check}
     */
    public static List<CodingRecord> normalise(List<CodingRecord> codings) {
        if (codings == null) {
            return List.of();
        }
        List<CodingRecord> normal = new ArrayList<>();
        for (CodingRecord coding : codings) {
            normal.add(coding == null ? null : normalise(coding));
        }
        return Collections.unmodifiableList(normal);
    }

    /**
     * Tells everything that is wrong with codings in the spelling of {@link #normalise}.
     *
     * @param path where the list stands in its record: {@code codings}
     * @param violations takes a path such as {@code codings[0].type} and a message
     */
    public static void check(List<CodingRecord> codings, String path, BiConsumer<String, String> violations) {
        new CodingCheck(path, violations).check(codings);
    }

    /** The coding of that scheme, if it has been coded so. */
    public static Optional<CodingRecord> find(List<CodingRecord> codings, String scheme) {
        return codings.stream().filter(coding -> scheme.equals(coding.scheme())).findFirst();
    }

    /** The quad class of the PLOVER type, else of the CAMEO code as GDELT has it. */
    public static Optional<QuadClass> quad(List<CodingRecord> codings) {
        return find(codings, Plover.SCHEME).map(CodingRecord::type).flatMap(Plover::find).map(Plover.Type::quad)
                .or(() -> find(codings, Cameo.SCHEME).map(CodingRecord::type).flatMap(Cameo::find).map(CameoCode::quadGdelt));
    }

    private static CodingRecord normalise(CodingRecord coding) {
        String scheme = scheme(trimmed(coding.scheme()));
        if (Plover.SCHEME.equals(scheme)) {
            String type = recased(trimmed(coding.type()), Codings::upper);
            return new CodingRecord(scheme, NO_TYPE.equalsIgnoreCase(type) ? null : type, recased(trimmed(coding.mode()), Codings::lower),
                    contexts(coding, Codings::lower), coding.score(), coding.quad());
        }
        String type = trimmed(coding.type());
        Double score = coding.score();
        if (Cameo.SCHEME.equals(scheme) && score == null) {
            score = Cameo.goldstein(type).orElse(null);
        }
        return new CodingRecord(scheme, type, trimmed(coding.mode()), contexts(coding, UnaryOperator.identity()), score, coding.quad());
    }

    private static String scheme(String scheme) {
        if (Plover.SCHEME.equalsIgnoreCase(scheme)) {
            return Plover.SCHEME;
        }
        return Cameo.SCHEME.equalsIgnoreCase(scheme) ? Cameo.SCHEME : scheme;
    }

    private static List<String> contexts(CodingRecord coding, UnaryOperator<String> spelling) {
        return coding.contexts().stream().map(Codings::trimmed).filter(Objects::nonNull).map(spelling).distinct().toList();
    }

    private static String recased(String code, UnaryOperator<String> spelling) {
        return code == null ? null : spelling.apply(code);
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** Null for what is blank: a form sends empty fields. */
    private static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
