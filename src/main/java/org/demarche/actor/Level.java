package org.demarche.actor;

/** How high a post is, from the head of state or government or of an organisation down to a media outlet that speaks for it. */
public enum Level {
    HEAD("head"),
    MINISTER("minister"),
    SENIOR("senior official"),
    SPOKESPERSON("spokesperson"),
    MISSION("mission abroad"),
    MEDIA("media outlet");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
