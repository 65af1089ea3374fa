package org.demarche.exchange.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.event.EventRecord;
import org.demarche.history.KeptRevision;
import org.demarche.history.Rebuilding;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.statement.StatementRecord;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes an archive into an empty database, with its whole history: numbers, authors and times are those of the archive. */
@ApplicationScoped
public class ArchiveRestore {
    private static final Logger LOG = Logger.getLogger(ArchiveRestore.class);
    private static final int MOST_OF_A_STEP = 1_000;
    /** Characters of records that are in memory at once. */
    private static final int STEP = 8_000_000;
    private static final int COMPLETED_TOGETHER = 100;

    @Inject
    Rebuilding rebuilding;
    @Inject
    Revisions revisions;
    @Inject
    Topics topics;
    @Inject
    Archives archives;
    @Inject
    ObjectMapper mapper;

    /**
     * @param records those that are not retracted
     * @param items statements and events among them
     */
    public record Restored(long revisions, long records, long items) {
    }

    /**
     * Restores it, all or nothing.
     *
     * @throws ArchiveException where the file is no whole and right archive
     * @throws Rebuilding.NotEmptyException where something is recorded here already
     */
    public Restored restore(Path file, Pace pace) throws IOException {
        try (var archive = ArchiveReader.open(file, mapper)) {
            archive.verify(pace);
            rebuilding.fill(filling -> new Restoring(archive, filling, pace).all());
            var manifest = archive.manifest();
            return new Restored(manifest.revisions(), manifest.present(), manifest.items());
        }
    }

    /** The same, and then writes an archive of what is there now, which must be the same file for file. */
    public Restored restoreAndCompare(Path file, Pace pace) throws IOException {
        var restored = restore(file, pace);
        var again = archives.write(OutputStream.nullOutputStream(), pace).manifest();
        try (var archive = ArchiveReader.open(file, mapper)) {
            var there = new HashMap<String, ArchiveManifest.File>();
            archive.manifest().files().forEach(one -> there.put(one.name(), one));
            var others = again.files().stream().filter(one -> !one.equals(there.get(one.name()))).map(ArchiveManifest.File::name).toList();
            if (!others.isEmpty() || !again.records().equals(archive.manifest().records()) || again.items() != archive.manifest().items()) {
                throw new ArchiveException("What was restored is not what the archive holds: " + (others.isEmpty() ? "the counts differ" : String.join(", ", others)));
            }
        }
        return restored;
    }

    /** A line of the archive that can't be kept at first, to be read again. */
    private record Place(RecordKind kind, long number, long line) {
    }

    private interface Work {
        void on(List<KeptRevision> step);
    }

    private final class Restoring {
        private final ArchiveReader archive;
        private final Rebuilding.Filling filling;
        private final Pace pace;
        private final List<Place> loose = new ArrayList<>();
        private boolean hasEarlier;
        private long done;

        private Restoring(ArchiveReader archive, Rebuilding.Filling filling, Pace pace) {
            this.archive = archive;
            this.filling = filling;
            this.pace = pace;
        }

        private void all() {
            each("Changes", filling::keep);
            name(0, filling::refuseGaps);
            each("Records", this::store);
            complete();
            if (hasEarlier) {
                each("Earlier versions", step -> {
                    var last = lastTexts(step);
                    filling.check(step.stream().filter(kept -> !kept.isRetraction() && !last.contains(kept.number())).toList());
                });
            }
            filling.retract();
            merge();
            pace.told("Search index", 0, 0);
        }

        private void store(List<KeptRevision> step) {
            var last = lastTexts(step);
            hasEarlier |= step.stream().anyMatch(kept -> !kept.isRetraction() && !last.contains(kept.number()));
            var present = step.stream().filter(kept -> last.contains(kept.number())).toList();
            filling.store(present, ArchiveRestore::loosened).forEach(kept -> loose.add(new Place(kept.kind(), kept.number(), lines.get(kept.number()))));
        }

        private java.util.Set<Long> lastTexts(List<KeptRevision> step) {
            return QuarkusTransaction.requiringNew().call(() -> revisions.lastTexts(step.stream().map(KeptRevision::number).toList()));
        }

