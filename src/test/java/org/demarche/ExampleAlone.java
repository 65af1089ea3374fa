package org.demarche;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A data folder of its own, so that no other test adds to the example. */
public class ExampleAlone implements QuarkusTestProfile {
}
