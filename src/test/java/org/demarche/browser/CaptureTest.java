package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bookmark's own code, run in pages that somebody reads. */
@QuarkusTest
class CaptureTest {
    private static final String ARTICLE = "https://news.specimen.example/world/2023/captured?utm_campaign=x";

    @TestHTTPResource
    URI server;

    @Test
    void aSelectionIsRecordedFromThePageThatIsRead() {
        try (var visit = Visit.withJavaScript().open(address("/help/capture"))) {
            var form = capture(visit, """
                    <html lang="en-GB"><head><title>Words of the day | The Specimen</title><link rel="canonical" href="/world/2023/captured">
                    <meta property="og:site_name" content="The Specimen"><meta property="og:title" content="Words of the day">
                    <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2023-02-03T08:00:00Z"}]}</script></head>
                    <body><p id="said">“We see it differently,” Mao Ning said.</p><time datetime="2001-01-01">archive</time></body></html>""");
            PlaywrightAssertions.assertThat(form.locator("#words")).hasValue("“We see it differently,” Mao Ning said.");
            PlaywrightAssertions.assertThat(form.locator("#source")).hasValue("https://news.specimen.example/world/2023/captured");
            PlaywrightAssertions.assertThat(form.locator("#newDocument-title")).hasValue("Words of the day");
            PlaywrightAssertions.assertThat(form.locator("#newDocument-publisher")).hasValue("The Specimen");
            PlaywrightAssertions.assertThat(form.locator("#newDocument-published")).hasValue("2023-02-03");
            PlaywrightAssertions.assertThat(form.locator("#newDocument-language")).hasValue("en-GB");
            PlaywrightAssertions.assertThat(form.locator("#behalf")).containsText("on behalf of China");
            // One key: the speaker is named in the words, the date is the page's.
            form.keyboard().press("Control+Enter");
            form.waitForURL("**/capture/*");
            assertThat(form.locator("body").innerText()).contains("Saved.", "Undo", "We see it differently");
            PlaywrightAssertions.assertThat(form.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Another from this page"))).isFocused();
            form.keyboard().press("Enter");
            form.waitForURL("**/statements/new?**");
            PlaywrightAssertions.assertThat(form.locator("#source")).hasValue("The Specimen, 3 February 2023");
        }
    }

    @Test
    void aSelectionThatIsTooLongForAnAddressComesWhole() {
        var words = "“" + "Длинные слова, ".repeat(600) + "конец”";
        try (var visit = Visit.withJavaScript().open(address("/help/capture"))) {
            var form = capture(visit, "<html lang=ru><title>Long</title><meta property=\"article:published_time\" content=\"2023-02-01\"><p id=\"said\">" + words + "</p></html>");
            PlaywrightAssertions.assertThat(form.locator("#words")).hasValue(words);
            PlaywrightAssertions.assertThat(form.locator("#words-echo")).containsText("Verbatim");
            assertThat(form.url()).doesNotContain("#quote");
        }
    }

    @Test
    void aPageThatSaysNothingOfItselfIsCapturedWithoutAnythingSelected() {
        try (var visit = Visit.withJavaScript().open(address("/help/capture"))) {
            var form = capture(visit, "<html><script type=\"application/ld+json\">{broken</script><link rel=canonical href=\"javascript:alert(1)\"><p>Nothing</p></html>");
            PlaywrightAssertions.assertThat(form.locator("#source")).hasValue(ARTICLE.replaceFirst("\\?.*", "") + "?utm_campaign=x");
            PlaywrightAssertions.assertThat(form.locator("#words")).hasValue("");
            PlaywrightAssertions.assertThat(form.locator("#newDocument-publisher")).hasValue("news.specimen.example");
        }
    }

    @Test
    void whatStandsInOtherFormsIsNotLostWhenAPageIsCaptured() {
        try (var visit = Visit.withJavaScript().open(address("/statements/new?date=2023-02-01"))) {
            var reading = visit.page().context().newPage();
            reading.route(url -> url.contains("specimen.example"), route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p id=said>x</p>")));
            reading.navigate(ARTICLE);
            reading.evaluate("address => { location.href = address + '/capture?quote=x'; }", address(""));
            reading.waitForURL("**/capture?**");
            visit.page().locator("#words").fill("\"Typed before.\"");
            visit.page().locator("#speakers-0-actor").fill("NATO");
            visit.page().keyboard().press("Control+Enter");
            visit.page().waitForURL("**/statements/0*");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePagesOfCapturingAreUsableByEverybody(boolean dark) {
        for (var path : new String[] {"/help/capture", "/capture?url=javascript:x&title=T&quote=%22words%22&published=nonsense", "/capture?url=https://a.specimen.example/1&site=A&quote=x"}) {
            var settings = dark ? Visit.withJavaScript().dark().narrow() : Visit.withJavaScript().size(1400, 900);
            try (var visit = settings.open(address(path))) {
                visit.hasNoAccessibilityFindings();
                visit.fitsItsWidth();
                visit.hasNoComplaints();
            }
        }
    }

    /** Opens the article, selects what was said, presses the bookmark, and gives the window that opens. */
    private static Page capture(Visit visit, String article) {
        var bookmark = visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add to Démarche")).getAttribute("href");
        assertThat(visit.page().locator("#bookmark").inputValue()).isEqualTo(bookmark);
        visit.page().route(url -> url.contains("specimen.example"), route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=UTF-8").setBody(article)));
        visit.page().navigate(ARTICLE);
        visit.page().evaluate("() => { const said = document.getElementById('said'); if (said) { getSelection().selectAllChildren(said); } }");
        // A bookmark is an address that the browser goes to.
        var form = visit.page().context().waitForPage(() -> visit.page().evaluate("href => { location.href = href; }", bookmark));
        form.waitForLoadState();
        return form;
    }

    private String address(String path) {
        return server.resolve("/").toString().replaceFirst("/$", "") + path;
    }
}
