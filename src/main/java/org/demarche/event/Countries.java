package org.demarche.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;

import org.demarche.text.FoldedName;
import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** Countries as people write them: by their name in English, or by an ISO 3166 code of two or three letters. */
public final class Countries {
    private static final String FIELD = "countries";
    private static final int SHOWN = 60;
    /** What the world's press says beside the names of the standard. */
    private static final Map<String, String> ALSO = Map.of("UK", "GB", "Britain", "GB", "America", "US", "Korea", "KR", "Burma", "MM", "Holland", "NL", "Turkey", "TR",
            "Ivory Coast", "CI", "Kosovo", "XK");
    private static final Map<String, String> CODES = codes();

    private Countries() {
    }

    static String name(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** The two-letter code of a country by its name in English or a code; empty where it is none. */
    public static Optional<String> code(String typed) {
        return Optional.ofNullable(CODES.get(FoldedName.of(typed).own())).or(() -> Optional.of(typed).filter(code -> code.matches("[A-Z]{2}")));
    }

    /** Of all countries, for completing a field. */
    static List<String> names() {
        return Arrays.stream(Locale.getISOCountries()).map(Countries::name).sorted().toList();
    }

    /** As {@link #read} reads them again: a code that has no name of its own stays. */
    static String words(List<String> codes) {
        return codes.stream().map(code -> code(name(code)).filter(code::equals).isPresent() ? name(code) : code).collect(Collectors.joining("; "));
    }

    /** Several are parted by commas or semicolons. */
    static List<String> read(FormFields fields, FormErrors errors) {
        var codes = new ArrayList<String>();
        for (var part : fields.text(FIELD).split("[,;]")) {
            var typed = Texts.oneLine(part);
            if (!typed.isEmpty()) {
                code(typed).ifPresentOrElse(codes::add,
                        () -> errors.add(FIELD, "There is no country ‘" + Texts.cut(typed, SHOWN) + "’. Write its name in English or its ISO 3166 code, as Japan or JP"));
            }
        }
        return codes.stream().distinct().toList();
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            codes.put(FoldedName.of(name(code)).own(), code);
            codes.put(FoldedName.of(code).own(), code);
            try {
                codes.put(FoldedName.of(new Locale("", code).getISO3Country()).own(), code);
            } catch (MissingResourceException hasNone) {
                // two letters do
            }
        }
        ALSO.forEach((name, code) -> codes.put(FoldedName.of(name).own(), code));
        return Map.copyOf(codes);
    }
}
