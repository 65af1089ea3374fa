package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void codingsHaveTheirShapeInJson() throws Exception {
        String json = "{\"scheme\":\"CAMEO 1.1b3\",\"type\":\"050\",\"score\":3.5}";

        CodingRecord coding = JSON.readValue(json, CodingRecord.class);

        assertThat(coding).isEqualTo(CodingRecord.cameo("050")).returns(List.of(), CodingRecord::contexts);
        assertThat(JSON.readTree(JSON.writeValueAsString(CodingRecord.plover("ACCUSE", "disapprove", List.of("military")))))
                .isEqualTo(JSON.readTree("{\"scheme\":\"PLOVER 2.0\",\"type\":\"ACCUSE\",\"mode\":\"disapprove\",\"contexts\":[\"military\"]}"));
    }

    @Test
    void soundCodingsHaveNoViolations() {
        assertThat(violations(CodingRecord.plover("REQUEST", "change", List.of("military", "diplomatic")), CodingRecord.cameo("0242"),
                new CodingRecord("CAMEO 0.9b5", "163", null, null, -6.5, 4), new CodingRecord("House codes 3", "A-17", "loud", List.of("x"), 400.0, null)))
                .isEmpty();
        assertThat(violations(CodingRecord.plover(null, null, List.of("diplomatic")))).isEmpty();
        assertThat(violations(CodingRecord.plover(null, null, null))).isEmpty();
    }

    @Test
    void aWrongCodeIsToldWithTheNearestRightOne() {
        assertThat(violations(CodingRecord.plover("ACUSE", null, null))).singleElement().asString()
                .startsWith("codings[0].type: ").contains("ACUSE", "do you mean ACCUSE?");
        assertThat(violations(CodingRecord.plover("GRUMBLE", null, null))).singleElement().asString().contains("AGREE", "ASSAULT");
        assertThat(violations(CodingRecord.plover("AID", null, List.of("militery")))).singleElement().asString()
                .startsWith("codings[0].contexts[0]: ").contains("do you mean military?");
        assertThat(violations(cameo("50"))).singleElement().asString().startsWith("codings[0].type: ").contains("do you mean 050");
        assertThat(violations(cameo("1129"))).singleElement().asString().contains("112, 1121, 1122, 1123, 1124, 1125");
        assertThat(violations(cameo("99"))).singleElement().asString().contains("such as 050");
    }

    @Test
    void aModeBelongsToItsType() {
        assertThat(violations(CodingRecord.plover("ACCUSE", "riot", null))).singleElement().asString()
                .startsWith("codings[0].mode: ").contains("disapprove, investigate, allege");
        assertThat(violations(CodingRecord.plover("AGREE", "visit", null))).singleElement().asString().contains("AGREE has no modes");
        assertThat(violations(CodingRecord.plover(null, "visit", null))).singleElement().asString().contains("needs a type");
        assertThat(violations(new CodingRecord("CAMEO 1.1b3", "111", "visit", null, null, null))).singleElement().asString().contains("no modes");
    }

    @Test
    void everySchemeIsCodedOnceAndHasItsVersion() {
        assertThat(violations(cameo("111"), CodingRecord.plover("AID", null, null), cameo("112"))).singleElement().asString()
                .startsWith("codings[2].scheme: ");
        assertThat(violations(new CodingRecord("cameo", "111", null, null, null, null))).singleElement().asString().contains("CAMEO 1.1b3");
        assertThat(violations(new CodingRecord("  ", "111", null, null, null, null))).singleElement().asString().startsWith("codings[0].scheme: ");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(violations(new CodingRecord("CAMEO 1.1b3", null, "x", null, 11.0, 5), null, CodingRecord.plover("A", null, List.of("b"))))
                .extracting(violation -> violation.substring(0, violation.indexOf(':')))
                .containsExactly("codings[0].type", "codings[0].mode", "codings[0].score", "codings[0].quad", "codings[1]", "codings[2].type",
                        "codings[2].contexts[0]");
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertThat(violations(new CodingRecord("a\0", "1", null, null, null, null))).singleElement().asString().contains("NUL");
        assertThat(violations(new CodingRecord("a".repeat(50), "b".repeat(50), null, null, null, null))).isEmpty();
        assertThat(violations(new CodingRecord("a".repeat(51), "1", null, null, null, null))).singleElement().asString().contains("51");
        assertThat(violations(new CodingRecord("a", "\uD83D\uDE00".repeat(26), null, null, null, null))).singleElement().asString().contains("52");
        assertThat(violations(new CodingRecord("a", "1", null, null, Double.NaN, null))).singleElement().asString().contains("codings[0].score");
        List<String> told = new ArrayList<>();
        Codings.check(List.of(CodingRecord.plover("AID", null, Arrays.asList("military", null))), "codings", (field, message) -> told.add(field));
        assertThat(told).containsExactly("codings[0].contexts[1]");
        assertThat(violations(Collections.nCopies(21, cameo("111")).toArray(CodingRecord[]::new))).hasSize(1);
    }

    @Test
    void codingsGetOneSpelling() {
        assertThat(Codings.normalise(List.of(new CodingRecord(" plover 2.0 ", "accuse", "Disapprove", List.of("Military", " military", ""), null, null))))
                .containsExactly(CodingRecord.plover("ACCUSE", "disapprove", List.of("military")));
        assertThat(Codings.normalise(List.of(CodingRecord.plover("None", " ", null)))).containsExactly(CodingRecord.plover(null, null, null));
        assertThat(Codings.normalise(null)).isEmpty();
    }

    @Test
    void aCameoCodeWithoutAScoreGetsThatOfTheTableAndKeepsItsOwn() {
        assertThat(Codings.normalise(List.of(cameo("111"))).get(0).score()).isEqualTo(-2);
        assertThat(Codings.normalise(List.of(new CodingRecord(Cameo.SCHEME, "016", null, null, -5.0, null))).get(0).score()).isEqualTo(-5);
        assertThat(Codings.normalise(List.of(cameo("1213"))).get(0).score()).isNull();
    }

    @Test
    void theQuadClassFollowsPloverElseCameo() {
        assertThat(Codings.quad(List.of(CodingRecord.cameo("0242"), CodingRecord.plover("REQUEST", "change", null)))).contains(QuadClass.VERBAL_CONFLICT);
        assertThat(Codings.quad(List.of(CodingRecord.cameo("090")))).contains(QuadClass.MATERIAL_COOPERATION);
        assertThat(Codings.quad(List.of(CodingRecord.plover(null, null, List.of("diplomatic")), CodingRecord.cameo("019"))))
                .contains(QuadClass.VERBAL_COOPERATION);
        assertThat(Codings.quad(List.of())).isEmpty();
    }

    private static CodingRecord cameo(String code) {
        return new CodingRecord(Cameo.SCHEME, code, null, null, null, null);
    }

    private static List<String> violations(CodingRecord... codings) {
        List<String> told = new ArrayList<>();
        Codings.check(Codings.normalise(Arrays.asList(codings)), "codings", (field, message) -> told.add(field + ": " + message));
        return told;
    }
}
