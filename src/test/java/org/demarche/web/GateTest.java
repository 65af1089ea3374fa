package org.demarche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GateTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
    void itAnswersToItsOwnNames(String name) throws IOException {
        assertThat(get("/help", "Host: " + name + ":" + server.getPort()).status()).isEqualTo(200);
        assertThat(get("/help", "Host: " + name).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "localhost.", "127.0.0.2", "0.0.0.0", "evil.example:8080"})
    void aForeignHostIsRefusedEverywhere(String name) throws IOException {
        for (String path : new String[] {"/help", "/look/shell.css", "/q/health/ready", "/q/openapi", "/nothing"}) {
            Wire.Answer answer = get(path, "Host: " + name);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.text()).endsWith("\r\n\r\nDémarche answers only as localhost, 127.0.0.1 or [::1].\n");
        }
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        assertThat(Wire.send(server.getPort(), "GET /help HTTP/1.0").status()).isBetween(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://localhost.evil.example", "http://localhost:1", "http://127.0.0.1", "nonsense", "http://"})
    void aForeignOriginIsRefused(String origin) throws IOException {
        assertThat(get("/help", host(), "Origin: " + origin).status()).isEqualTo(403);
        assertThat(post("/specimens/button", host(), "Origin: " + origin).status()).isEqualTo(403);
    }

    @Test
    void anOriginThatIsHiddenMayReadButNotChange() throws IOException {
        assertThat(get("/help", host(), "Origin: null").status()).isEqualTo(200);
        assertThat(post("/specimens/button", host(), "Origin: null").text()).contains("another site");
    }

    @Test
    void itsOwnOriginPasses() throws IOException {
        assertThat(get("/help", host(), "Origin: http://localhost:" + server.getPort()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help;x", "/help%3Bx", "/specimens/../help", "/./help", "//help", "/help/..", "/%2e/help", "/specimens%2Fbutton",
            "/help%00", "/help?q=%00", "/help?q=%zz", "/help?q=%ED%A0%80", "/%zz", "/q/openapi;x", "/look/..%5cshell.css"})
    void anOddAddressIsABadRequest(String uri) throws IOException {
        assertThat(get(uri, host()).status()).isEqualTo(400);
    }

    @Test
    void whatIsLargerThanTheLimitIsRefusedInWords() throws IOException {
        Wire.Answer answer = post("/specimens/records", host(), "Content-Type: application/json", "Content-Length: 10485761",
                "Accept: application/json");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("larger than Démarche takes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/imports", "/exchange/imports?x"})
    void aFileOfFiveGigabytesIsRefusedBeforeItIsRead(String uri) throws IOException {
        assertThat(post(uri, host(), "Content-Type: multipart/form-data; boundary=x", "Content-Length: 5368709120", "Accept: application/json").status()).isEqualTo(413);
    }

    @Test
    void onlyAFileMayComeWithoutItsLength() throws IOException {
        assertThat(post("/specimens/records", host(), "Content-Type: application/json", "Transfer-Encoding: chunked").status()).isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/nothing", "/look/shell.css", "/q/openapi", "/help;x", "/specimens/failing/unexpected",
            "/specimens-silent"})
    void everyAnswerForbidsWhatItDoesNotNeed(String path) throws IOException {
        assertThat(get(path, host()).text())
                .contains("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe-inline")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
                        "Permissions-Policy: ");
    }

    @Test
    void thePersonAtThisMachineHasEveryRole() throws IOException {
        assertThat(get("/specimens/administrator", host()).text()).endsWith("administered");
    }

    @Test
    void aRouteThatSaysNothingIsRefused() throws IOException {
        assertThat(get("/specimens-silent", host()).status()).isEqualTo(403);
    }

    private Wire.Answer get(String uri, String... headers) throws IOException {
        return Wire.send(server.getPort(), "GET " + uri + " HTTP/1.1", headers);
    }

    private Wire.Answer post(String uri, String... headers) throws IOException {
        return Wire.send(server.getPort(), "POST " + uri + " HTTP/1.1", headers);
    }

    private String host() {
        return "Host: localhost:" + server.getPort();
    }
}
