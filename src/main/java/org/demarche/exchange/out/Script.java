package org.demarche.exchange.out;

import java.util.Set;

/** Which way a text runs. */
final class Script {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi");

    private Script() {
    }

    /** @param language BCP 47; where it is null the first letter that runs either way decides */
    static boolean isRightToLeft(String text, String language) {
        if (language != null && RIGHT_TO_LEFT.contains(language.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        return text.codePoints().map(Character::getDirectionality).filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC).findFirst()
                .stream().anyMatch(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }
}
