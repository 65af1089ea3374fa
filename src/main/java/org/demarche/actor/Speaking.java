package org.demarche.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.item.ActorRef;
import org.demarche.time.FourDays;

/** Who were they then? On whose behalf somebody speaks on a date. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Speaking {
    /** Parts within parts: beyond this depth the ties are taken to be wrong. */
    private static final int DEEPEST = 10;

    @Inject
    Affiliations affiliations;
    @Inject
    Actors actors;

    /**
     * One answer.
     *
     * @param behalf the chain, the principal last; the speaker alone where it speaks for itself
     * @param affiliation the tie that gave the chain, null where there is none
     * @param role of the post, null where there is none
     * @param since EDTF as the tie has it
     * @param sure whether it holds on every day that the date may be
     */
    public record Candidate(List<ActorRef> behalf, UUID affiliation, String role, String level, String since, String until, boolean sure) {
        public List<String> slugs() {
            return behalf.stream().map(ActorRef::slug).toList();
        }

        public ActorRef principal() {
            return behalf.get(behalf.size() - 1);
        }
    }

    /**
     * One question.
     *
     * @param date on which it speaks
     */
    public record Question(ActorRef speaker, FourDays date) {
    }

    /**
     * All answers for one speaker. More than one is a question for the analyst, none of them preferred; one is taken. Never empty: who
     * holds no office speaks for themselves. The number of queries depends on how deep parts lie in parts, not on how many ties there are.
     */
    public List<Candidate> candidates(ActorRef speaker, FourDays date) {
        return candidates(List.of(new Question(speaker, date))).get(0);
    }

    /** The same for many, in the order asked, with no more queries than for one. */
    public List<List<Candidate>> candidates(List<Question> questions) {
        var ties = tiesUpward(questions);
        var paths = questions.stream().map(question -> upward(first(question, ties), question.date, ties)).toList();
        Set<UUID> ids = new HashSet<>();
        paths.forEach(answers -> answers.forEach(path -> ids.addAll(path.chain)));
        Map<UUID, ActorRef> names = actors.refs(ids);
        return IntStream.range(0, questions.size()).mapToObj(index -> paths.get(index).isEmpty()
                ? List.of(new Candidate(List.of(questions.get(index).speaker), null, null, null, null, null, true))
                : paths.get(index).stream().map(path -> candidate(path, names)).toList()).toList();
    }

    /** Looks up ahead what questions about these speakers need, whatever the dates. */
    public void ahead(List<ActorRef> speakers) {
        var ties = tiesUpward(speakers.stream().map(speaker -> new Question(speaker, FourDays.within(FourDays.MINUS_INFINITY, FourDays.PLUS_INFINITY))).toList());
        var wholes = actors.refs(ties.values().stream().flatMap(List::stream).map(tie -> tie.whole).toList());
        actors.named(wholes.values().stream().map(ActorRef::slug).toList());
    }

    /**
     * What a statement keeps of one speaker.
     *
     * @param affiliation null where none decided
     * @param chain on whose behalf, the principal last
     */
    public record Spoken(UUID affiliation, List<UUID> chain) {
    }

    /**
     * The tie that decided on whose behalf somebody spoke, as it is known now.
     *
     * @param words 'Secretary General, 1 October 2014 to 1 October 2024', 'part of it, always'
     * @param sure whether it and the chain above it hold on every day that the date may be
     */
    public record Decision(UUID affiliation, String words, boolean sure) {
    }

    /** What decided in each case, in the order asked; null where no tie did, or it was retracted since. Two queries, however many are asked. */
    public List<Decision> decisions(List<Spoken> spoken, FourDays date) {
        var ties = affiliations.rows(spoken.stream().map(Spoken::affiliation).filter(Objects::nonNull).distinct().toList());
        var parts = affiliations.speaking(spoken.stream().flatMap(one -> one.chain.stream()).distinct().toList(), date).stream()
                .filter(tie -> tie.kind.equals(AffiliationKind.PART_OF.name()) && holdsSurely(tie, date)).toList();
        var decisions = new ArrayList<Decision>();
        for (var one : spoken) {
            var tie = one.affiliation == null ? null : ties.get(one.affiliation);
            decisions.add(tie == null ? null : new Decision(tie.id, words(tie), holdsSurely(tie, date) && isSure(one.chain, parts)));
        }
        return decisions;
    }

    private static String words(Affiliation tie) {
        var what = tie.role != null ? tie.role : AffiliationKind.valueOf(tie.kind).label() + " it";
        return what + ", " + Tenure.words(tie.kind, tie.since, tie.until) + (tie.contested ? ", contested" : "");
    }

    private static boolean isSure(List<UUID> chain, List<Affiliation> parts) {
        for (int index = 1; index < chain.size(); index++) {
            var part = chain.get(index - 1);
            var whole = chain.get(index);
            if (parts.stream().noneMatch(tie -> tie.member.equals(part) && tie.whole.equals(whole))) {
                return false;
            }
        }
        return true;
    }

    private record Path(List<UUID> chain, Affiliation tie, boolean sure) {
        UUID top() {
            return chain.get(chain.size() - 1);
        }
    }

    /** The ties of the speakers and of all that lies above them, by member, that may hold on some day between the first and the last of the dates. */
    private Map<UUID, List<Affiliation>> tiesUpward(List<Question> questions) {
        var ties = new HashMap<UUID, List<Affiliation>>();
        if (questions.isEmpty()) {
            return ties;
        }
        var dates = FourDays.within(questions.stream().mapToLong(question -> question.date.s1()).min().orElseThrow(),
                questions.stream().mapToLong(question -> question.date.e2()).max().orElseThrow());
        List<UUID> members = questions.stream().map(question -> question.speaker.id()).distinct().toList();
        for (int depth = 0; depth <= DEEPEST && !members.isEmpty(); depth++) {
            members.forEach(member -> ties.put(member, new ArrayList<>()));
            var found = affiliations.speaking(members, dates);
            found.forEach(tie -> ties.get(tie.member).add(tie));
            members = found.stream().map(tie -> tie.whole).filter(whole -> !ties.containsKey(whole)).distinct().toList();
        }
        return ties;
    }

    private static List<Path> first(Question question, Map<UUID, List<Affiliation>> ties) {
        var speaker = question.speaker;
        if (!speaker.type().equals(ActorType.PERSON.name())) {
            return List.of(new Path(List.of(speaker.id()), null, true));
        }
        return ties.get(speaker.id()).stream().filter(tie -> !tie.kind.equals(AffiliationKind.SUCCESSOR.name()) && mayHold(tie, question.date))
                .map(tie -> new Path(List.of(tie.whole), tie, holdsSurely(tie, question.date))).toList();
    }

    /** Follows each path from parts to wholes until nothing is above it; a path with two wholes above becomes two. */
    private static List<Path> upward(List<Path> paths, FourDays date, Map<UUID, List<Affiliation>> ties) {
        var ended = new ArrayList<Path>();
        List<Path> open = paths;
        for (int depth = 0; depth < DEEPEST && !open.isEmpty(); depth++) {
            var next = new ArrayList<Path>();
            for (var path : open) {
                var wholes = ties.getOrDefault(path.top(), List.of()).stream()
                        .filter(tie -> tie.kind.equals(AffiliationKind.PART_OF.name()) && mayHold(tie, date) && !path.chain.contains(tie.whole)).toList();
                if (wholes.isEmpty()) {
                    ended.add(path);
                }
                for (var tie : wholes) {
                    var chain = new ArrayList<>(path.chain);
                    chain.add(tie.whole);
                    next.add(new Path(chain, path.tie == null ? tie : path.tie, path.sure && holdsSurely(tie, date)));
                }
            }
            open = next;
        }
        ended.addAll(open);
        return ended;
    }

    private static boolean mayHold(Affiliation tie, FourDays date) {
        return tie.startFirst <= date.e2() && tie.endLast >= date.s1();
    }

    private static boolean holdsSurely(Affiliation tie, FourDays date) {
        return tie.startLast <= date.s1() && tie.endFirst >= date.e2();
    }

    private static Candidate candidate(Path path, Map<UUID, ActorRef> names) {
        var tie = path.tie;
        var chain = path.chain.stream().map(names::get).filter(java.util.Objects::nonNull).toList();
        return tie == null ? new Candidate(chain, null, null, null, null, null, true)
                : new Candidate(chain, tie.id, tie.role, tie.level, tie.since, tie.until, path.sure);
    }
}
