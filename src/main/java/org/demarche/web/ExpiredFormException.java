package org.demarche.web;

/** A form came without a token that holds, to a handler that can't show the form again. */
class ExpiredFormException extends RuntimeException {

    ExpiredFormException() {
        super("This page was open for a long time, so what was sent was not carried out.");
    }
}
