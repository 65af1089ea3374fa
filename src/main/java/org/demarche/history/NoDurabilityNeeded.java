package org.demarche.history;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.properties.IfBuildProperty;

/** PostgreSQL has written its log to disk before a commit returns. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class NoDurabilityNeeded implements Durability {
    @Override
    public void await() {
        // nothing is left to do once the commit has returned
    }
}
