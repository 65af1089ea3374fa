package org.demarche.item;

import java.util.Locale;

/** What a row of a timeline is. Written in lower case in URLs, CSV and JSON. */
public enum ItemKind {
    STATEMENT, EVENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
