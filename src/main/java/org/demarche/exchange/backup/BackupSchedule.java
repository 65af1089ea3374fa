package org.demarche.exchange.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.quarkus.scheduler.Scheduled;

/** A backup each night; where the machine was off or asleep then, soon after it is on again. */
@ApplicationScoped
class BackupSchedule {
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final Instant started = Instant.now();

    @Inject
    Backups backups;
    @Inject
    BackupRun run;
    @Inject
    @CommandLineArguments
    String[] arguments;
    @ConfigProperty(name = "demarche.backup.at")
    NightlyTime at;

    /**
     * When a backup is due.
     *
     * @param time null where none is made
     */
    record NightlyTime(LocalTime time) {
        /** Reads the setting, and is public for whatever reads settings. */
        public static NightlyTime of(String setting) {
            if (setting.strip().equals("off")) {
                return new NightlyTime(null);
            }
            try {
                return new NightlyTime(LocalTime.parse(setting.strip()));
            } catch (DateTimeParseException unread) {
                throw new IllegalArgumentException("demarche.backup.at: ‘" + setting + "’ is no time of day: write it like 03:00, or off");
            }
        }
    }

    void begin(@Observes StartupEvent start) {
        boolean serves = arguments.length == 0 || arguments[0].equals("serve");
        if (serves && at.time != null) {
            backups.begin();
        }
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (at.time != null && !run.progress().isRunning() && isDue(Instant.now(), started, at.time, ZoneId.systemDefault(), backups.state()) && backups.isNeeded()) {
            run.start(null);
        }
    }

    static boolean isDue(Instant now, Instant started, LocalTime time, ZoneId zone, BackupState state) {
        var today = now.atZone(zone).toLocalDate().atTime(time).atZone(zone);
        var due = today.toInstant().isAfter(now) ? today.minusDays(1).toInstant() : today.toInstant();
        var since = state.last() == null ? state.since() : state.last().at();
        boolean failedJustNow = state.failedAt() != null && state.failedAt().isAfter(now.minus(AFTER_A_FAILURE));
        boolean wasOn = !started.isAfter(due);
        return since.isBefore(due) && !failedJustNow && (wasOn || !now.isBefore(started.plus(SOON)));
    }
}
