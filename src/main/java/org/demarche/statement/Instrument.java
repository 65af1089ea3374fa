package org.demarche.statement;

/** The form in which something was said. */
public enum Instrument {
    BRIEFING("briefing"),
    READOUT("readout"),
    JOINT_STATEMENT("joint statement"),
    SPEECH("speech"),
    INTERVIEW("interview"),
    REMARKS("remarks"),
    PRESS_RELEASE("press release"),
    LETTER("letter"),
    POST("post"),
    OTHER("other form");

    private final String label;

    Instrument(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
