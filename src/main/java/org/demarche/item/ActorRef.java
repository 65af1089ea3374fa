package org.demarche.item;

import java.util.UUID;

/**
 * An actor as a row names it.
 *
 * @param slug the present slug, also where the record was written with an older one
 * @param shortName for lanes and chips; the name where the actor has none of its own
 * @param type the name of an {@code ActorType}
 */
public record ActorRef(UUID id, String slug, String name, String shortName, String type) {
    /** The last word of a person's name, the short name of everybody else. */
    public String surname() {
        return "PERSON".equals(type) ? name.substring(name.lastIndexOf(' ') + 1) : shortName;
    }
}
