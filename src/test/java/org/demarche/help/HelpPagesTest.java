package org.demarche.help;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.browser.Visit;
import org.demarche.coding.Plover;
import org.demarche.item.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help says what the program does, and is there wherever it is asked for. */
@QuarkusTest
class HelpPagesTest {
    private static final List<String> PAGES = List.of("", "/keys", "/query", "/dates", "/roles", "/stances", "/codes", "/capture", "/accessibility");
    private static final Pattern KEY = Pattern.compile("data-key=\"([^\"]+)\"");
    private static final Pattern HELP = Pattern.compile("href=\"/help(/[a-z]+)?[\"#]");

    @TestHTTPResource
    URI server;

    @Test
    void everyExampleOfTheQueryLanguageIsAnswered() {
        for (var row : QueryHelp.all()) {
            if (row.example() != null) {
                assertThat(row.example()).contains(row.word() + "=");
                assertThat(given().urlEncodingEnabled(false).get("/timeline?" + row.example()).statusCode()).as(row.example()).isEqualTo(200);
            }
        }
        var page = given().get("/help/query").body().asString();
        for (var parameter : Parameter.values()) {
            assertThat(page).contains("id=\"" + parameter.word() + "\"");
        }
    }

    @Test
    void theTablesAreThoseOfTheCode() {
        assertThat(given().get("/help/dates").body().asString()).contains("31 January or 1 February 2023", "[2023-01-31..2023-02-01]", "19–21 May 2023");
        assertThat(given().get("/help/codes").body().asString()).contains(Plover.types().stream().map(type -> "<code>" + type.code() + "</code>").toList());
        assertThat(given().get("/help/roles").body().asString()).contains("spokesperson", "OCCUPANCY");
        assertThat(given().get("/help/stances").body().asString()).contains("strongly critical", "it condemns", "expressly neutral", "it pledges");
    }

    @Test
    void everyKeyThatAPageHasIsTold() throws IOException {
        var keys = new HashSet<String>();
        for (var template : files("src/main/resources/templates")) {
            KEY.matcher(Files.readString(template)).results().forEach(found -> keys.add(found.group(1)));
        }
        assertThat(KeyHelp.all().stream().flatMap(key -> key.keys().stream()).toList()).containsAll(keys).isNotEmpty();
    }

    @Test
    void everyLinkIntoTheHelpLeadsToAPage() throws IOException {
        for (var template : files("src/main/resources/templates")) {
            for (var found : HELP.matcher(Files.readString(template)).results().toList()) {
                assertThat(PAGES).as("link in %s", template).contains(Objects.requireNonNullElse(found.group(1), ""));
            }
        }
    }

    @Test
    void everybodyCanReadIt() {
        for (var path : PAGES) {
            try (var light = Visit.withJavaScript().size(1400, 900).open(address("/help" + path)); var dark = Visit.withoutJavaScript().dark().narrow().open(address("/help" + path));
                    var narrow = Visit.withJavaScript().narrow().open(address("/help" + path))) {
                light.hasNoAccessibilityFindings();
                light.hasNoComplaints();
                dark.hasNoAccessibilityFindings();
                narrow.hasNoAccessibilityFindings();
                narrow.fitsItsWidth();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/topics", "/statements/new", "/help/keys"})
    void theKeysLieOverAnyPageAndGiveTheFocusBack(String path) {
        try (var visit = Visit.withJavaScript().open(address(path))) {
            var page = visit.page();
            var link = page.locator(".masthead .name");
            link.focus();
            page.keyboard().press("?");
            var sheet = page.locator("dialog.over");
            sheet.waitFor();
            assertThat(sheet.innerText()).contains("On the timeline", "add a statement");
            visit.hasNoAccessibilityFindings();
            // Nothing beneath is pressed meanwhile.
            page.keyboard().press("n");
            assertThat(page.url()).endsWith(path);
            page.keyboard().press("Escape");
            assertThat(sheet.isVisible()).isFalse();
            assertThat(page.evaluate("document.activeElement === document.querySelector('.masthead .name')")).isEqualTo(true);
            page.keyboard().press("?");
            sheet.waitFor();
            page.keyboard().press("?");
            assertThat(sheet.isVisible()).isFalse();
            visit.hasNoComplaints();
        }
    }

    @Test
    void aKeyThatIsSwitchedOffOpensNothing() {
        try (var visit = Visit.withJavaScript().open(address("/help/keys"))) {
            var page = visit.page();
            page.locator("[data-keys-setting]").uncheck();
            page.locator("h1").click();
            page.keyboard().press("?");
            assertThat(page.locator("dialog").count()).isZero();
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
