package org.demarche.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.database.Samples;
import org.demarche.history.History;
import org.demarche.source.CitationRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.time.EdtfDate;
import org.demarche.web.InvalidRecordException;
import org.demarche.web.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who were they then? On the people of the example, and on made-up ones where it has none of that kind. */
@QuarkusTest
@Tag("database")
class SpeakingTest {
    @Inject
    Speaking speaking;
    @Inject
    Actors actors;
    @Inject
    History history;
    @Inject
    Samples samples;

    @Test
    void aPersonSpeaksForTheOfficeHeldOnTheDate() {
        assertThat(answers("jens-stoltenberg", "2023-02-01")).containsExactly("nato as Secretary General, surely");
        assertThat(answers("jens-stoltenberg", "2007-06-01")).containsExactly("norway as Prime Minister, surely");
        assertThat(answers("jens-stoltenberg", "2025-06-01")).containsExactly("norway as Minister of Finance, possibly");
    }

    @Test
    void aPersonSpeaksForThemselvesOnlyWhenNoOfficeHolds() {
        assertThat(answers("jens-stoltenberg", "2014-06")).containsExactly("jens-stoltenberg as null, surely");
        assertThat(answers("jens-stoltenberg", "2013-10-17")).containsExactly("jens-stoltenberg as null, surely");
    }

