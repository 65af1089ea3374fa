package org.demarche.event;

/** Whether an event took place. */
public enum EventStatus {
    PLANNED, HELD, POSTPONED, CANCELLED
}
