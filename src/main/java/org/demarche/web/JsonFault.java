package org.demarche.web;

import org.demarche.text.Texts;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with JSON that somebody gave. */
public final class JsonFault {
    private static final int LONGEST = 300;

    private JsonFault() {
    }

    /** In one line, without the place and without what stands there. */
    public static String words(JsonProcessingException broken) {
        return broken.getOriginalMessage().lines().findFirst().map(first -> Texts.cut(first, LONGEST)).orElse("this is no JSON");
    }
}
