package org.demarche.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.Actors;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.event.EventRecord;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RevisionView;
import org.demarche.history.RootRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Violation;

/** Merges topics and splits them. All that one step changes is one transaction with one reason, so that it can be undone as a whole. */
@ApplicationScoped
class CodeBook {
    /** A transaction that re-records more would keep others who write waiting for too long: the rest takes another step. */
    static final int MOST = 500;

    private static final int BATCH = 100;

    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Topics topics;
    @Inject
    Actors actors;

    /**
     * @param number of one of its changes, null where nothing changed
     * @param moved statements and events
     * @param whole whether nothing is left
     */
    record Done(Long number, int moved, boolean whole) {
    }

    /** What of a topic would move at once, and whether that is all. */
    List<UUID> passages(TopicRecord topic) {
        return topics.passages(topic.id(), MOST + 1);
    }

    /**
     * Gives what is on one topic to another. Once nothing is left, those below it go along and it is retracted; its slug then leads to the
     * other, and filters as that.
     */
    Done merge(TopicRecord from, TopicRecord into) {
        var reason = "Topic ‘" + from.label() + "’ merged into ‘" + into.label() + "’";
        var done = history.write(change -> {
            var ids = passages(from);
            boolean whole = ids.size() <= MOST;
            var moved = move(change, ids.subList(0, Math.min(MOST, ids.size())), from, into, reason);
            if (whole) {
                lift(change, from, into, reason);
                change.retract(RecordKind.TOPIC, from.id(), topic(from.id()).version(), reason);
                topics.merged(from.id(), into.id());
            }
            return new Moved(moved, whole);
        });
        return new Done(done.whole ? number(RecordKind.TOPIC, from.id()) : done.number(this), done.all.size(), done.whole);
    }

    /** Gives these statements and events of one topic to another, which is begun where it has no id. What no longer has the topic stays as it is. */
    Done split(TopicRecord from, TopicRecord to, Collection<UUID> ids) {
        var reason = "Moved from topic ‘" + from.label() + "’ to ‘" + to.label() + "’";
        var done = history.write(change -> {
            var into = to.id() != null ? to : change.keep(new TopicRecord(null, null, null, to.label(), to.definition(), to.parent(), reason));
            return new Moved(move(change, ids, from, into, reason), false);
        });
        return new Done(done.number(this), done.all.size(), false);
    }

    private record Moved(List<RootRecord> all, boolean whole) {
        Long number(CodeBook book) {
            return all.isEmpty() ? null : book.number(kind(all.get(0)), all.get(0).id());
        }
    }

    private Long number(RecordKind kind, UUID id) {
        return revisions.present(kind, id).orElseThrow().number();
    }

    private static RecordKind kind(RootRecord item) {
        return item instanceof StatementRecord ? RecordKind.STATEMENT : RecordKind.EVENT;
    }

    /** What it gives is what changed. */
    private List<RootRecord> move(Change change, Collection<UUID> ids, TopicRecord from, TopicRecord to, String reason) {
        boolean stances = actors.named(from.slug()).isEmpty();
        var moved = new ArrayList<RootRecord>();
        var all = List.copyOf(ids);
        for (int first = 0; first < all.size(); first += BATCH) {
            var batch = all.subList(first, Math.min(all.size(), first + BATCH));
            for (var kind : List.of(RecordKind.STATEMENT, RecordKind.EVENT)) {
                revisions.present(kind, batch).values().stream().map(RevisionView::record).filter(record -> !retopiced(record, from, to, stances, record.reason()).equals(record))
                        .sorted(Comparator.comparing(RootRecord::id)).forEach(record -> moved.add(keep(change, record, retopiced(record, from, to, stances, reason))));
            }
        }
        return moved;
    }

    private static RootRecord retopiced(RootRecord item, TopicRecord from, TopicRecord to, boolean stances, String reason) {
        return item instanceof StatementRecord statement ? statement.retopiced(from.slug(), to.slug(), stances, reason)
                : ((EventRecord) item).retopiced(from.slug(), to.slug(), reason);
    }

    private static RootRecord keep(Change change, RootRecord before, RootRecord after) {
        try {
            return change.keep(after);
        } catch (InvalidRecordException wrong) {
            throw new InvalidRecordException(wrong.violations().stream().map(violation -> new Violation("", "‘" + before.heading() + "’: " + violation.message())).toList());
        }
    }

    /** Topics below the one that goes stand below the other from now on; where that is one of them, it takes the place of the one that goes. */
    private void lift(Change change, TopicRecord from, TopicRecord into, String reason) {
        if (topics.isBelow(into.id(), from.id())) {
            change.keep(under(topic(into.id()), from.parent(), reason));
        }
        for (var below : topics.below(from.id())) {
            if (!below.id().equals(into.id())) {
                change.keep(under(topic(below.id()), into.slug(), reason));
            }
        }
    }

    private static TopicRecord under(TopicRecord topic, String parent, String reason) {
        return new TopicRecord(topic.id(), topic.slug(), topic.version(), topic.label(), topic.definition(), Objects.equals(parent, topic.slug()) ? null : parent, reason);
    }

    private TopicRecord topic(UUID id) {
        return (TopicRecord) revisions.present(RecordKind.TOPIC, id).orElseThrow().record();
    }
}
