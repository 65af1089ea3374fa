package org.demarche.event;

/** How a link is known: the source states it, the analyst infers it, or another source has it. */
public enum LinkBasis {
    STATED, INFERRED, EXTERNAL
}