    @Test
    void aDateThatSpansTwoOfficesAsks() {
        assertThat(answers("jens-stoltenberg", "2013-10/2014-10")).containsExactly("norway as Prime Minister, possibly", "nato as Secretary General, possibly");
        assertThatThrownBy(() -> history.keep(said("jens-stoltenberg", "2013-10/2014-10", null, null)))
                .isInstanceOfSatisfying(InvalidRecordException.class, invalid -> assertThat(invalid.violations()).singleElement().satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("speakers[0].behalf");
                    assertThat(violation.message()).contains("norway", "Prime Minister", "nato", "Secretary General");
                }));
        assertThat(history.keep(said("jens-stoltenberg", "2013-10/2014-10", List.of("nato"), null)).speakers().get(0).affiliation()).as("the analyst has said which").isNotNull();
    }

    @Test
    void anAttestationMakesSureOfAnOfficeWhoseEndIsUnknown() {
        assertThat(answers("mao-ning", "2023-02-01")).containsExactly("mfa-china>china as Spokesperson, surely");
        assertThat(answers("mao-ning", "2023-02-02")).containsExactly("mfa-china>china as Spokesperson, possibly");
        assertThat(answers("mao-ning", "2024")).containsExactly("mfa-china>china as Spokesperson, possibly");
        assertThat(answers("mao-ning", "2022-08-31")).containsExactly("mao-ning as null, surely");
    }

    @Test
    void whoMayNoLongerSpeakDoesNotThoughTheOfficeGoesOn() {
        assertThat(answers("yoon-suk-yeol", "2024-12-13")).containsExactly("south-korea as President, surely");
        assertThat(answers("yoon-suk-yeol", "2024-12-14")).containsExactly("south-korea as President, surely");
        assertThat(answers("yoon-suk-yeol", "2024-12-20")).containsExactly("yoon-suk-yeol as null, surely");
    }

    @Test
    void whatIsNoPersonSpeaksForItselfAndForWhatItIsPartOf() {
        assertThat(answers("mofa-japan", "1990")).containsExactly("mofa-japan>japan as null, surely");
        assertThat(answers("japan", "2023-02-01")).as("a membership in which it does not speak changes nothing").containsExactly("japan as null, surely");
    }

    @Test
    void partsOfPartsAreFollowedToThePrincipal() {
        var desk = organization();
        var ministry = organization();
        var state = history.keep(samples.state());
        var person = history.keep(samples.person());
        tie(desk, ministry, "PART_OF", null, null, false);
        tie(ministry, state, "PART_OF", "2000", "2010", false);
        tie(person, desk, "OCCUPANCY", "2005", "2020", false);

        assertThat(answers(person.slug(), "2007")).containsExactly(String.join(">", desk.slug(), ministry.slug(), state.slug()) + " as Envoy, surely");
        assertThat(answers(person.slug(), "2015")).as("the ministry is no longer of the state").containsExactly(desk.slug() + ">" + ministry.slug() + " as Envoy, surely");
        assertThat(answers(person.slug(), "2010")).containsExactly(String.join(">", desk.slug(), ministry.slug(), state.slug()) + " as Envoy, possibly");
    }

    @Test
    void aContestedTieIsNotMadeSureByWhoeverAttestsIt() {
        var person = history.keep(samples.person());
        var state = history.keep(samples.state());
        var tie = tie(person, state, "OCCUPANCY", "2020", "", false, samples.citation("2021-06-01"));
        assertThat(answers(person.slug(), "2021-03-04")).containsExactly(state.slug() + " as Envoy, surely");

        history.keep(new AffiliationRecord(tie.id(), 1, tie.member(), tie.whole(), tie.kind(), tie.role(), tie.level(), tie.since(), tie.until(), tie.speaks(), null, true, null,
                tie.citations(), null, null));
        assertThat(answers(person.slug(), "2021-03-04")).containsExactly(state.slug() + " as Envoy, possibly");
    }

    @Test
    void partsThatGoRoundInACircleEnd() {
        var one = organization();
        var other = organization();
        tie(one, other, "PART_OF", null, null, false);
        tie(other, one, "PART_OF", null, null, false);

        assertThat(answers(one.slug(), "2021")).containsExactly(one.slug() + ">" + other.slug() + " as null, surely");
    }

    @Test
    void whatResolutionDoesNotGiveNeedsAnOverrideAndIsKeptAsOne() {
        assertThatThrownBy(() -> history.keep(said("jens-stoltenberg", "2023-02-01", List.of("norway"), null)))
                .isInstanceOfSatisfying(InvalidRecordException.class, invalid -> assertThat(invalid.violations()).extracting(Violation::field).containsExactly("speakers[0].behalf"));

        var kept = history.keep(said("jens-stoltenberg", "2023-02-01", List.of("norway"), true)).speakers().get(0);
        assertThat(kept.override()).isTrue();
        assertThat(kept.behalf()).containsExactly("norway");
        assertThat(kept.affiliation()).isNull();
    }

    @Test
    void theAffiliationThatDecidedIsStoredWithTheStatement() {
        var kept = history.keep(said("jens-stoltenberg", "2023-02-01", null, null)).speakers().get(0);

        assertThat(kept.behalf()).containsExactly("nato");
        assertThat(kept.role()).isEqualTo("Secretary General");
        assertThat(kept.affiliation()).isEqualTo(speaking.candidates(actors.named("jens-stoltenberg").orElseThrow(), EdtfDate.parse("2023-02-01").days()).get(0).affiliation());
        assertThat(kept.override()).isFalse();
    }

    private List<String> answers(String slug, String date) {
        return QuarkusTransaction.requiringNew().call(() -> speaking.candidates(actors.named(slug).orElseThrow(), EdtfDate.parse(date).days())).stream()
                .map(candidate -> String.join(">", candidate.slugs()) + " as " + candidate.role() + ", " + (candidate.sure() ? "surely" : "possibly")).toList();
    }

    private StatementRecord said(String speaker, String date, List<String> behalf, Boolean override) {
        var plain = samples.plainStatement("Something was said");
        return new StatementRecord(null, null, date, null, null, plain.summary(), null, null, List.of(), List.of(new StatementRecord.Speaker(speaker, null, null, behalf, null, override)),
                List.of(), List.of(), List.of(), plain.renderings(), List.of(), List.of(), null);
    }

    private ActorRecord organization() {
        return history.keep(new ActorRecord(null, null, null, "ORGANIZATION", "Office " + System.nanoTime(), null, List.of(), null, null, null, null, null, List.of(), null));
    }

    private AffiliationRecord tie(ActorRecord member, ActorRecord whole, String kind, String since, String until, boolean contested, CitationRecord... citations) {
        return history.keep(new AffiliationRecord(null, null, member.slug(), whole.slug(), kind, kind.equals("OCCUPANCY") ? "Envoy" : null, null, since, until, true, null, contested, null,
                List.of(citations), null, null));
    }
}
