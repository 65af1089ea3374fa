package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.demarche.Kept;
import org.junit.jupiter.api.Test;

/** The timeline on A4. */
@QuarkusTest
class PaperTest {
    /** What margins of 15 mm leave of A4, in pixels of which an inch has 96. */
    private static final int WIDTH = 680;

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;

    @Test
    void itsHeadHasTitleNumberQueryWindowAndDay() {
        try (var visit = printed("/timeline?behalf=china&from=2023-01-28&to=2023-02-03")) {
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("Statements on behalf of China");
            assertThat(visit.page().locator(".on-paper").innerText()).matches("\\d+ statements.* · on behalf of China · 28 January to 3 February 2023 · as known on \\d+ \\w+ \\d{4}");
        }
    }

    @Test
    void nothingThatCanOnlyBePressedIsPrintedAndNoRowIsSplit() {
        try (var visit = printed("/timeline")) {
            assertThat(visit.page().evaluate("[...document.querySelectorAll('button, input, summary, .pane, .strip, .edges, .chip, .over')].filter(element => element.checkVisibility()).map(element => element.outerHTML)"))
                    .isEqualTo(List.of());
            assertThat(visit.page().evaluate("[...document.querySelectorAll('.days li, .drawing')].every(row => getComputedStyle(row).breakInside === 'avoid')")).isEqualTo(true);
            assertThat(visit.page().evaluate("[...document.querySelectorAll('.days h2')].every(row => getComputedStyle(row).breakAfter === 'avoid')")).isEqualTo(true);
            assertThat(visit.page().locator(".notes li").first().isVisible()).isTrue();
            visit.fitsItsWidth();
            visit.screenshot("paper");
        }
    }

    @Test
    void whatNobodyCanDateIsSeenThoughItHasNoOutline() {
        try (var visit = printed("/timeline?from=2023-01-28&to=2023-02-03")) {
            assertThat(visit.page().evaluate("[...document.querySelectorAll('.bar[mask]')].every(bar => getComputedStyle(bar).fill !== 'rgb(255, 255, 255)' || getComputedStyle(bar).stroke !== 'none')")).isEqualTo(true);
        }
    }

    @Test
    void criticalBarsAreHatchedSinceColourDoesNotCarryGreyPrint() {
        var speaker = kept.actor("STATE", "Printed State");
        var target = List.of(kept.actor("STATE", "Printed Target"));
        var document = kept.document("Printed", null);
        kept.several(9, number -> kept.statement("Printed " + number, null, List.of(speaker), target, List.of(Kept.words(document, null, null)), List.of()));
        try (var visit = printed("/timeline?from=2015&to=2030&behalf=" + speaker.slug())) {
            var bars = visit.page().locator(".count-bar.critical");
            assertThat(bars.count()).isEqualTo(1);
            assertThat(bars.evaluate("bar => getComputedStyle(bar).fill")).asString().contains("#hatch");
            visit.screenshot("paper-counts");
        }
    }

    private Visit printed(String path) {
        var visit = Visit.withJavaScript().dark().size(WIDTH, 960).open(server.resolve(path).toString());
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return visit;
    }
}
