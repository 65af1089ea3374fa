package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowsersTest {
    private static final String GOOD = "<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><p id=p>plain</p></main>"
            + "<script>document.getElementById('p').textContent = 'scripted'</script></html>";
    private static final String BAD = "<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1><img src=''><input></main></html>";

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = (exchange.getRequestURI().getPath().equals("/good") ? GOOD : BAD).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aVisitRunsScriptsOrDoesNot() {
        try (var with = Visit.withJavaScript().open(address("good")); var without = Visit.withoutJavaScript().narrow().open(address("good"))) {
            assertThat(with.page().locator("#p").textContent()).isEqualTo("scripted");
            assertThat(without.page().locator("#p").textContent()).isEqualTo("plain");
            with.hasNoAccessibilityFindings();
            without.hasNoAccessibilityFindings();
        }
    }

    @Test
    void whatKeepsPeopleOutIsFoundInThePage() {
        try (var with = Visit.withJavaScript().dark().open(address("bad")); var without = Visit.withoutJavaScript().open(address("bad"))) {
            assertThatThrownBy(with::hasNoAccessibilityFindings).hasMessageContaining("image-alt").hasMessageContaining("label");
            assertThatThrownBy(without::hasNoAccessibilityFindings).hasMessageContaining("image-alt").hasMessageContaining("label");
        }
    }

    private String address(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }
}
