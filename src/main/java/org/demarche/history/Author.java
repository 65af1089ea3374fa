package org.demarche.history;

import jakarta.enterprise.context.ApplicationScoped;

/** Who changes something: until there are accounts, the person who runs the program. */
@ApplicationScoped
public class Author {
    /** A name, never blank, at most 200 characters. */
    public String name() {
        var name = System.getProperty("user.name", "").strip();
        return name.isEmpty() || name.equals("?") ? "local" : name.substring(0, Math.min(200, name.length()));
    }
}
