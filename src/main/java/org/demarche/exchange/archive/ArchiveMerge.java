package org.demarche.exchange.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.KeptRevision;
import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.demarche.web.ConflictException;
import org.demarche.web.InvalidRecordException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Merges an archive by the ids of its records into what is here. A record that only one side has changed since the two agreed becomes as
 * that side has it; where both did, it stays as it is here and the conflict is reported. What is stored counts as recorded now.
 */
final class ArchiveMerge {
    private static final int STEP = 500;
    private static final int LENGTH_OF_A_STEP = 4_000_000;
    private static final int MOST_PROBLEMS = 1_000;
    /** What refers to records that come behind it is tried again, as long as that helps and at most so often. */
    private static final int ROUNDS = 10;

    private final ArchiveReader archive;
    private final ArchiveImport with;
    private final boolean check;
    private final Consumer<Change> begins;
    private final Pace pace;
    private final List<ArchiveOutcome.Problem> problems = new ArrayList<>();
    /** Slugs that name one record there and another one here. */
    private final Set<String> ambiguous = new HashSet<>();
    private final List<Candidate> postponed = new ArrayList<>();
    private long read;
    private long stored;
    private long changed;
    private long unchanged;
    private long conflicts;
    private long refused;
    private long done;

    /**
     * What would be stored of one record.
     *
     * @param here the version that it replaces, 0 where there is none
     */
    private record Candidate(KeptRevision kept, long line, int here) {
    }

    ArchiveMerge(ArchiveReader archive, ArchiveImport with, boolean check, Consumer<Change> begins, Pace pace) {
        this.archive = archive;
        this.with = with;
        this.check = check;
        this.begins = begins;
        this.pace = pace;
    }

