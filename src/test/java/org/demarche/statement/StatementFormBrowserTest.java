package org.demarche.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.browser.Visit;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analyst's form in a real browser, with scripts and without. */
@QuarkusTest
class StatementFormBrowserTest {
    private static final String ARTICLE = "01860cd9-1a00-7009-8000-d3a4c4e00009";
    private static final String S5 = "\"The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality and confrontation between camps are not welcome,\"";

    @TestHTTPResource
    URI server;
    @Inject
    Revisions revisions;

    /** Types by keys alone and counts each of them; words that are pasted don't count. */
    private static final class Keyboard {
        private final Page page;
        private int pressed;
        private int fields;

        Keyboard(Page page) {
            this.page = page;
        }

        Keyboard press(String... keys) {
            for (var key : keys) {
                page.keyboard().press(key);
                pressed++;
            }
            return this;
        }

        Keyboard type(String letters) {
            return press(letters.split(""));
        }

        Keyboard paste(String words) {
            page.keyboard().insertText(words);
            return this;
        }

        /** What the next keys fill in. */
        Keyboard in(String id) {
            fields++;
            PlaywrightAssertions.assertThat(page.locator(id)).isFocused();
            return this;
        }

        /** Waits for what somebody who types would look at. */
        Keyboard sees(String option) {
            PlaywrightAssertions.assertThat(page.locator("[role=option][aria-selected=true]")).containsText(option);
            return this;
        }
    }

