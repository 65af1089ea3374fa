package org.demarche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people in two browsers, the same statement, each order of saving: nothing is lost, and nothing happens silently. */
@QuarkusTest
class TwoPeopleTest {
    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    Revisions revisions;

    /** Both have the form open, and only then either saves. */
    private final class Two implements AutoCloseable {
        private final StatementRecord record = kept.statement("As it was", null, List.of(kept.actor("STATE", "Twofold State")), List.of(),
                List.of(Kept.words(kept.document("One", null), "\"What was said before an audience of many, at some length\"", "en")), List.of());
        private final Visit first;
        private final Visit second;

        private Two(boolean scripts) {
            first = visit(scripts).open(edit());
            second = visit(scripts).open(edit());
        }

        private String edit() {
            return server.resolve("/statements/" + record.id() + "/edit").toString();
        }

        private Page page(boolean ofFirst) {
            return ofFirst ? first.page() : second.page();
        }

        private StatementRecord present() {
            return (StatementRecord) revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().record();
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, yours", "true, false, yours", "false, true, theirs", "false, false, theirs"})
    void ofOneFieldBothVersionsAreShownAndOneIsChosen(boolean scripts, boolean firstSaves, String choice) {
        try (var two = new Two(scripts)) {
            var faster = two.page(firstSaves);
            var slower = two.page(!firstSaves);
            fill(faster, "#summary", "As the faster has it");
            fill(slower, "#summary", "As the slower has it");
            save(faster);
            assertThat(faster.locator("main h1")).containsText("Twofold State");
            save(slower);

            assertThat(slower.locator(".meanwhile h2")).containsText("saved this after you opened it");
            assertThat(slower.locator(".meanwhile")).isFocused();
            assertThat(slower.locator(".both")).containsText("As the faster has it");
            assertThat(slower.locator("#summary")).hasValue("As the slower has it");
            assertThat(two.present().summary()).isEqualTo("As the faster has it");
            save(slower);
            assertThat(slower.locator(".meanwhile")).isVisible();
            slower.locator("input[name='meanwhile.summary'][value=" + choice + "]").check();
            save(slower);
            assertThat(slower.locator("main h1")).containsText("Twofold State");
            assertThat(two.present().summary()).isEqualTo(choice.equals("yours") ? "As the slower has it" : "As the faster has it");
            assertThat(two.present().version()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoFieldsBothChangesStayOnceTheOtherWasSeen(boolean firstSaves) {
        try (var two = new Two(true)) {
            var faster = two.page(firstSaves);
            var slower = two.page(!firstSaves);
            fill(faster, "#summary", "Corrected");
            slower.locator("#more > summary").click();
            fill(slower, "#time", "15:00");
            save(faster);
            assertThat(faster.locator("main h1")).containsText("Twofold State");
            save(slower);
            assertThat(slower.locator("input[name='meanwhile.summary'][value=theirs]")).isChecked();
            save(slower);
            assertThat(slower.locator("main h1")).containsText("Twofold State");
            assertThat(two.present()).extracting(StatementRecord::summary, StatementRecord::time).containsExactly("Corrected", "15:00");
        }
    }

    @Test
    void whatBothPutIntoAListStaysTogether() {
        try (var two = new Two(false)) {
            fill(two.page(true), "#targets-0-actor", "Japan");
            fill(two.page(false), "#targets-0-actor", "NATO");
            save(two.page(true));
            save(two.page(false));
            var page = two.page(false);
            assertThat(page.locator("input[name='meanwhile.targets'][value=both]")).isChecked();
            two.second.hasNoAccessibilityFindings();
            save(page);
            assertThat(page.locator("main h1")).containsText("Twofold State");
            assertThat(two.present().targets()).containsExactlyInAnyOrder("japan", "nato");
        }
    }

    @Test
    void whoCameInBetweenIsShownToo() {
        try (var two = new Two(true); var third = visit(true).open(two.edit())) {
            fill(two.page(true), "#summary", "Of the first");
            fill(third.page(), "#summary", "Of the third");
            fill(two.page(false), "#summary", "Of the second");
            save(two.page(true));
            assertThat(two.page(true).locator("main h1")).containsText("Twofold State");
            save(two.page(false));
            var page = two.page(false);
            page.locator("input[name='meanwhile.summary'][value=yours]").check();
            save(third.page());
            third.page().locator("input[name='meanwhile.summary'][value=yours]").check();
            save(third.page());
            assertThat(third.page().locator("main h1")).containsText("Twofold State");
            save(page);
            assertThat(page.locator(".both")).containsText("Of the third");
            assertThat(two.present().summary()).isEqualTo("Of the third");
            save(page);
            assertThat(page.locator("main h1")).containsText("Twofold State");
            assertThat(two.present()).extracting(StatementRecord::summary, StatementRecord::version).containsExactly("Of the second", 4);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasRetractedMeanwhileComesBackOnlyAsSomebodyWants(boolean scripts) {
        try (var two = new Two(scripts)) {
            fill(two.page(false), "#summary", "Worked on for an hour");
            var page = two.page(true);
            page.navigate(server.resolve("/history/statements/" + two.record.id() + "/retraction").toString());
            page.fill("#reason", "said by somebody else");
            page.click(".send button");
            page.waitForURL("**/timeline*");
            save(two.page(false));
            assertThat(two.page(false).locator(".meanwhile")).containsText("retracted this after you opened it");
            assertThat(two.page(false).locator(".meanwhile")).containsText("said by somebody else");
            assertThat(two.page(false).locator("#summary")).hasValue("Worked on for an hour");
            assertThat(revisions.present(RecordKind.STATEMENT, two.record.id()).orElseThrow().isRetraction()).isTrue();
            save(two.page(false));
            assertThat(two.page(false).locator("main h1")).containsText("Twofold State");
            assertThat(two.present().summary()).isEqualTo("Worked on for an hour");
        }
    }

    @Test
    void whatWasSavedMeanwhileIsNotRetractedUnseen() {
        try (var two = new Two(true)) {
            var page = two.page(true);
            page.navigate(server.resolve("/history/statements/" + two.record.id() + "/retraction").toString());
            fill(two.page(false), "#summary", "Saved before");
            save(two.page(false));
            assertThat(two.page(false).locator("main h1")).containsText("Twofold State");
            page.fill("#reason", "twice");
            page.click(".send button");
            assertThat(page.locator("main")).containsText("Somebody else changed it after you opened this page");
            assertThat(page.locator("#reason")).hasValue("twice");
            assertThat(two.present().summary()).isEqualTo("Saved before");
        }
    }

    @ParameterizedTest
    @CsvSource({"1400, false", "390, false", "1400, true", "390, true"})
    void thePageOfBothCanBeReadByEverybody(int width, boolean dark) {
        try (var two = new Two(false)) {
            var open = visit(true).size(width, 900);
            try (var visit = (dark ? open.dark() : open).open(two.edit())) {
                visit.page().fill("#words", "\"What was said before an audience of some, at much length\"");
                visit.page().fill("#summary", "Mine");
                fill(two.page(true), "#words", "\"What has been said before an audience of many, at some length\", as printed later");
                fill(two.page(true), "#summary", "Theirs");
                fill(two.page(true), "#targets-0-actor", "Japan");
                save(two.page(true));
                save(visit.page());
                assertThat(visit.page().locator(".meanwhile ins").first()).isVisible();
                visit.hasNoAccessibilityFindings();
                visit.fitsItsWidth();
                visit.screenshot("meanwhile-" + width + (dark ? "-dark" : "-light"));
            }
        }
    }

    private static Visit.Settings visit(boolean scripts) {
        return scripts ? Visit.withJavaScript() : Visit.withoutJavaScript();
    }

    private static void fill(Page page, String field, String value) {
        page.fill(field, value);
    }

    private static void save(Page page) {
        page.click("[data-save]");
        page.waitForLoadState();
    }
}
