package org.demarche.coding;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One coding in words.
 *
 * @param code the type's, with the mode where there is one; null where the scheme has nothing that fits
 * @param label what the code means; null where it is not known here
 * @param contexts labels, or the codes of a scheme that is not known here
 * @param score with its sign, null where unknown
 * @param quad null where unknown
 */
public record CodingWords(String scheme, String code, String label, List<String> contexts, String score, String quad) {

    public static List<CodingWords> of(List<CodingRecord> codings) {
        return codings.stream().map(CodingWords::of).toList();
    }

    private static CodingWords of(CodingRecord coding) {
        return switch (coding.scheme()) {
            case Plover.SCHEME -> plover(coding);
            case Cameo.SCHEME -> cameo(coding);
            default -> new CodingWords(coding.scheme(), code(coding), null, coding.contexts(), score(coding.score()), quad(coding));
        };
    }

    private static CodingWords plover(CodingRecord coding) {
        var type = Plover.find(coding.type());
        var mode = Plover.mode(coding.type(), coding.mode());
        var label = type.map(Plover.Type::label).map(words -> mode.map(found -> words + ", " + found.label()).orElse(words)).orElse(null);
        var score = coding.score() != null ? coding.score() : Plover.score(coding.type(), coding.mode()).orElse(null);
        return new CodingWords(coding.scheme(), code(coding), label,
                coding.contexts().stream().map(context -> Plover.context(context).map(Plover.Context::label).orElse(context)).toList(), score(score),
                coding.quad() != null ? quad(coding) : type.map(found -> found.quad().label()).orElse(null));
    }

    private static CodingWords cameo(CodingRecord coding) {
        var found = Cameo.find(coding.type());
        return new CodingWords(coding.scheme(), code(coding), found.map(CameoCode::label).orElse(null), coding.contexts(),
                coding.score() == null ? null : "Goldstein " + score(coding.score()),
                coding.quad() != null ? quad(coding) : found.map(CameoCode::quadGdelt).filter(Objects::nonNull).map(QuadClass::label).orElse(null));
    }

    private static String code(CodingRecord coding) {
        return coding.type() == null || coding.mode() == null ? coding.type() : coding.type() + ", " + coding.mode();
    }

    private static String quad(CodingRecord coding) {
        return coding.quad() == null ? null : QuadClass.of(coding.quad()).map(QuadClass::label).orElse(null);
    }

    private static String score(Double score) {
        return score == null ? null : String.format(Locale.ROOT, "%.1f", score).replace('-', '−');
    }
}