    @Test
    void s5TakesAtMostFiveFieldsAnd24Keys() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var keys = new Keyboard(visit.page());
            keys.in("#words").paste(S5).press("Tab")
                    .in("#speakers-0-actor").type("mao").sees("Mao Ning").press("Tab")
                    .in("#date").press("ArrowDown", "ArrowDown", "ArrowDown").sees("31 January or 1 February 2023").press("Enter");
            // Who it was on behalf of is understood by then; its Change is one stop on the way.
            PlaywrightAssertions.assertThat(visit.page().locator("#behalf")).containsText("on behalf of China");
            keys.press("Tab", "Tab")
                    .in("#targets-0-actor").type("nat").sees("NATO").press("Tab");
            assertThat(visit.page().evaluate("document.activeElement.name")).isEqualTo("targets[0].stance");
            keys.fields++;
            keys.press("-", "1", "Control+Enter");
            var record = saved(visit.page());
            assertThat(record.preferred().words()).isEqualTo(S5);
            assertThat(record.date()).isEqualTo("[2023-01-31..2023-02-01]");
            assertThat(record.dateBasis()).isEqualTo("INFERRED");
            assertThat(record.speakers().get(0).behalf()).containsExactly("mfa-china", "china");
            assertThat(record.stances()).containsExactly(new StatementRecord.Stance(null, "nato", -1));
            assertThat(keys.fields).isLessThanOrEqualTo(5);
            assertThat(keys.pressed).isLessThanOrEqualTo(24);
            visit.hasNoComplaints();
        }
    }

    @Test
    void theFirstStatementOfANewArticleTakesAtMostEightFieldsAnd45Keys() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var keys = new Keyboard(visit.page());
            keys.press("Shift+Tab").in("#source").paste("https://kyodo.specimen.example/2023/02/02/article-" + UUID.randomUUID());
            PlaywrightAssertions.assertThat(visit.page().locator("#newDocument-published")).hasValue("2023-02-02");
            keys.press("Tab", "Tab").in("#newDocument-publisher").paste("Kyodo Specimen " + UUID.randomUUID()).press("Tab", "Tab", "Tab")
                    .in("#newDocument-language").type("en").press("Tab")
                    .in("#words").paste("\"We will not accept it,\" Kishida said.").press("Tab")
                    .in("#speakers-0-actor").type("kis").sees("Fumio Kishida").press("Tab").in("#date").type("Tue");
            PlaywrightAssertions.assertThat(visit.page().locator("#behalf")).containsText("on behalf of Japan");
            keys.press("Tab", "Tab").in("#targets-0-actor").type("rus").sees("Russia").press("Tab");
            keys.fields++;
            keys.press("-", "2", "Control+Enter");
            var record = saved(visit.page());
            assertThat(record.date()).isEqualTo("2023-01-31");
            assertThat(record.dateBasis()).isEqualTo("EXPLICIT_RELATIVE");
            assertThat(record.preferred().language()).isEqualTo("en");
            assertThat(keys.fields).isLessThanOrEqualTo(8);
            assertThat(keys.pressed).isLessThanOrEqualTo(45);
            visit.hasNoComplaints();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | "It is not welcome," she said.
            ja | 「冷戦思考は歓迎されない」と毛寧報道官は述べた。
            ar | قالت المتحدثة: «لا نقبل عقلية الحرب الباردة».
            """)
    void statementsOfEveryScriptAreSavedAndShownWithoutScripts(String language, String words) {
        try (var visit = Visit.withoutJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var page = visit.page();
            page.fill("#words", words);
            page.fill("#speakers-0-actor", "毛宁");
            page.fill("#targets-0-actor", "北約");
            page.click("#more > summary");
            page.fill("#language", language);
            page.click("button[value=check]:not(.heard)");
            PlaywrightAssertions.assertThat(page.locator("#beside blockquote")).hasText(words);
            PlaywrightAssertions.assertThat(page.locator("#beside blockquote")).hasAttribute("lang", language);
            PlaywrightAssertions.assertThat(page.locator("#behalf")).containsText("as Spokesperson of Ministry of Foreign Affairs of the People's Republic of China, on behalf of China");
            visit.hasNoAccessibilityFindings();
            page.click("[data-save]");
            var record = saved(page);
            assertThat(record.preferred().words()).isEqualTo(words);
            assertThat(record.preferred().language()).isEqualTo(language);
            PlaywrightAssertions.assertThat(page.locator(".notice")).containsText("Saved.");
            assertThat(page.locator("[lang=" + language + "]").allInnerTexts()).anyMatch(text -> text.contains(words));
            visit.hasNoComplaints();
        }
    }

    @Test
    void everybodyCanUseIt() {
        for (var settings : new Visit.Settings[] {Visit.withJavaScript().size(1400, 1000), Visit.withJavaScript().size(1400, 1000).dark(), Visit.withJavaScript().narrow()}) {
            try (var visit = settings.open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
                visit.page().fill("#words", S5);
                visit.page().fill("#speakers-0-actor", "Jens Stoltenberg");
                visit.page().fill("#date", "2013-10/2014-10");
                visit.page().fill("#targets-0-actor", "Nobody yet");
                visit.page().locator("#targets-0-actor").press("Escape");
                visit.page().click("#more > summary");
                PlaywrightAssertions.assertThat(visit.page().locator("#behalf")).containsText("On that date it may have been on behalf of");
                PlaywrightAssertions.assertThat(visit.page().locator("#targets-0-type")).isVisible();
                visit.hasNoAccessibilityFindings();
                visit.fitsItsWidth();
                visit.page().click("[data-save]");
                visit.page().waitForSelector("#faults");
                visit.hasNoAccessibilityFindings();
            }
        }
    }

    @Test
    void namesCanBeChosenByArrowsAndLeftByEscape() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var speaker = visit.page().locator("#speakers-0-actor");
            speaker.pressSequentially("mao");
            PlaywrightAssertions.assertThat(speaker).hasAttribute("aria-expanded", "true");
            PlaywrightAssertions.assertThat(visit.page().locator("[role=option][aria-selected=true]")).containsText("Spokesperson");
            visit.hasNoAccessibilityFindings();
            speaker.press("Escape");
            PlaywrightAssertions.assertThat(speaker).hasAttribute("aria-expanded", "false");
            PlaywrightAssertions.assertThat(speaker).hasValue("mao");
        }
    }

    @Test
    void halfANameIsNobodysUntilTheFieldIsLeft() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var page = visit.page();
            page.fill("#words", "\"Who said so?\"");
            page.locator("#speakers-0-actor").pressSequentially("Zelda Unheard");
            PlaywrightAssertions.assertThat(page.locator("#beside")).containsText("Somebody");
            PlaywrightAssertions.assertThat(page.locator("#speakers-0-type")).hasCount(0);
            page.keyboard().press("Tab");
            page.locator("#speakers-0-type").selectOption("PERSON");
            page.locator("#speakers-0-of").pressSequentially("norw");
            PlaywrightAssertions.assertThat(page.locator("[role=option][aria-selected=true]")).containsText("Norway");
            page.keyboard().press("Tab");
            PlaywrightAssertions.assertThat(page.locator("#behalf")).containsText("on behalf of Norway");
            visit.hasNoComplaints();
        }
    }

    @Test
    void oneMoreTargetIsAskedForAndEverythingStays() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE + "&speaker=nato&target=japan").toString())) {
            var page = visit.page();
            page.fill("#words", "\"Both of them\"");
            page.click("#more > summary");
            page.click("button[value=addTarget]");
            PlaywrightAssertions.assertThat(page.locator("#targets-1-actor")).isFocused();
            PlaywrightAssertions.assertThat(page.locator("#words")).hasValue("\"Both of them\"");
            PlaywrightAssertions.assertThat(page.getByText("There is a draft")).hasCount(0);
            page.keyboard().type("russ");
            page.keyboard().press("Control+Enter");
            assertThat(saved(page).targets()).containsExactly("japan", "russia");
        }
    }

    @Test
    void aDraftIsKeptUntilItIsSaved() {
        try (var visit = Visit.withJavaScript().open(server.resolve("/statements/new?document=" + ARTICLE).toString())) {
            var page = visit.page();
            page.fill("#words", "\"Half thought\"");
            PlaywrightAssertions.assertThat(page.locator("[data-draft]")).isVisible();
            page.reload();
            page.getByText("Take it up").click();
            PlaywrightAssertions.assertThat(page.locator("#words")).hasValue("\"Half thought\"");
            page.fill("#speakers-0-actor", "NATO");
            page.locator("#speakers-0-actor").press("Control+Enter");
            saved(page);
            page.navigate(server.resolve("/statements/new").toString());
            Locator draft = page.getByText("There is a draft");
            PlaywrightAssertions.assertThat(draft).hasCount(0);
        }
    }

    private StatementRecord saved(Page page) {
        page.waitForURL(url -> url.matches(".*/statements/[0-9a-f-]{36}"));
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, UUID.fromString(page.url().replaceFirst("^.*/", ""))).orElseThrow().record();
    }
}
