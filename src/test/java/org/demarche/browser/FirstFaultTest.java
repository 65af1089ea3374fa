package org.demarche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of all that is wrong with a form, the first has the focus, and each says beside its field what it is. */
@QuarkusTest
class FirstFaultTest {
    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            speakers-0-actor | Nobody At All | date           | never         | speakers-0-actor
            date             | never         | targets-0-actor | Nobody At All | date
            targets-0-actor  | Nobody At All | time           | 25:99         | targets-0-actor
            time             | 25:99         | via            | Nobody At All | time
            via              | Nobody At All | respondsTo     | nothing       | via
            """)
    void hasTheFocusWithScriptsAndWithout(String first, String wrong, String second, String wrongToo, String focused) {
        var document = kept.document("One", null);
        for (boolean scripts : new boolean[] {true, false}) {
            var settings = scripts ? Visit.withJavaScript() : Visit.withoutJavaScript();
            try (var visit = settings.open(server.resolve("/statements/new?quote=words&speaker=nato&document=" + document.id()).toString())) {
                var page = visit.page();
                page.click("#more > summary");
                page.fill("#" + first, wrong);
                page.fill("#" + second, wrongToo);
                page.click("[data-save]");
                page.locator("#faults").waitFor();
                assertThat(page.locator("#" + focused)).isFocused();
                assertThat(page.locator("#" + focused)).hasAttribute("aria-invalid", "true");
                assertThat(page.locator("#" + first)).hasValue(wrong);
                assertThat(page.locator("#" + second)).hasValue(wrongToo);
                assertThat(page.locator("#faults a").first().getAttribute("href")).isEqualTo("#" + focused);
                visit.hasNoAccessibilityFindings();
            }
        }
    }
}
