package org.demarche.actor;

/** What a further name of an actor is: a metonym is 'Tokyo' for the government of Japan. */
public enum NameKind {
    NAME, TRANSLITERATION, ACRONYM, METONYM, DESCRIPTION
}
