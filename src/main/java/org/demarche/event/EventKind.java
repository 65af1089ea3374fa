package org.demarche.event;

/** What an event is. */
public enum EventKind {
    VISIT, TOUR, MEETING, SUMMIT, PRESS_CONFERENCE, MILITARY, SANCTION, AGREEMENT, ELECTION, VOTE, PROTEST, LEGAL, AID, PROCESS, OTHER
}
