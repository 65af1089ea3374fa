package org.demarche.item;

import java.util.UUID;

/**
 * An actor as a row names it.
 *
 * @param slug the present slug, also where the record was written with an older one
 * @param shortName for lanes and chips; the name where the actor has none of its own
 * @param type the name of an {@code ActorType}
 * @param familyNameFirst whether a person's name begins with the family name, as Mao Ning's does
 */
public record ActorRef(UUID id, String slug, String name, String shortName, String type, boolean familyNameFirst) {
    /** The family name of a person, the short name of everybody else. */
    public String surname() {
        if (!"PERSON".equals(type)) {
            return shortName;
        }
        return familyNameFirst ? name.split(" ", 2)[0] : name.substring(name.lastIndexOf(' ') + 1);
    }
}
