package org.demarche.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormTokenTest {

    private static final Pattern FIELD = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    @Test
    void aFormWithItsTokenIsCarriedOut() {
        Opened form = open();
        assertThat(send(form.cookie(), form.field(), "/specimens/button").body().asString()).isEqualTo("pressed");
        assertThat(send(form.cookie(), form.field(), "/specimens/form").body().asString()).isEqualTo("stored what was typed");
    }

    @Test
    void aButtonWithoutATokenIsRefused() {
        Opened form = open();
        assertThat(send(null, form.field(), "/specimens/button").statusCode()).isEqualTo(403);
        assertThat(send(form.cookie(), null, "/specimens/button").statusCode()).isEqualTo(403);
        assertThat(given().post("/specimens/button").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWhoseTokenHasExpiredComesBackWithWhatWasTyped() {
        assertThat(send(null, open().field(), "/specimens/form").body().asString())
                .isEqualTo("This form was open for a long time. Nothing was lost: save again. what was typed");
    }

    @Test
    void aCookieThatAnotherServerOnThisMachineSetProvesNothing() {
        Opened form = open();
        assertThat(send("forged", "forged", "/specimens/button").statusCode()).isEqualTo(403);
        assertThat(send("forged", form.field(), "/specimens/button").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormOfAnotherTypeNeedsATokenToo() {
        assertThat(given().header("Content-Type", "text/plain").body("a=b").post("/specimens/button").statusCode()).isEqualTo(403);
        assertThat(given().multiPart("words", "x").post("/specimens/button").statusCode()).isEqualTo(403);
        Opened form = open();
        assertThat(given().cookie(FormToken.NAME, form.cookie()).multiPart(FormToken.NAME, form.field())
                .post("/specimens/button").statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieIsSetOnlyWhereAFormIsShown() {
        assertThat(given().get("/help").cookies()).isEmpty();
        assertThat(given().get("/look/shell.css").cookies()).isEmpty();
    }

    @Test
    void theCookieStaysOutOfReachOfOtherSitesAndScripts() {
        String header = given().cookie("notice", "saved.12").get("/help").headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(FormToken.NAME)).findFirst().orElseThrow();
        assertThat(header).contains("HTTPOnly", "SameSite=Lax", "Max-Age=43200", "Path=/");
    }

    @Test
    void aSecondFormOfTheSameBrowserLeavesTheFirstOneGood() {
        Opened first = open();
        Response second = given().cookie("notice", "saved.12").cookie(FormToken.NAME, first.cookie()).get("/help");
        assertThat(second.cookie(FormToken.NAME)).isEqualTo(first.cookie());
    }

    @Test
    void fiveThousandCharactersComeWhole() {
        Opened form = open();
        String words = "x".repeat(5_000) + "\uD83D\uDD4A\n北約".repeat(2_000);
        String stored = given().cookie(FormToken.NAME, form.cookie()).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam(FormToken.NAME, form.field()).formParam("words", words).post("/specimens/form").body().asString();
        assertThat(stored).isEqualTo("stored " + words);
    }

    @Test
    void moreThanAFieldHoldsIsRefusedInWords() {
        Opened form = open();
        Response refused = given().cookie(FormToken.NAME, form.cookie()).formParam(FormToken.NAME, form.field())
                .formParam("words", "x".repeat(6_300_000)).post("/specimens/form");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body().asString()).contains("Too large");
    }

    private record Opened(String cookie, String field) {
    }

    private static Opened open() {
        Response page = given().cookie("notice", "saved.12").get("/help");
        Matcher field = FIELD.matcher(page.body().asString());
        assertThat(field.find()).isTrue();
        return new Opened(page.cookie(FormToken.NAME), field.group(1));
    }

    private static Response send(String cookie, String field, String path) {
        var request = given().formParam("words", "what was typed");
        if (cookie != null) {
            request.cookie(FormToken.NAME, cookie);
        }
        if (field != null) {
            request.formParam(FormToken.NAME, field);
        }
        return request.post(path);
    }
}
