package org.demarche.exchange.in.dna;

import java.util.List;

/**
 * What a variable of a project of the Discourse Network Analyzer says of a statement, told from its name. Projects name their variables themselves; these
 * are DNA's own names and those in use beside them, the first that a type of statements has is taken.
 */
enum DnaPart {
    SPEAKER(true, "person", "speaker", "actor", "narrator", "politician", "individual", "name"),
    ORGANIZATION(true, "organization", "organisation", "org", "institution", "party", "group", "affiliation"),
    CONCEPT(true, "concept", "category", "claim", "topic", "issue", "frame"),
    AGREEMENT(false, "agreement", "qualifier", "agree", "stance", "position", "support");

    /** Who is called so may be no person. */
    static final String ANYBODY = "actor";

    private final boolean isText;
    private final List<String> names;

    DnaPart(boolean isText, String... names) {
        this.isText = isText;
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    boolean mayBe(DnaVariable variable) {
        return !isText || variable.isText();
    }
}
