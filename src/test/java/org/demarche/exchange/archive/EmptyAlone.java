package org.demarche.exchange.archive;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database of its own with nothing in it, so that a test may empty it again. */
public class EmptyAlone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("demarche.example-data", "false", "demarche.data-dir", "./target/test-data/empty-" + System.nanoTime());
    }
}
