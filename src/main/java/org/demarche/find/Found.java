package org.demarche.find;

import java.util.List;

/**
 * What one typed text may lead to, in groups, the likeliest first.
 *
 * @param typed the empty text where nothing was, and then what can be done is shown
 */
public record Found(String typed, List<Group> groups) {
    /** @param title 'Actors' */
    public record Group(String title, List<Hit> hits) {
    }

    /** @param detail what tells it from others of its name; null where nothing has to */
    public record Hit(String name, String detail, String href) {
    }

    /** How many there are, in words. */
    public String count() {
        int number = groups.stream().mapToInt(group -> group.hits.size()).sum();
        return number == 0 ? "Nothing found" : number == 1 ? "1 found" : number + " found";
    }
}
