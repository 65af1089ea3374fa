package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.junit.jupiter.api.Test;

/** What somebody on a bad line waits for: bytes of the timeline as they come, compressed by the server. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class WeightTest {
    private static final int KILOBYTE = 1000;

    @TestHTTPResource("/timeline")
    URI timeline;

    private record Loaded(String type, String address, int bytes) {
    }

    @Test
    void scriptsAndStyleSheetsAreSmall() {
        var loaded = loaded(Visit.withJavaScript());
        assertThat(bytes(loaded, "script")).as("scripts of %s", loaded).isPositive().isLessThanOrEqualTo(20 * KILOBYTE);
        assertThat(bytes(loaded, "stylesheet")).as("style sheets of %s", loaded).isPositive().isLessThanOrEqualTo(10 * KILOBYTE);
    }

    /** Faces are kept for a year and are not waited for: words are there before them. */
    @Test
    void withoutScriptsThePageIsSmall() {
        var loaded = loaded(Visit.withoutJavaScript());
        assertThat(bytes(loaded, "document") + bytes(loaded, "stylesheet")).as("page and style sheets of %s", loaded).isPositive().isLessThanOrEqualTo(60 * KILOBYTE);
    }

    private List<Loaded> loaded(Visit.Settings settings) {
        var requests = new CopyOnWriteArrayList<Request>();
        try (var visit = settings.size(1400, 900).open("about:blank")) {
            visit.page().onRequestFinished(requests::add);
            visit.page().navigate(timeline.toString());
            visit.page().waitForLoadState(LoadState.NETWORKIDLE);
            return requests.stream().map(request -> new Loaded(request.resourceType(), request.url(), request.sizes().responseBodySize)).toList();
        }
    }

    private static int bytes(List<Loaded> loaded, String type) {
        return loaded.stream().filter(one -> one.type().equals(type)).mapToInt(Loaded::bytes).sum();
    }
}