        /** What refers to records that come behind it. */
        private void complete() {
            for (int from = 0; from < loose.size(); from += COMPLETED_TOGETHER) {
                var places = loose.subList(from, Math.min(loose.size(), from + COMPLETED_TOGETHER));
                lines.clear();
                places.forEach(place -> lines.put(place.number, place.line));
                var some = QuarkusTransaction.requiringNew().call(() -> places.stream().flatMap(place -> revisions.kept(place.kind, place.number - 1, place.number, 1).stream()).toList());
                pace.told("References", from, loose.size());
                refusing(some, () -> filling.complete(some));
            }
        }

        private void merge() {
            try {
                archive.eachMerger((merger, line) -> QuarkusTransaction.requiringNew().run(() -> {
                    if (revisions.version(RecordKind.TOPIC, merger.topic(), 1).isEmpty() || revisions.version(RecordKind.TOPIC, merger.into(), 1).isEmpty()) {
                        throw new ArchiveException(ArchiveFiles.MERGERS, line, "there is no such topic");
                    }
                    topics.merged(merger.topic(), merger.into());
                }));
            } catch (IOException unread) {
                throw new java.io.UncheckedIOException(unread);
            }
        }

        /** Of the present step, by the number of the revision. */
        private final Map<Long, Long> lines = new HashMap<>();

        private void each(String words, Work work) {
            done = 0;
            for (var kind : RecordKind.values()) {
                var step = new ArrayList<KeptRevision>();
                var length = new long[1];
                lines.clear();
                try {
                    archive.each(kind, (kept, line) -> {
                        step.add(kept);
                        lines.put(kept.number(), line);
                        length[0] += kept.isRetraction() ? 0 : kept.text().length();
                        if (step.size() == MOST_OF_A_STEP || length[0] > STEP) {
                            take(words, step, work);
                            length[0] = 0;
                        }
                    });
                } catch (IOException unread) {
                    throw new java.io.UncheckedIOException(unread);
                }
                take(words, step, work);
            }
        }

        private void take(String words, List<KeptRevision> step, Work work) {
            if (!step.isEmpty()) {
                refusing(step, () -> work.on(List.copyOf(step)));
                done += step.size();
                step.clear();
                lines.clear();
                pace.told(words, done, archive.manifest().revisions());
            }
        }

        private void refusing(List<KeptRevision> step, Runnable work) {
            var first = step.get(0);
            try {
                name(lines.getOrDefault(first.number(), 0L), work);
            } catch (ArchiveException | CancellationException said) {
                throw said;
            } catch (RuntimeException unforeseen) {
                LOG.debug("Records can't be stored", unforeseen);
                var cause = (Throwable) unforeseen;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                throw new ArchiveException(ArchiveFiles.revisions(first.kind()), lines.getOrDefault(first.number(), 0L), "this or one of the lines behind it can't be stored: " + cause.getMessage());
            }
        }

        private void name(long line, Runnable work) {
            try {
                work.run();
            } catch (Rebuilding.RefusedException refused) {
                var revision = refused.revision();
                var at = lines.getOrDefault(revision.number(), line);
                throw at > 0 ? new ArchiveException(ArchiveFiles.revisions(revision.kind()), at, refused.getMessage())
                        : new ArchiveException(ArchiveFiles.revisions(revision.kind()) + ", change " + revision.number() + ": " + refused.getMessage());
            }
        }
    }

    /** Without what may refer to records of its own kind or of a later one. */
    private static RootRecord loosened(RootRecord record) {
        if (record instanceof EventRecord event) {
            return new EventRecord(event.id(), event.version(), event.kind(), event.title(), event.date(), event.dateBasis(), event.time(), event.status(), event.place(), null,
                    event.participants(), event.citations(), event.codings(), List.of(), event.topics(), event.reason());
        }
        if (record instanceof StatementRecord statement) {
            return statement.linked(List.of(), statement.reason());
        }
        return record instanceof TopicRecord topic ? new TopicRecord(topic.id(), topic.slug(), topic.version(), topic.label(), topic.definition(), null, topic.reason()) : record;
    }
}
