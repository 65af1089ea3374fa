package org.demarche.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NoticeTest {

    @Test
    void whatWasSavedIsSaidOnceWithAWayBack() {
        String cookie = given().get("/specimens/noticed").cookie("notice");
        Response page = given().cookie("notice", cookie).get("/help");
        assertThat(page.body().asString()).contains("Saved.", "action=\"/history/12/undo\"");
        assertThat(page.headers().getValues("Set-Cookie")).anyMatch(set -> set.startsWith("notice=;") && set.contains("Max-Age=0"));
    }

    @Test
    void withoutANoticeNothingIsSaid() {
        assertThat(given().get("/help").body().asString()).doesNotContain("class=\"notice\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "saved", "saved.", "saved.1/../x", "saved.-1", "won.1", "<b>.1"})
    void aNoticeThatIsNotOursIsNotSaid(String cookie) {
        assertThat(given().cookie("notice", cookie).get("/help").body().asString()).doesNotContain("class=\"notice\"");
    }
}
