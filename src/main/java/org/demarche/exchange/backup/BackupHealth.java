package org.demarche.exchange.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/** When the last backup succeeded, for whoever watches. A missing one makes nobody restart the server: it can be used. */
@Wellness
@ApplicationScoped
class BackupHealth implements HealthCheck {
    @Inject
    Backups backups;

    @Override
    public HealthCheckResponse call() {
        var state = backups.state();
        var answer = HealthCheckResponse.named("backup").up();
        if (state.last() != null) {
            answer.withData("last", state.last().at().toString()).withData("changes", state.last().revisions()).withData("restored", state.last().restored());
        }
        if (state.failure() != null) {
            answer.withData("failedAt", state.failedAt().toString()).withData("failure", state.failure());
        }
        return answer.build();
    }
}
