package org.demarche.event;

/** Whether an event took place. */
public enum EventStatus {
    PLANNED("planned"),
    HELD("held"),
    POSTPONED("postponed"),
    CANCELLED("cancelled");

    private final String label;

    EventStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
