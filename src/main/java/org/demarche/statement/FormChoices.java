package org.demarche.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.demarche.actor.FormActors;
import org.demarche.coding.Admiralty;
import org.demarche.coding.CodeChoices;
import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceWords;
import org.demarche.event.LinkBasis;
import org.demarche.source.FormDate;
import org.demarche.text.ReportingMode;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.web.Option;

/**
 * What the form offers to choose from.
 *
 * @param speakers those who spoke last first
 * @param actors those whom statements were about last first
 * @param earlier what it may be in reaction to: statements of those whom it is about, the newest first
 */
record FormChoices(List<String> documents, List<FormActors.Offered> speakers, List<FormActors.Offered> actors, List<String> topics, List<EventChoice> events, List<FormDate.Offer> dates,
                   List<Option> earlier) {

    /** @param likely whether the speaker took part in it on that day */
    record EventChoice(UUID id, String title, String date, boolean likely) {
    }

    record StanceChoice(String value, String key, StanceMark mark) {
        public String words() {
            return mark.words();
        }

        /** Names the colour of the choice; empty where it has none. */
        public String sign() {
            return switch (mark.sign()) {
                case CRITICAL -> "critical";
                case SUPPORTIVE -> "supportive";
                case NEUTRAL, MIXED, NONE -> "";
            };
        }
    }

    static final List<Option> MODES = Option.all(ReportingMode.class, ReportingMode::label);
    static final List<Option> CREDIBILITIES = Arrays.stream(Admiralty.Credibility.values())
            .map(one -> new Option(String.valueOf(one.number()), one.number() + " " + one.label())).toList();

    private static final List<StanceChoice> STANCES = stanceChoices();

    /** From strongly critical to strongly supportive, and not coded. */
    public List<StanceChoice> stances() {
        return STANCES;
    }

    public CodeChoices codes() {
        return CodeChoices.ALL;
    }

    public List<Option> instruments() {
        return Option.all(Instrument.class, Instrument::label);
    }

    public List<Option> modes() {
        return MODES;
    }

    public List<Option> dateBases() {
        return Option.all(DateBasis.class, DateWords::basis);
    }

    public List<Option> linkBases() {
        return Option.all(LinkBasis.class, LinkBasis::label);
    }

    public List<Option> credibilities() {
        return CREDIBILITIES;
    }

    private static List<StanceChoice> stanceChoices() {
        var choices = new ArrayList<StanceChoice>();
        StanceWords.VALUES.forEach(value -> choices.add(new StanceChoice(value.toString(), value.toString().replace('-', '−'), StanceMark.of(value))));
        choices.add(new StanceChoice("", "c", StanceMark.of(List.of())));
        return List.copyOf(choices);
    }
}
