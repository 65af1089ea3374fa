package org.demarche.exchange.in.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.demarche.exchange.in.ImportProblem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An import as pages and programs see it.
 *
 * @param name of the file
 * @param read rows of the file that were looked at; while it runs, of those that were stored so far
 * @param stored rows that were stored; before it runs, those that would be
 * @param fresh of {@code stored}, those that are new here; {@code new} in JSON
 * @param changed of {@code stored}, those that change a record
 * @param unchanged rows that are here already just so
 * @param conflicts rows whose record somebody has changed or retracted since
 * @param refused rows that are wrong
 * @param rows in the file; null until they are counted
 * @param problems of the rows in conflict and the wrong ones, at most {@link #PROBLEMS}
 * @param failure why the file as a whole can't be read; null where it can
 */
public record ImportView(UUID id, ImportState state, String format, String name, long read, long stored, @JsonProperty("new") long fresh, long changed, long unchanged, long conflicts,
                         long refused, Long rows, List<ImportProblem> problems, String failure, Instant begunAt, String begunBy, Instant endedAt) {
    /** So many problems are kept of one import; the counts go on. */
    public static final int PROBLEMS = 10_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Whether somebody is to look at its columns before it is checked. */
    @JsonIgnore
    public boolean isUnmapped() {
        return state == ImportState.CHECKED && rows == null;
    }

    /** Whether it waits for somebody to bring it in. */
    @JsonIgnore
    public boolean isReady() {
        return state == ImportState.CHECKED && rows != null;
    }

    @JsonIgnore
    public boolean isCancellable() {
        return state == ImportState.CHECKING || state == ImportState.RUNNING;
    }

    /** Whether it only tells what would be. */
    @JsonIgnore
    public boolean isBefore() {
        return state == ImportState.CHECKING || state == ImportState.CHECKED;
    }

    @JsonIgnore
    public boolean isMappable() {
        return state == ImportState.CHECKED || state == ImportState.FAILED;
    }

    @JsonIgnore
    public String stateWords() {
        return isUnmapped() ? "waits until you have looked at its columns" : state.label();
    }

    /** '1 February 2023, 15:00 UTC'. */
    @JsonIgnore
    public String begunWords() {
        return words(begunAt);
    }

    @JsonIgnore
    public String endedWords() {
        return words(endedAt);
    }

    private static String words(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    /** How far it is, in percent; null where that can't be said yet. */
    public Integer percent() {
        return rows == null || rows == 0 ? null : (int) Math.min(100, read * 100 / rows);
    }
}
