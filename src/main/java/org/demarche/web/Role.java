package org.demarche.web;

/** The roles that a route may ask for; each includes the ones before it. */
public final class Role {

    /** Sees everything that is recorded and takes it away. */
    public static final String READER = "reader";
    /** Records, changes and retracts. */
    public static final String ANALYST = "analyst";
    /** Sets the system up and removes what analysts can't. */
    public static final String ADMINISTRATOR = "administrator";

    private Role() {
    }
}
