package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline in a frame of somebody else's page, where a setting lets pages at 127.0.0.1 show it. */
@QuarkusTest
@TestProfile(EmbedPagesTest.FramedElsewhere.class)
class EmbedPagesTest {
    private static final int FRIEND = 18_443;

    public static class FramedElsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.embed.frame-ancestors", "http://127.0.0.1:" + FRIEND);
        }
    }

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/embed/timeline", "/embed/timeline?from=1900&to=2100&kind=statement", "/embed/timeline?behalf=china&target=nato", "/embed/timeline?from=1950&to=1951"})
    void itHasTheDrawingAndTheWayOutAndNothingThatActs(String address) {
        var page = given().get(address).then().statusCode(200).extract().asString();
        assertThat(page).contains("Open in Démarche", "target=\"_top\"", "<p class=\"quiet\">").doesNotContain("<form", "<input", "masthead", "<script", "/statements/new", "/events/new");
        assertThat(page.split("<a ").length).as("each link leaves the frame").isEqualTo(page.split("<a [^>]*(target=\"_top\"|href=\"#)").length);
    }

    @Test
    void onlyItMayBeFramedAndOnlyByThoseThatAreNamed() {
        var policy = given().get("/embed/timeline").then().extract().header("Content-Security-Policy");
        assertThat(policy).isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'self' http://127.0.0.1:" + FRIEND);
        for (var other : new String[] {"/timeline", "/timeline.svg", "/statements/new", "/help", "/embed/nothing", "/embed/timeline?wrong=1", "/look/shell.css"}) {
            assertThat(given().get(other).header("Content-Security-Policy")).as(other).endsWith("frame-ancestors 'none'");
        }
        given().get("/embed/timeline").then().header("Set-Cookie", (String) null);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(given().get("/embed/timeline?behalf=nobody-at-all").then().statusCode(400).extract().asString()).contains("nobody-at-all");
        given().get("/embed/timeline?selected=x").then().statusCode(400);
    }

    @Test
    void aPageThatIsNamedShowsItAndItsLinksLeaveTheFrame() throws IOException {
        try (var friend = new Site(FRIEND); var visit = Visit.withJavaScript().open(friend.showing("/embed/timeline"))) {
            var frame = framed(visit.page());
            assertThat(frame.locator("h1").textContent()).isEqualTo("Timeline");
            visit.hasNoAccessibilityFindings();
            frame.locator("a.mark").first().click();
            visit.page().waitForURL("**/timeline?*selected=*");
            assertThat(visit.page().locator(".masthead").count()).isOne();
        }
    }

    @Test
    void noOtherPageShowsItAndNoPageShowsTheRest() throws IOException {
        try (var stranger = new Site(FRIEND + 1); var visit = Visit.withJavaScript().open(stranger.showing("/embed/timeline"))) {
            assertThat(framed(visit.page()).url()).startsWith("chrome-error:");
        }
        try (var friend = new Site(FRIEND); var visit = Visit.withJavaScript().open(friend.showing("/timeline"))) {
            assertThat(framed(visit.page()).url()).startsWith("chrome-error:");
        }
    }

    @Test
    void itIsReadableInEveryLook() {
        var address = server.resolve("/embed/timeline").toString();
        for (var settings : new Visit.Settings[] {Visit.withJavaScript(), Visit.withJavaScript().dark(), Visit.withJavaScript().narrow(), Visit.withoutJavaScript()}) {
            try (var visit = settings.open(address)) {
                visit.hasNoAccessibilityFindings();
                visit.hasNoComplaints();
                visit.screenshot("embed-" + visit.page().viewportSize().width);
            }
        }
    }

    private static Frame framed(Page page) {
        return page.frames().stream().filter(frame -> frame.parentFrame() != null).findFirst().orElseThrow();
    }

    /** A site of somebody else, at an address of this machine: each of its pages shows one of ours. */
    private final class Site implements AutoCloseable {
        private final HttpServer http;

        private Site(int port) throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.createContext("/", exchange -> {
                var body = ("<!doctype html><html lang=\"en\"><title>Wiki</title><main><h1>Wiki</h1><iframe title=\"Timeline\" width=\"1000\" height=\"500\" src=\""
                        + server.resolve(exchange.getRequestURI().getPath()) + "\"></iframe></main></html>").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                exchange.sendResponseHeaders(200, body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            http.start();
        }

        private String showing(String path) {
            return "http://127.0.0.1:" + http.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
