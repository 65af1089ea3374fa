package org.demarche.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.actor.Affiliations;
import org.demarche.actor.Speaking;
import org.demarche.actor.SpeakingTie;
import org.demarche.actor.Spoken;
import org.demarche.history.Change;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.RecordLimits;
import org.hibernate.Session;

/** Finds the statements whose speakers a change of a tie gives another principal, and changes them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class SpokenStatements implements Spoken {
    /** Whoever speaks by the tie, is its member, or speaks through its member, on a day for which the tie says something else than before. */
    private static final String TOUCHED = "from speaker join item on item.id = speaker.statement_id where not item.retracted and not speaker.overridden "
            + "and speaker.actor_id is not null and speaker.id in (select id from speaker where affiliation_id = :tie union select id from speaker where actor_id in (:members) "
            + "union select speaker_id from speaker_behalf where actor_id in (:members)) and ";
    private static final String BEFORE = "(item.start_first <= :beforeLast and item.end_last >= :beforeFirst)";
    private static final String AFTER = "(item.start_first <= :afterLast and item.end_last >= :afterFirst)";

    @Inject
    EntityManager entities;
    @Inject
    Revisions revisions;
    @Inject
    Actors actors;
    @Inject
    Affiliations affiliations;
    @Inject
    Speaking speaking;

    private record Touched(UUID statement, int speaker) {
    }

    @Override
    public List<Case> changed(SpeakingTie before, SpeakingTie after, int most) {
        if (before == null && after == null) {
            return List.of();
        }
        return cases(touched(before, after, most + 1));
    }

    @Override
    public boolean mayChange(SpeakingTie before, SpeakingTie after) {
        return (before != null || after != null) && !touched(before, after, 1).isEmpty();
    }

    @Override
    public void settle(List<Settled> settled, SpeakingTie before, String reason, Change change) {
        var byStatement = new LinkedHashMap<UUID, List<Settled>>();
        settled.forEach(one -> byStatement.computeIfAbsent(one.of().statement(), any -> new ArrayList<>()).add(one));
        var present = records(byStatement.keySet());
        var offices = affiliations.roles(byStatement.values().stream().flatMap(List::stream).map(one -> present.get(one.of().statement()).speakers().get(one.of().speaker()).affiliation())
                .filter(Objects::nonNull).distinct().toList());
        if (before != null && before.role() != null) {
            offices.put(before.id(), before.role());
        }
        byStatement.forEach((id, cases) -> {
            var record = present.get(id);
            var speakers = new ArrayList<>(record.speakers());
            cases.forEach(one -> speakers.set(one.of().speaker(), speaker(speakers.get(one.of().speaker()), one, offices)));
            if (!speakers.equals(record.speakers())) {
                boolean again = cases.stream().anyMatch(one -> one.chosen() != null);
                change.keep(spokenBy(record, speakers, Texts.cut((again ? "On whose behalf, resolved again: " : "On whose behalf, left as it was: ") + reason, RecordLimits.REASON)));
            }
        });
    }

    private List<Touched> touched(SpeakingTie before, SpeakingTie after, int most) {
        boolean sameButForDays = before == null || after == null || before.isAlike(after);
        var days = before == null ? AFTER : after == null ? BEFORE : sameButForDays ? BEFORE + " <> " + AFTER : "(" + BEFORE + " or " + AFTER + ")";
        var query = entities.unwrap(Session.class).createNativeQuery("select speaker.statement_id as statement, speaker.position as place " + TOUCHED + days
                        + " order by item.start_first, speaker.statement_id, speaker.position", Object[].class)
                .addScalar("statement", UUID.class).addScalar("place", Integer.class)
                .setParameter("tie", (before == null ? after : before).id())
                .setParameter("members", Stream.of(before, after).filter(Objects::nonNull).map(SpeakingTie::member).distinct().toList());
        if (before != null) {
            query.setParameter("beforeFirst", before.first()).setParameter("beforeLast", before.last());
        }
        if (after != null) {
            query.setParameter("afterFirst", after.first()).setParameter("afterLast", after.last());
        }
        return query.setMaxResults(most).getResultList().stream().map(row -> new Touched((UUID) row[0], (Integer) row[1])).toList();
    }

    private List<Case> cases(List<Touched> touched) {
        var records = records(touched.stream().map(Touched::statement).toList());
        Set<String> slugs = new LinkedHashSet<>();
        records.values().forEach(record -> Statements.actorsOf(record).forEach(slugs::add));
        var known = actors.named(slugs);
        var named = touched.stream().filter(one -> records.containsKey(one.statement) && known.containsKey(speaker(one, records).actor())).toList();
        var questions = named.stream().map(one -> new Speaking.Question(known.get(speaker(one, records).actor()), date(one, records).days())).toList();
        var answers = speaking.candidates(questions);
        var cases = new ArrayList<Case>();
        for (int index = 0; index < named.size(); index++) {
            var one = named.get(index);
            var speaker = speaker(one, records);
            var behalf = speaker.behalf().stream().map(known::get).filter(Objects::nonNull).toList();
            var would = answers.get(index);
            if (would.size() > 1 || !isAnswer(would.get(0), behalf, speaker.affiliation())) {
                cases.add(new Case(one.statement, one.speaker, records.get(one.statement).heading(), DateWords.words(date(one, records)), questions.get(index).speaker(), behalf,
                        speaker.role(), would));
            }
        }
        return cases;
    }

    private static boolean isAnswer(Speaking.Candidate candidate, List<ActorRef> behalf, UUID affiliation) {
        return candidate.behalf().stream().map(ActorRef::id).toList().equals(behalf.stream().map(ActorRef::id).toList()) && Objects.equals(candidate.affiliation(), affiliation);
    }

    private Map<UUID, StatementRecord> records(Collection<UUID> ids) {
        var records = new LinkedHashMap<UUID, StatementRecord>();
        revisions.present(RecordKind.STATEMENT, new HashSet<>(ids)).forEach((id, revision) -> records.put(id, (StatementRecord) revision.record()));
        return records;
    }

    private static StatementRecord.Speaker speaker(Touched one, Map<UUID, StatementRecord> records) {
        return records.get(one.statement).speakers().get(one.speaker);
    }

    private static EdtfDate date(Touched one, Map<UUID, StatementRecord> records) {
        return EdtfDate.parse(records.get(one.statement).date());
    }

    /** A role that came with the office goes with it; what stays though resolution does not give it any more is the analyst's word from now on. */
    private static StatementRecord.Speaker speaker(StatementRecord.Speaker speaker, Settled settled, Map<UUID, String> offices) {
        var chosen = settled.chosen();
        if (chosen == null) {
            var behalf = settled.of().behalf();
            return settled.of().would().stream().anyMatch(would -> isAnswer(would, behalf, speaker.affiliation())) ? speaker
                    : new StatementRecord.Speaker(speaker.actor(), speaker.described(), speaker.role(), speaker.behalf(), null, true);
        }
        boolean ofOffice = speaker.affiliation() != null && Objects.equals(speaker.role(), offices.get(speaker.affiliation()));
        return new StatementRecord.Speaker(speaker.actor(), speaker.described(), ofOffice ? null : speaker.role(), chosen.slugs(), chosen.affiliation(), false);
    }

    private static StatementRecord spokenBy(StatementRecord record, List<StatementRecord.Speaker> speakers, String reason) {
        return new StatementRecord(record.id(), record.version(), record.date(), record.dateBasis(), record.time(), record.summary(), record.event(), record.instrument(),
                record.topics(), speakers, record.addressees(), record.targets(), record.stances(), record.renderings(), record.codings(), record.links(), reason);
    }
}
