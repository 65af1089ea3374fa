package org.demarche.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.Speaking;
import org.demarche.history.AsRecorded;
import org.demarche.history.RecordChecks;
import org.demarche.item.ActorRef;
import org.demarche.time.EdtfDate;
import org.demarche.web.RecordLimits;

/** Checks who speaks, and resolves on whose behalf where that is not given. */
@ApplicationScoped
class SpeakerChecks {
    @Inject
    Speaking speaking;
    @Inject
    AsRecorded asRecorded;

    /** Looks up ahead who may speak for whom. */
    void ahead(List<ActorRef> speakers) {
        speaking.ahead(speakers);
    }

    /** @param date null where it could not be read: then nobody's office is looked up */
    List<StatementRecord.Speaker> checked(List<StatementRecord.Speaker> given, EdtfDate date, Map<String, ActorRef> known, RecordChecks checks) {
        checks.parts("speakers", given);
        if (given.isEmpty()) {
            checks.add("speakers", "Name at least one speaker");
        }
        var speakers = new ArrayList<StatementRecord.Speaker>();
        for (int index = 0; index < given.size(); index++) {
            var checked = speaker(given.get(index), date, known, checks.at("speakers[" + index + "]."));
            if (checked.actor() != null && speakers.stream().anyMatch(other -> checked.actor().equals(other.actor()))) {
                checks.add("speakers[" + index + "].actor", "‘" + checked.actor() + "’ is there twice");
            }
            speakers.add(checked);
        }
        return speakers;
    }

    private StatementRecord.Speaker speaker(StatementRecord.Speaker given, EdtfDate date, Map<String, ActorRef> known, RecordChecks checks) {
        var described = checks.line("described", given.described(), RecordLimits.NAME);
        var role = checks.line("as", given.role(), RecordLimits.NAME);
        var behalf = behalf(given.behalf(), known, checks);
        boolean named = given.actor() != null && !given.actor().isBlank();
        if (!named && described == null) {
            checks.add("actor", "Name a speaker, or describe one");
        }
        var actor = named ? checks.named("actor", given.actor(), known, "an actor") : null;
        if (actor == null || date == null) {
            return new StatementRecord.Speaker(actor == null ? null : actor.slug(), described, role, behalf == null ? List.of() : behalf, null, Boolean.TRUE.equals(given.override()));
        }
        if (Boolean.TRUE.equals(given.override()) && behalf != null && !behalf.isEmpty()) {
            return new StatementRecord.Speaker(actor.slug(), described, role, behalf, null, true);
        }
        if (asRecorded.isOn() && behalf != null) {
            return new StatementRecord.Speaker(actor.slug(), described, role, behalf, given.affiliation(), false);
        }
        return resolved(given, actor, described, role, behalf, speaking.candidates(actor, date.days()), checks);
    }

    private static StatementRecord.Speaker resolved(StatementRecord.Speaker given, ActorRef actor, String described, String role, List<String> behalf,
                                                    List<Speaking.Candidate> all, RecordChecks checks) {
        var fitting = all.stream()
                .filter(candidate -> behalf == null || behalf.equals(candidate.slugs()))
                .filter(candidate -> given.affiliation() == null || given.affiliation().equals(candidate.affiliation()))
                .toList();
        if (fitting.isEmpty()) {
            checks.add(given.affiliation() != null && behalf == null ? "affiliation" : "behalf",
                    "On that date " + actor.name() + " speaks " + words(all) + "; for anything else set override to true");
            return new StatementRecord.Speaker(actor.slug(), described, role, behalf, null, false);
        }
        boolean sameChain = fitting.stream().map(Speaking.Candidate::slugs).distinct().count() == 1;
        if (fitting.size() > 1 && (behalf == null || !sameChain)) {
            checks.add("behalf", "On that date " + actor.name() + " may speak " + words(fitting) + ": say which");
            return new StatementRecord.Speaker(actor.slug(), described, role, behalf, null, false);
        }
        var taken = fitting.get(0);
        boolean certain = fitting.size() == 1;
        return new StatementRecord.Speaker(actor.slug(), described, role != null ? role : certain ? taken.role() : null, taken.slugs(), certain ? taken.affiliation() : null, false);
    }

    private static List<String> behalf(List<String> given, Map<String, ActorRef> known, RecordChecks checks) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        checks.parts("behalf", given);
        var chain = new ArrayList<String>();
        for (int index = 0; index < given.size(); index++) {
            var actor = checks.named("behalf[" + index + "]", given.get(index), known, "an actor");
            if (actor != null) {
                chain.add(actor.slug());
            }
        }
        return chain;
    }

    private static String words(List<Speaking.Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> "for " + String.join(">", candidate.slugs()) + (candidate.role() == null ? "" : " (as " + candidate.role() + ")"))
                .collect(Collectors.joining(", or "));
    }
}
