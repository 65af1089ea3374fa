package org.demarche.actor;

/** What a further name of an actor is: a metonym is 'Tokyo' for the government of Japan. */
public enum NameKind {
    NAME("name"),
    TRANSLITERATION("transliteration"),
    ACRONYM("acronym"),
    METONYM("stands for it"),
    DESCRIPTION("description");

    private final String label;

    NameKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
