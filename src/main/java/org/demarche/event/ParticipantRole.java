package org.demarche.event;

/** What somebody does in an event. */
public enum ParticipantRole {
    ACTOR, RECIPIENT, HOST, VISITOR, CHAIR, CONVENER, MEMBER
}
