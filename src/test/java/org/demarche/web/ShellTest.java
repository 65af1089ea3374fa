package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell in a real browser: what it looks like is judged by eye, that it holds together is judged here. */
@QuarkusTest
class ShellTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1400})
    void nothingSticksOutSideways(int width) {
        try (var visit = Visit.withJavaScript().size(width, 800).open(address("help/keys"))) {
            visit.fitsItsWidth();
        }
    }

    @Test
    void onATelephoneNameSearchAndMenuStandInOneRow() {
        try (var visit = Visit.withJavaScript().narrow().open(address("help/keys"))) {
            assertThat(visit.page().locator(".masthead").boundingBox().height).isEqualTo(48);
            visit.page().locator("summary").click();
            assertThat(visit.page().locator(".menu nav").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "nothing"})
    void everybodyCanUseIt(String path) {
        try (var light = Visit.withJavaScript().size(1400, 800).open(address(path)); var dark = Visit.withJavaScript().dark().narrow().open(address(path))) {
            light.hasNoAccessibilityFindings();
            dark.hasNoAccessibilityFindings();
        }
    }

    @Test
    void nothingOnThePageBreaksItsOwnPolicy() {
        try (var visit = Visit.withJavaScript().open(address("help/keys"))) {
            assertThat(visit.page().evaluate("document.fonts.load('1rem Inter').then(faces => faces.length)")).isEqualTo(1);
            visit.hasNoComplaints();
        }
    }

    @Test
    void aSingleKeyWorksUnlessAFieldHasTheFocusOrKeysAreOff() {
        try (var visit = Visit.withJavaScript().open(address("help/keys"))) {
            var page = visit.page();
            page.keyboard().press("/");
            page.keyboard().press("n");
            assertThat(page.locator("input[name=q]").inputValue()).isEqualTo("n");

            page.locator("[data-keys-setting]").uncheck();
            page.locator("h1").click();
            page.keyboard().press("n");
            assertThat(page.url()).endsWith("/help/keys");

            page.locator("[data-keys-setting]").check();
            page.locator("h1").click();
            page.keyboard().press("n");
            page.waitForURL("**/statements/new");
        }
    }

    private String address(String path) {
        return server.resolve("/" + path).toString();
    }
}