    ArchiveOutcome all() throws IOException {
        for (var kind : List.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.TOPIC, RecordKind.COLLECTION)) {
            lookForSlugs(kind);
        }
        if (check) {
            merge(null);
        } else {
            with.history.together(writing -> {
                merge(writing);
                retry(writing);
                return null;
            });
            archive.eachMerger((merger, line) -> QuarkusTransaction.requiringNew().run(() -> with.topics.merged(merger.topic(), merger.into())));
        }
        return new ArchiveOutcome(read, stored, changed, unchanged, conflicts, refused, List.copyOf(problems));
    }

    private void lookForSlugs(RecordKind kind) throws IOException {
        var slugs = new HashMap<String, UUID>();
        archive.each(kind, (kept, line) -> {
            if (!kept.isRetraction()) {
                slugs.put(with.mapper.readTree(kept.text()).path("slug").asText(), kept.id());
            }
            if (slugs.size() == STEP) {
                compare(kind, slugs);
            }
        });
        compare(kind, slugs);
    }

    private void compare(RecordKind kind, Map<String, UUID> slugs) {
        var here = QuarkusTransaction.requiringNew().call(() -> with.identities.ids(kind, slugs.keySet()));
        here.forEach((slug, id) -> {
            if (!id.equals(slugs.get(slug))) {
                ambiguous.add(slug);
            }
        });
        slugs.clear();
    }

    private void merge(History.Writing writing) {
        for (var kind : RecordKind.values()) {
            try {
                merge(kind, writing);
            } catch (IOException unread) {
                throw new java.io.UncheckedIOException(unread);
            }
        }
    }

    private void merge(RecordKind kind, History.Writing writing) throws IOException {
        var last = new HashMap<UUID, Integer>();
        archive.each(kind, (kept, line) -> last.put(kept.id(), kept.version()));
        var earlier = new HashMap<UUID, Set<UUID>>();
        archive.each(kind, (kept, line) -> {
            if (kept.version() < last.get(kept.id())) {
                earlier.computeIfAbsent(kept.id(), any -> new HashSet<>()).add(ArchiveContent.of(kept, with.mapper));
            }
        });
        var step = new LinkedHashMap<KeptRevision, Long>();
        var length = new long[1];
        archive.each(kind, (kept, line) -> {
            done++;
            if (kept.version() == last.get(kept.id())) {
                step.put(kept, line);
                length[0] += kept.isRetraction() ? 0 : kept.text().length();
            }
            if (step.size() == STEP || length[0] > LENGTH_OF_A_STEP) {
                merge(kind, step, earlier, writing);
                length[0] = 0;
            }
        });
        merge(kind, step, earlier, writing);
    }

    private void merge(RecordKind kind, Map<KeptRevision, Long> step, Map<UUID, Set<UUID>> earlier, History.Writing writing) {
        if (step.isEmpty()) {
            return;
        }
        read += step.size();
        var here = QuarkusTransaction.requiringNew().call(() -> with.revisions.kept(kind, step.keySet().stream().map(KeptRevision::id).toList()));
        var added = new ArrayList<Candidate>();
        var others = new ArrayList<Candidate>();
        step.forEach((kept, line) -> {
            var ours = here.get(kept.id());
            if (ours == null) {
                take(kept, line, 0, added);
            } else {
                compare(kept, line, ours, earlier.getOrDefault(kept.id(), Set.of()), others);
            }
        });
        if (check) {
            stored += added.size() + others.size();
            changed += others.size();
        } else {
            add(added, writing);
            others.forEach(candidate -> store(candidate, writing, false));
        }
        step.clear();
        pace.told("Merging", done, archive.manifest().revisions());
    }

    private void compare(KeptRevision theirs, long line, List<KeptRevision> ours, Set<UUID> theirEarlier, List<Candidate> changed) {
        var content = ArchiveContent.of(theirs, with.mapper);
        var present = ours.get(ours.size() - 1);
        if (ours.stream().anyMatch(one -> ArchiveContent.of(one, with.mapper).equals(content))) {
            unchanged++;
        } else if (theirEarlier.contains(ArchiveContent.of(present, with.mapper))) {
            take(theirs, line, present.version(), changed);
        } else {
            conflicts++;
            note(theirs, line, "It was changed both here and there; it stays as it is here, and there it " + (theirs.isRetraction() ? "was retracted" : "is ‘" + heading(theirs) + "’"));
        }
    }

    private void take(KeptRevision kept, long line, int here, List<Candidate> candidates) {
        if (kept.isRetraction()) {
            if (here == 0) {
                // it was never here, and is gone there
                unchanged++;
            } else {
                candidates.add(new Candidate(kept, line, here));
            }
            return;
        }
        var other = ambiguous.isEmpty() ? null : ArchiveContent.texts(kept, with.mapper).stream().filter(this::isAmbiguous).findFirst().orElse(null);
        if (other != null) {
            conflicts++;
            note(kept, line, "‘" + other + "’ is the slug of one record there and of another one here: give one of the two another slug, and import again");
            return;
        }
        candidates.add(new Candidate(kept, line, here));
    }

    /** Also where it stands in the query of a collection. */
    private boolean isAmbiguous(String text) {
        return ambiguous.contains(text) || text.contains("=") && java.util.Arrays.stream(text.split("[&=]")).anyMatch(ambiguous::contains);
    }

    /** All at once, and where one of them can't be kept each alone. */
    private void add(List<Candidate> added, History.Writing writing) {
        if (added.isEmpty()) {
            return;
        }
        try {
            var records = added.stream().map(candidate -> record(candidate.kept)).toList();
            writing.write(change -> {
                begins.accept(change);
                change.takesAsRecorded();
                return change.addAll(records);
            });
            stored += added.size();
        } catch (RuntimeException oneOfThem) {
            added.forEach(candidate -> store(candidate, writing, false));
        }
    }

    private void store(Candidate candidate, History.Writing writing, boolean lastTime) {
        try {
            writing.write(change -> {
                begins.accept(change);
                change.takesAsRecorded();
                keep(candidate, change);
                return null;
            });
            stored++;
            changed += candidate.here > 0 ? 1 : 0;
        } catch (InvalidRecordException invalid) {
            var first = invalid.violations().get(0);
            if (lastTime) {
                refuse(candidate, (first.field().isEmpty() ? "" : first.field() + ": ") + first.message());
            } else {
                postponed.add(candidate);
            }
        } catch (ConflictException there) {
            refuse(candidate, there.getMessage());
        } catch (ArchiveException said) {
            refuse(candidate, said.getMessage());
        }
    }

    private void keep(Candidate candidate, Change change) {
        var kept = candidate.kept;
        if (kept.isRetraction()) {
            change.retract(kept.kind(), kept.id(), candidate.here, Objects.requireNonNullElse(kept.reason(), "Retracted in the archive that was imported"));
        } else if (candidate.here == 0) {
            change.add(record(kept));
        } else {
            change.keep(record(kept).identified(kept.id(), candidate.here));
        }
    }

    private void retry(History.Writing writing) {
        for (int round = 1; round <= ROUNDS && !postponed.isEmpty(); round++) {
            var again = List.copyOf(postponed);
            postponed.clear();
            again.forEach(candidate -> store(candidate, writing, false));
            if (postponed.size() == again.size()) {
                break;
            }
        }
        var rest = List.copyOf(postponed);
        rest.forEach(candidate -> store(candidate, writing, true));
    }

    private RootRecord record(KeptRevision kept) {
        return with.recordOf(kept);
    }

    private String heading(KeptRevision kept) {
        return org.demarche.text.Texts.cut(with.recordOf(kept).heading(), 100);
    }

    private void refuse(Candidate candidate, String why) {
        refused++;
        note(candidate.kept, candidate.line, why);
    }

    private void note(KeptRevision kept, long line, String why) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new ArchiveOutcome.Problem(line, ArchiveFiles.revisions(kept.kind()), kept.id().toString(), why));
        }
    }
}
