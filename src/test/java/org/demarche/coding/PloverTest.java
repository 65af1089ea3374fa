package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PloverTest {

    @Test
    void allTypesModesAndContextsAreThere() {
        assertThat(Plover.types()).extracting(Plover.Type::code).containsExactly("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT");
        assertThat(Plover.types().stream().mapToInt(type -> type.modes().size()).sum()).isEqualTo(67);
        assertThat(Plover.contexts()).hasSize(37).extracting(Plover.Context::code).contains("military", "pro_autocracy", "lgbt", "cbrn", "trafficking");
    }

    @ParameterizedTest
    @CsvSource({
        "AGREE, , 2.5", "CONSULT, visit, 4", "COOPERATE, , 9.5", "AID, , 10", "RETREAT, disarm, 10", "REQUEST, , 0", "REQUEST, assist, 0.5",
        "REQUEST, change, -1", "ACCUSE, , -3", "ACCUSE, disapprove, -2", "REJECT, assist, -1.5", "THREATEN, territory, -4", "PROTEST, riot, -7",
        "PROTEST, vandalize, -5", "SANCTION, expel, -5.5", "MOBILIZE, militia, -6", "COERCE, martial-law, -7.5", "ASSAULT, , -9",
        "ASSAULT, crowd-control, -7.5", "ASSAULT, unconventional, -10"
    })
    void theScoreIsThatOfTheModeElseOfTheType(String type, String mode, double score) {
        assertThat(Plover.score(type, mode)).contains(score);
    }

    @ParameterizedTest
    @CsvSource({"AGREE, 1", "CONCEDE, 1", "COOPERATE, 2", "RETREAT, 2", "REQUEST, 3", "THREATEN, 3", "PROTEST, 4", "SANCTION, 4", "ASSAULT, 4"})
    void everyTypeHasAQuadClass(String type, int quad) {
        assertThat(Plover.find(type).orElseThrow().quad().number()).isEqualTo(quad);
    }

    @Test
    void oneModeMayBelongToSeveralTypesWithAnotherScore() {
        assertThat(Plover.mode("REJECT", "yield").orElseThrow().score()).isEqualTo(-2);
        assertThat(Plover.mode("REQUEST", "yield").orElseThrow().score()).isEqualTo(-1);
        assertThat(Plover.mode("PROTEST", "vandalize").orElseThrow().score()).isNull();
        assertThat(Plover.mode("AGREE", "yield")).isEmpty();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(Plover.find("accuse")).isEmpty();
        assertThat(Plover.find(null)).isEmpty();
        assertThat(Plover.context("Military")).isEmpty();
        assertThat(Plover.score("BLAME", null)).isEmpty();
    }

    @Test
    void everythingHasALabel() {
        Stream<String> labels = Stream.of(Plover.types().stream().map(Plover.Type::label), Plover.contexts().stream().map(Plover.Context::label),
                Plover.types().stream().flatMap(type -> type.modes().stream()).map(Plover.Mode::label)).flatMap(all -> all);

        assertThat(labels).allSatisfy(label -> assertThat(label).isNotBlank());
    }
}
