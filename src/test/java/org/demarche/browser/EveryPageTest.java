package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every page that links lead to from the timeline of the example, one of each kind: also one that nobody thought of when this was written. */
@QuarkusTest
class EveryPageTest {
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"([^\"]+)\"");
    /** Names that a part of a path gives a page of its own; every other part in the place of one is a record's key. */
    private static final Pattern KEY = Pattern.compile("(?<=/(?:actors|sources|topics|collections|pairs|RESPONDS_TO)/)(?!new(?:[/?]|$))[^/?]+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/pairs/[^/]{1,80}/)[^/?]+|(?<=/)\\d+");
    /** Far more than there are kinds of pages. */
    private static final int MOST_PAGES = 120;

    @TestHTTPResource
    URI server;

    @Test
    void nobodyIsKeptOutOfAnyPageThatLinksLeadTo() throws Exception {
        var pages = reached();
        assertThat(pages.keySet()).as("kinds of pages").contains("/timeline", "/statements/*", "/statements/*/edit", "/events/*", "/items/*/links", "/actors/*", "/documents/*/text", "/topics/*/split",
                "/collections/*", "/history/*", "/questions", "/jump", "/help/accessibility").hasSizeLessThan(MOST_PAGES);
        var findings = new ArrayList<String>();
        try (var light = Visit.withJavaScript().size(1400, 1000).open(address("/timeline")); var dark = Visit.withJavaScript().dark().narrow().open(address("/timeline"))) {
            for (var path : pages.values()) {
                for (var visit : List.of(light, dark)) {
                    visit.page().navigate(address(path));
                    visit.page().waitForLoadState(LoadState.LOAD);
                    look(visit, path, findings);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** What is found is kept for the end: whoever mends pages wants to know all at once. */
    private static void look(Visit visit, String path, List<String> findings) {
        try {
            visit.hasNoAccessibilityFindings();
            visit.fitsItsWidth();
            visit.hasNoComplaints();
            assertThat(visit.page().locator("h1").count()).as("first headings of %s", path).isEqualTo(1);
            hidesNothing(visit.page(), path);
        } catch (AssertionError finding) {
            findings.add(path + " at " + visit.page().viewportSize().width + ": " + finding.getMessage());
        }
    }

    /** Whoever has come to the end of a page sees all of it: the button that stays in its corner covers nothing there. */
    private static void hidesNothing(Page page, String path) {
        var covered = page.evaluate("""
                () => {
                  const button = document.querySelector('.masthead .add');
                  if (!button || getComputedStyle(button).position !== 'fixed') return '';
                  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
                  const over = button.getBoundingClientRect();
                  const meets = box => box.right > over.left && box.left < over.right && box.bottom > over.top && box.top < over.bottom;
                  return [...document.querySelectorAll('main :is(a, button, input, select, textarea, p, li, td, dd)')]
                    .filter(element => element.checkVisibility() && [...element.getClientRects()].some(meets))
                    .map(element => element.outerHTML.slice(0, 120)).join(' | ');
                }""");
        assertThat(covered).as("what the button in the corner covers at the end of %s", path).isEqualTo("");
    }

    /** The first address of each kind of page, by kind; each of them answers. */
    private Map<String, String> reached() throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, String>();
        var failed = new TreeSet<String>();
        var waiting = new ArrayDeque<>(List.of("/timeline"));
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            var path = waiting.removeFirst();
            var kind = kind(path);
            if (pages.containsKey(kind) || failed.contains(kind)) {
                continue;
            }
            var answer = client.send(HttpRequest.newBuilder(URI.create(address(path))).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                failed.add(kind + " answers " + answer.statusCode() + " at " + path);
            } else if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                pages.put(kind, path);
                links(answer, waiting);
            }
        }
        assertThat(failed).as("pages that links lead to and that do not answer").isEmpty();
        return pages;
    }

    private void links(HttpResponse<String> page, ArrayDeque<String> waiting) {
        var found = LINK.matcher(page.body());
        while (found.find()) {
            var link = found.group(1).replace("&amp;", "&");
            // What can't be an address by the strict rule leads elsewhere: it begins with a scheme that is no place.
            if (link.startsWith("/") || link.startsWith("?") || link.startsWith(".")) {
                var target = link.replaceFirst("#.*", "").replace(" ", "%20").replace("\"", "%22");
                // by the older rule that Java keeps to, a query alone would lead to the folder
                var address = page.uri().resolve(target.startsWith("?") ? page.uri().getRawPath() + target : target);
                waiting.add(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
            }
        }
    }

    /** '/statements/*' for the address of a statement. */
    private static String kind(String path) {
        return KEY.matcher(path.replaceFirst("\\?.*", "")).replaceAll("*");
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
