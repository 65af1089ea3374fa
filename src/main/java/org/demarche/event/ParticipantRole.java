package org.demarche.event;

/** What somebody does in an event. */
public enum ParticipantRole {
    ACTOR("acts"),
    RECIPIENT("is acted on"),
    HOST("host"),
    VISITOR("visitor"),
    CHAIR("chair"),
    CONVENER("convener"),
    MEMBER("member");

    private final String label;

    ParticipantRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
