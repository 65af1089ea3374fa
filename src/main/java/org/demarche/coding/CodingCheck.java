package org.demarche.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.demarche.text.Texts;

/** What may be wrong with codings, each with its place and the right forms nearest to what was given. */
final class CodingCheck {

    /** In UTF-16 units, as the columns count. */
    private static final int LONGEST = 50;
    private static final int MOST_CODINGS = 20;
    private static final int MOST_CONTEXTS = 40;
    private static final double HIGHEST_SCORE = 10;

    private final String path;
    private final BiConsumer<String, String> violations;

    CodingCheck(String path, BiConsumer<String, String> violations) {
        this.path = path;
        this.violations = violations;
    }

    void check(List<CodingRecord> codings) {
        if (codings.size() > MOST_CODINGS) {
            violations.accept(path, "There are %d codings; there may be %d".formatted(codings.size(), MOST_CODINGS));
            return;
        }
        Set<String> schemes = new HashSet<>();
        for (int index = 0; index < codings.size(); index++) {
            CodingRecord coding = codings.get(index);
            String place = path + "[" + index + "]";
            if (coding == null) {
                violations.accept(place, "A coding is needed here, not null");
            } else {
                check(coding, place);
                if (coding.scheme() != null && !schemes.add(coding.scheme())) {
                    violations.accept(place + ".scheme", "%s has a coding already: there is one for each scheme".formatted(coding.scheme()));
                }
            }
        }
    }

    private void check(CodingRecord coding, String place) {
        if (coding.scheme() == null) {
            violations.accept(place + ".scheme", "A scheme is needed, with its version, such as %s or %s".formatted(Plover.SCHEME, Cameo.SCHEME));
            return;
        }
        if (!areKeepable(coding, place)) {
            return;
        }
        switch (coding.scheme()) {
            case Plover.SCHEME -> checkPlover(coding, place);
            case Cameo.SCHEME -> checkCameo(coding, place);
            default -> checkOther(coding, place);
        }
        checkNumbers(coding, place);
    }

    private boolean areKeepable(CodingRecord coding, String place) {
        boolean keepable = isKeepable(coding.scheme(), place + ".scheme");
        keepable &= isKeepable(coding.type(), place + ".type");
        keepable &= isKeepable(coding.mode(), place + ".mode");
        if (coding.contexts().size() > MOST_CONTEXTS) {
            violations.accept(place + ".contexts", "There are %d contexts; there may be %d".formatted(coding.contexts().size(), MOST_CONTEXTS));
            return false;
        }
        for (int index = 0; index < coding.contexts().size(); index++) {
            String context = coding.contexts().get(index);
            String contextPlace = place + ".contexts[" + index + "]";
            if (context == null) {
                violations.accept(contextPlace, "A context is needed here, not null");
            }
            keepable &= context != null && isKeepable(context, contextPlace);
        }
        return keepable;
    }

    private boolean isKeepable(String text, String place) {
        if (text != null && text.length() > LONGEST) {
            violations.accept(place, "This has %d characters; it may have %d".formatted(text.length(), LONGEST));
            return false;
        }
        Texts.problem(text).ifPresent(problem -> violations.accept(place, problem));
        return Texts.problem(text).isEmpty();
    }

    private void checkPlover(CodingRecord coding, String place) {
        Plover.Type type = Plover.find(coding.type()).orElse(null);
        if (type == null && coding.type() != null) {
            violations.accept(place + ".type", "%s is no type of %s: %s".formatted(coding.type(), Plover.SCHEME,
                    Nearest.to(coding.type(), Plover.types().stream().map(Plover.Type::code).toList())));
        } else if (coding.mode() != null) {
            checkMode(type, coding.mode(), place + ".mode");
        }
        for (int index = 0; index < coding.contexts().size(); index++) {
            String context = coding.contexts().get(index);
            if (Plover.context(context).isEmpty()) {
                violations.accept(place + ".contexts[" + index + "]", "%s is no context of %s: %s".formatted(context, Plover.SCHEME,
                        Nearest.to(context, Plover.contexts().stream().map(Plover.Context::code).toList())));
            }
        }
    }

    private void checkMode(Plover.Type type, String mode, String place) {
        if (type == null) {
            violations.accept(place, "%s needs a type: a mode belongs to one".formatted(mode));
        } else if (type.modes().isEmpty()) {
            violations.accept(place, "%s has no modes: please leave this empty".formatted(type.code()));
        } else if (type.mode(mode).isEmpty()) {
            violations.accept(place, "%s is no mode of %s, whose modes are %s".formatted(mode, type.code(),
                    type.modes().stream().map(Plover.Mode::code).collect(Collectors.joining(", "))));
        }
    }

    private void checkCameo(CodingRecord coding, String place) {
        if (coding.type() == null) {
            violations.accept(place + ".type", "A code of %s is needed, such as 050".formatted(Cameo.SCHEME));
        } else if (Cameo.find(coding.type()).isEmpty()) {
            violations.accept(place + ".type", "%s is no code of %s: %s".formatted(coding.type(), Cameo.SCHEME, nearestCameo(coding.type())));
        }
        if (coding.mode() != null) {
            violations.accept(place + ".mode", "CAMEO has no modes: please leave this empty");
        }
    }

    /** Spreadsheets eat the zero in front, so that comes first; then what the code begins like. */
    private static String nearestCameo(String code) {
        if (Cameo.find("0" + code).isPresent()) {
            return "do you mean 0%s (%s)?".formatted(code, Cameo.find("0" + code).get().label());
        }
        for (int length = code.length() - 1; length >= 2; length--) {
            String begin = code.substring(0, length);
            if (Cameo.isPrefix(begin)) {
                return "the codes that begin with %s are %s".formatted(begin, Cameo.startingWith(begin).stream()
                        .filter(found -> found.code().length() <= begin.length() + 1).map(CameoCode::code).collect(Collectors.joining(", ")));
            }
        }
        return "codes have two to four digits and begin with 01 to 20, such as 050";
    }

    private void checkOther(CodingRecord coding, String place) {
        String scheme = coding.scheme();
        if (scheme.equalsIgnoreCase("PLOVER") || scheme.equalsIgnoreCase("CAMEO")) {
            violations.accept(place + ".scheme", "%s needs its version: %s".formatted(scheme,
                    scheme.equalsIgnoreCase("PLOVER") ? Plover.SCHEME : Cameo.SCHEME));
        }
        if (coding.type() == null && coding.contexts().isEmpty()) {
            violations.accept(place + ".type", "A code of %s is needed".formatted(scheme));
        }
    }

    private void checkNumbers(CodingRecord coding, String place) {
        boolean known = coding.scheme().equals(Plover.SCHEME) || coding.scheme().equals(Cameo.SCHEME);
        Double score = coding.score();
        if (score != null && (!Double.isFinite(score) || known && Math.abs(score) > HIGHEST_SCORE)) {
            violations.accept(place + ".score", "%s is no score of %s: a number from -10 to 10".formatted(score, coding.scheme()));
        }
        if (coding.quad() != null && QuadClass.of(coding.quad()).isEmpty()) {
            violations.accept(place + ".quad", "%d is no quad class: 1, 2, 3 or 4".formatted(coding.quad()));
        }
    }
}
