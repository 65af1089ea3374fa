package org.demarche.statement;

/** The form in which something was said. */
public enum Instrument {
    BRIEFING, READOUT, JOINT_STATEMENT, SPEECH, INTERVIEW, REMARKS, PRESS_RELEASE, LETTER, POST, OTHER
}
