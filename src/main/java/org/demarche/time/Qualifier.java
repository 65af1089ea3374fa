package org.demarche.time;

/** What a date admits about itself: {@code ?}, {@code ~} or {@code %}. */
public enum Qualifier {
    NONE(""), UNCERTAIN("?"), APPROXIMATE("~"), BOTH("%");

    private final String sign;

    Qualifier(String sign) {
        this.sign = sign;
    }

    /** As EDTF writes it, empty for {@link #NONE}. */
    public String sign() {
        return sign;
    }

    static Qualifier at(char last) {
        return switch (last) {
            case '?' -> UNCERTAIN;
            case '~' -> APPROXIMATE;
            case '%' -> BOTH;
            default -> NONE;
        };
    }
}
