package org.demarche.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.item.ActorRef;
import org.demarche.time.DateWords;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** Asks, before a change of a tie is kept, what is to become of the statements that were spoken by it, and changes them with it. */
@ApplicationScoped
class Respeaking {
    /** How many statements one change of a tie may take with it. */
    static final int MOST = 500;
    /** Sent with the choices: they were shown. */
    static final String SEEN = "spoken.seen";
    private static final String KEEP = "keep";
    /** What the buttons send that decide for all at once. */
    private static final String ALL_KEPT = "save:keep";
    private static final String ALL_AGAIN = "save:again";

    @Inject
    Spoken spoken;
    @Inject
    Affiliations affiliations;

    /**
     * What the page asks.
     *
     * @param isSeen whether it was asked before
     */
    record Asked(List<AskedCase> cases, boolean isSeen) {
        public boolean isSeveral() {
            return cases.size() > 1;
        }
    }

    /**
     * One case with its choices.
     *
     * @param name of the field
     * @param now in words
     * @param choices the answers that there are now
     * @param chosen key of a choice, 'keep', or null
     */
    record AskedCase(String name, UUID statement, String title, String date, String who, String now, List<Choice> choices, String chosen) {
        public String id() {
            return FormErrors.id(name);
        }

        public boolean isKept() {
            return KEEP.equals(chosen);
        }

        public boolean isOne() {
            return choices.size() == 1;
        }
    }

    record Choice(String key, String words) {
    }

    SpeakingTie tie(UUID id) {
        return id == null ? null : affiliations.findByIdOptional(id).map(SpeakingTie::of).orElse(null);
    }

    /**
     * To be called once the tie is changed, in the same transaction: changes the statements where all is chosen.
     *
     * @param before as it was before
     * @param id of the tie
     * @param reason of the statements' revisions
     * @return what has to be asked, in which case all is to be taken back; null where nothing has
     */
    Asked settle(SpeakingTie before, UUID id, String reason, FormFields fields, Change change, FormErrors errors) {
        var cases = spoken.changed(before, tie(id), MOST);
        if (cases.size() > MOST) {
            errors.add("", "More than %d statements would be on behalf of somebody else. Change the dates in smaller steps, or by the API, which leaves statements as they are".formatted(MOST));
            return new Asked(List.of(), true);
        }
        boolean seen = fields.has(SEEN);
        var settled = new ArrayList<Spoken.Settled>();
        var asked = new ArrayList<AskedCase>();
        for (var one : cases) {
            var name = "spoken." + one.statement() + "." + one.speaker();
            var chosen = chosen(one, fields.value(name), fields.text("action"));
            var candidate = one.would().stream().filter(would -> key(would).equals(chosen)).findFirst().orElse(null);
            boolean shown = seen && (fields.has(name) || one.would().size() > 1);
            if (shown && (candidate != null || KEEP.equals(chosen))) {
                settled.add(new Spoken.Settled(one, candidate));
            } else if (shown) {
                errors.add(name, "Say what is to become of ‘" + one.title() + "’");
            }
            asked.add(new AskedCase(name, one.statement(), one.title(), one.date(), one.who().name(), words(one.who(), one.behalf(), one.role()),
                    one.would().stream().map(would -> new Choice(key(would), words(one.who(), would))).toList(), chosen));
        }
        if (settled.size() < cases.size()) {
            return new Asked(asked, seen);
        }
        spoken.settle(settled, before, reason, change);
        return null;
    }

    /** Where there is one answer, it is what a correction is made for; of several none is preferred. */
    private static String chosen(Spoken.Case one, String typed, String action) {
        var only = one.would().size() == 1 ? key(one.would().get(0)) : null;
        return switch (action) {
            case ALL_KEPT -> KEEP;
            case ALL_AGAIN -> only != null ? only : typed;
            default -> typed != null ? typed : only;
        };
    }

    private static String key(Speaking.Candidate candidate) {
        return String.join(">", candidate.slugs()) + "@" + Objects.toString(candidate.affiliation(), "");
    }

    private static String words(ActorRef who, Speaking.Candidate candidate) {
        var dates = candidate.affiliation() == null ? "" : " (" + DateWords.sinceAndUntil(candidate.since(), candidate.until()) + (candidate.sure() ? ")" : "; possible on that date, not sure)");
        return words(who, candidate.behalf(), candidate.role()) + dates;
    }

    /** 'Secretary General for NATO', 'for themselves'. */
    private static String words(ActorRef who, List<ActorRef> behalf, String role) {
        var principal = behalf.isEmpty() ? null : behalf.get(behalf.size() - 1);
        var whom = principal == null ? "nobody that is known" : !principal.id().equals(who.id()) ? principal.shortName() : who.type().equals(ActorType.PERSON.name()) ? "themselves" : "itself";
        var through = behalf.size() > 1 && !behalf.get(0).id().equals(who.id()) ? " of " + behalf.get(0).name() : "";
        return (role == null ? "" : role + through + " ") + "for " + whom;
    }
}
