package org.demarche.actor;

/** What an actor is. Only a person holds offices; everything else speaks for itself and for what it is part of. */
public enum ActorType {
    PERSON, STATE, ORGANIZATION, IGO, BLOC, COLLECTIVE
}
