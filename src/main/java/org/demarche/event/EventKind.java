package org.demarche.event;

/** What an event is. */
public enum EventKind {
    VISIT("visit"),
    TOUR("tour"),
    MEETING("meeting"),
    SUMMIT("summit"),
    PRESS_CONFERENCE("press conference"),
    MILITARY("military action"),
    SANCTION("sanction"),
    AGREEMENT("agreement"),
    ELECTION("election"),
    VOTE("vote"),
    PROTEST("protest"),
    LEGAL("legal step"),
    AID("aid"),
    PROCESS("process"),
    OTHER("other event");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
