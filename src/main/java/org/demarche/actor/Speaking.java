package org.demarche.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
     * All answers for one speaker. More than one is a question for the analyst, none of them preferred; one is taken. Never empty: who
     * holds no office speaks for themselves. The number of queries depends on how deep parts lie in parts, not on how many ties there are.
     */
    public List<Candidate> candidates(ActorRef speaker, FourDays date) {
        var found = new ArrayList<Path>();
        if (speaker.type().equals(ActorType.PERSON.name())) {
            for (var tie : affiliations.speaking(List.of(speaker.id()), date)) {
                if (!tie.kind.equals(AffiliationKind.SUCCESSOR.name())) {
                    found.add(new Path(List.of(tie.whole), tie, holdsSurely(tie, date)));
                }
            }
        } else {
            found.add(new Path(List.of(speaker.id()), null, true));
        }
        if (found.isEmpty()) {
            return List.of(new Candidate(List.of(speaker), null, null, null, null, null, true));
        }
        var paths = upward(found, date);
        Set<UUID> ids = new HashSet<>();
        paths.forEach(path -> ids.addAll(path.chain));
        Map<UUID, ActorRef> names = actors.refs(ids);
        return paths.stream().map(path -> candidate(path, names)).toList();
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

    /** Follows each path from parts to wholes until nothing is above it; a path with two wholes above becomes two. */
    private List<Path> upward(List<Path> paths, FourDays date) {
        var ended = new ArrayList<Path>();
        List<Path> open = paths;
        for (int depth = 0; depth < DEEPEST && !open.isEmpty(); depth++) {
            var above = new HashMap<UUID, List<Affiliation>>();
            affiliations.speaking(open.stream().map(Path::top).distinct().toList(), date).stream()
                    .filter(tie -> tie.kind.equals(AffiliationKind.PART_OF.name()))
                    .forEach(tie -> above.computeIfAbsent(tie.member, any -> new ArrayList<>()).add(tie));
            var next = new ArrayList<Path>();
            for (var path : open) {
                var wholes = above.getOrDefault(path.top(), List.of()).stream().filter(tie -> !path.chain.contains(tie.whole)).toList();
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
