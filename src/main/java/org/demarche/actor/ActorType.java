package org.demarche.actor;

/** What an actor is. Only a person holds offices; everything else speaks for itself and for what it is part of. */
public enum ActorType {
    PERSON("person"),
    STATE("state"),
    ORGANIZATION("organisation"),
    IGO("intergovernmental organisation"),
    BLOC("bloc"),
    COLLECTIVE("group");

    private final String label;

    ActorType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
