package org.demarche.exchange.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class BackupScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime THREE = LocalTime.of(3, 0);

    @Test
    void oneIsDueAtItsTimeAndNotAgainUntilTheNextNight() {
        assertThat(isDue("2026-11-30T01:59:00Z", "2026-11-20T00:00:00Z", "2026-11-29T02:05:00Z", null)).isFalse();
        assertThat(isDue("2026-11-30T02:00:30Z", "2026-11-20T00:00:00Z", "2026-11-29T02:05:00Z", null)).isTrue();
        assertThat(isDue("2026-11-30T02:10:00Z", "2026-11-20T00:00:00Z", "2026-11-30T02:05:00Z", null)).isFalse();
    }

    @Test
    void aMachineThatWasOffThenMakesItTenMinutesAfterItsStart() {
        assertThat(isDue("2026-11-30T09:05:00Z", "2026-11-30T09:00:00Z", "2026-11-29T02:05:00Z", null)).isFalse();
        assertThat(isDue("2026-11-30T09:10:00Z", "2026-11-30T09:00:00Z", "2026-11-29T02:05:00Z", null)).isTrue();
    }

    @Test
    void aNewInstanceWaitsForItsFirstNight() {
        var fresh = new BackupState(Instant.parse("2026-11-30T09:00:00Z"), null, null, null);
        assertThat(BackupSchedule.isDue(Instant.parse("2026-11-30T20:00:00Z"), Instant.parse("2026-11-30T09:00:00Z"), THREE, ZONE, fresh)).isFalse();
        assertThat(BackupSchedule.isDue(Instant.parse("2026-12-01T02:01:00Z"), Instant.parse("2026-11-30T09:00:00Z"), THREE, ZONE, fresh)).isTrue();
    }

    @Test
    void oneThatFailedIsTriedAgainAfterAnHour() {
        assertThat(isDue("2026-11-30T02:30:00Z", "2026-11-20T00:00:00Z", "2026-11-29T02:05:00Z", "2026-11-30T02:01:00Z")).isFalse();
        assertThat(isDue("2026-11-30T03:02:00Z", "2026-11-20T00:00:00Z", "2026-11-29T02:05:00Z", "2026-11-30T02:01:00Z")).isTrue();
    }

    @Test
    void theSettingIsATimeOrOff() {
        assertThat(BackupSchedule.NightlyTime.of("03:30").time()).isEqualTo(LocalTime.of(3, 30));
        assertThat(BackupSchedule.NightlyTime.of("off").time()).isNull();
        assertThatThrownBy(() -> BackupSchedule.NightlyTime.of("at night")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("03:00");
    }

    private static boolean isDue(String now, String started, String last, String failed) {
        var backup = new BackupState.Backup(Instant.parse(last), "backup.zip", 1, 1, 1, 1, true);
        return BackupSchedule.isDue(Instant.parse(now), Instant.parse(started), THREE, ZONE,
                new BackupState(Instant.EPOCH, backup, failed == null ? null : Instant.parse(failed), failed == null ? null : "The disk is full"));
    }
}
