package org.demarche.item;

import java.util.Optional;

/** How the query of a collection is found; supplied by the feature that keeps collections. */
public interface SavedQueries {
    /** A query string without its question mark; empty where no collection has or had this slug. */
    Optional<String> ofCollection(String slug);
}
