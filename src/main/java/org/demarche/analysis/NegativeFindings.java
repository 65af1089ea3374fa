package org.demarche.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.event.Events;
import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.web.RecordLimits;
import org.demarche.history.RevisionView;
import org.demarche.history.Revisions;
import org.demarche.history.Roots;
import org.demarche.item.ActorRef;
import org.demarche.web.Violations;

/** What was looked for in vain: the present findings, each with the revision that tells who looked and when. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class NegativeFindings extends Roots<NegativeFinding, NegativeFindingRecord> {
    /** More than an analyst would read of one event. */
    private static final int MOST = 500;

    @Inject
    Actors actors;
    @Inject
    Events events;
    @Inject
    Revisions revisions;

    /** The findings of an event by the id of the actor, for each the newest first. Two queries. */
    Map<UUID, List<RevisionView>> of(UUID event) {
        var rows = find("event = ?1 and retracted = false order by id desc", event).range(0, MOST - 1).list();
        var present = revisions.present(RecordKind.NEGATIVE_FINDING, rows.stream().map(row -> row.id).toList());
        var findings = new HashMap<UUID, List<RevisionView>>();
        rows.stream().filter(row -> present.containsKey(row.id)).forEach(row -> findings.computeIfAbsent(row.actor, any -> new ArrayList<>()).add(present.get(row.id)));
        return findings;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.NEGATIVE_FINDING;
    }

    @Override
    public Class<NegativeFindingRecord> type() {
        return NegativeFindingRecord.class;
    }

    @Override
    public NegativeFindingRecord checked(NegativeFindingRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        if (given.event() == null) {
            checks.add("event", "Name the event");
        } else if (!events.isPresent(given.event())) {
            checks.add("event", "There is no event ‘" + given.event() + "’");
        }
        var known = given.actor() == null ? Map.<String, ActorRef>of() : actors.named(List.of(given.actor()));
        var actor = checks.named("actor", given.actor(), known, "an actor");
        return new NegativeFindingRecord(given.id(), given.version(), given.event(), actor == null ? null : actor.slug(),
                checks.required("looked", checks.line("looked", given.looked(), RecordLimits.TITLE), given.looked(), "Say where you looked"),
                checks.text("note", given.note(), RecordLimits.NOTE), checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(NegativeFindingRecord record) {
        var row = row(record, new NegativeFinding());
        row.event = record.event();
        row.actor = actors.named(record.actor()).orElseThrow().id();
        row.looked = record.looked();
        row.note = record.note();
        persist(row);
    }

    @Override
    public List<String> uses(UUID id) {
        return List.of();
    }
}
