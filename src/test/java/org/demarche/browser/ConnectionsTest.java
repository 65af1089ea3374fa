package org.demarche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.demarche.Kept;
import org.demarche.actor.ActorRecord;
import org.demarche.event.LinkRecord;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.statement.StatementRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ties a statement to others: responses, other reports, those who said it together. By keys alone, each of them counted, and each page that is loaded. */
@QuarkusTest
class ConnectionsTest {
    private static final int FARTHEST = 80;

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    /** Words that are pasted don't count. */
    private static final class Keys {
        private final Page page;
        private int pressed;
        private int loads;

        Keys(Page page) {
            this.page = page;
            page.onDOMContentLoaded(loaded -> loads++);
        }

        Keys press(String... keys) {
            for (var key : keys) {
                page.keyboard().press(key);
                pressed++;
            }
            return this;
        }

        Keys type(String letters) {
            return press(letters.split(""));
        }

        Keys paste(String words) {
            page.keyboard().insertText(words);
            return this;
        }

        Keys in(String selector) {
            assertThat(page.locator(selector)).isFocused();
            return this;
        }

        /** As somebody reaches it who has nothing but the Tab key. */
        Keys tabTo(String selector) {
            for (int times = 0; times < FARTHEST && !isFocused(selector); times++) {
                press("Tab");
            }
            return in(selector);
        }

        private boolean isFocused(String selector) {
            return page.locator(selector).first().evaluate("element => element === document.activeElement").equals(true);
        }
    }

    @Test
    void aResponseTakesAtMost16KeysAndTwoPages() {
        var asker = kept.actor("STATE", "Asking State");
        var answerer = kept.actor("STATE", "Zealous State");
        var first = said("\"Who will answer us?\"", asker);
        try (var visit = Visit.withJavaScript().open(page(first))) {
            var keys = new Keys(visit.page());
            keys.press("r").in("#words").paste("\"We answer: nobody has to be afraid of anything\"").press("Tab").in("#speakers-0-actor").paste(answerer.name());
            assertThat(visit.page().locator("#targets-0-actor")).hasValue(asker.name());
            assertThat(visit.page().locator("#statement")).containsText("In reaction to \"Who will answer us?\"");
            keys.press("Tab").in("#date");
            assertThat(visit.page().locator("#behalf, #speakers-0-behalf").first()).containsText(answerer.name());
            keys.tabTo("#targets-0-actor").press("Tab").press("-", "1", "Control+Enter");
            visit.page().waitForURL(Pattern.compile(".*/statements/[0-9a-f-]{36}$"));
            var record = saved(visit.page());
            assertThat(record.links()).singleElement().satisfies(link -> assertThat(link).extracting(LinkRecord::kind, LinkRecord::to).containsExactly("RESPONDS_TO", first.id()));
            assertThat(record.targets()).containsExactly(asker.slug());
            assertThat(record.stances()).containsExactly(new StatementRecord.Stance(null, asker.slug(), -1));
            assertThat(keys.pressed).as("keys").isLessThanOrEqualTo(16);
            assertThat(keys.loads).as("pages").isEqualTo(2);
            visit.hasNoAccessibilityFindings();
            visit.page().navigate(page(first));
            assertThat(visit.page().locator(".links")).containsText("We answer");
        }
    }

    @Test
    void aResponseIsRecordedWithoutScriptsInTwoPages() {
        var asker = kept.actor("STATE", "Asking State");
        var answerer = kept.actor("STATE", "Zealous State");
        var first = said("\"Who will answer us this time?\"", asker);
        try (var visit = Visit.withoutJavaScript().open(page(first))) {
            var keys = new Keys(visit.page());
            keys.tabTo("a[href*=responds_to]").press("Enter").in("#words").paste("\"We answer without delay and without conditions\"").press("Tab").in("#speakers-0-actor")
                    .paste(answerer.name()).tabTo("[data-save]").press("Enter");
            visit.page().waitForURL(Pattern.compile(".*/statements/[0-9a-f-]{36}$"));
            var record = saved(visit.page());
            assertThat(record.links()).extracting(LinkRecord::to).containsExactly(first.id());
            assertThat(record.targets()).containsExactly(asker.slug());
            assertThat(keys.loads).as("pages").isEqualTo(2);
            assertThat(keys.pressed).as("keys").isLessThanOrEqualTo(70);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 4", "false, 60"})
    void anotherReportTakesTwoPages(boolean scripts, int most) {
        var first = said("\"The house is open to everybody\"", kept.actor("STATE", "Open State"));
        var other = kept.document("Other", null);
        try (var visit = visit(scripts).open(page(first))) {
            var keys = new Keys(visit.page());
            if (scripts) {
                keys.press("o");
            } else {
                keys.tabTo("a[href$='/reports/new']").press("Enter");
            }
            keys.in("#source").paste(other.url()).tabTo("#words").paste("\"Our house is open to everyone\"");
            if (scripts) {
                keys.press("Control+Enter");
            } else {
                keys.tabTo("[data-save]").press("Enter");
            }
            visit.page().waitForURL("**#reports");
            assertThat(visit.page().locator("#reports .beside ins").first()).hasText("Our ");
            assertThat(saved(visit.page()).renderings()).hasSize(2);
            assertThat(keys.loads).as("pages").isEqualTo(2);
            assertThat(keys.pressed).as("keys").isLessThanOrEqualTo(most);
            visit.hasNoAccessibilityFindings();
            visit.hasNoComplaints();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRetractionIsUndoneWithOneKeyAndOnePage(boolean scripts) {
        var record = said("\"We take nothing back\"", kept.actor("STATE", "Steady State"));
        history.write(change -> {
            change.retract(RecordKind.STATEMENT, record.id(), 1, "said by somebody else");
            return null;
        });
        try (var visit = visit(scripts).open(page(record))) {
            visit.hasNoAccessibilityFindings();
            var keys = new Keys(visit.page());
            keys.in("main button").press("Enter");
            assertThat(visit.page().locator("blockquote").first()).hasText("\"We take nothing back\"");
            assertThat(visit.page().locator(".notice")).containsText("Undo");
            assertThat(revisions.present(RecordKind.STATEMENT, record.id()).orElseThrow().isRetraction()).isFalse();
            assertThat(keys.pressed).isEqualTo(1);
            visit.page().waitForCondition(() -> keys.loads == 1);
        }
    }

    @Test
    void whoSaidItTogetherIsToldWithRoleAndPrincipalOfEach() {
        var one = kept.actor("STATE", "First State");
        var minister = kept.actor("PERSON", "Minister of One");
        kept.tie(minister, one, "OCCUPANCY", "Foreign Minister", "2020", "2024");
        var alliance = kept.actor("IGO", "Joint Alliance");
        var record = said("\"We say this together\"", minister, alliance);
        try (var visit = Visit.withoutJavaScript().open(page(record))) {
            assertThat(visit.page().locator("main header")).containsText("Said jointly by 2");
            assertThat(visit.page().locator(".spoke li").first()).containsText("Foreign Minister");
            assertThat(visit.page().locator(".spoke li").first()).containsText("on behalf of " + one.name());
            assertThat(visit.page().locator(".spoke li").last()).containsText(alliance.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"1400, false", "390, false", "1400, true", "390, true"})
    void reportsBesideEachOtherCanBeReadByEverybody(int width, boolean dark) {
        var record = kept.statement("What they said", null, List.of(kept.actor("STATE", "Reported State")), List.of(), List.of(
                Kept.words(kept.document("One", null), "\"The Asia-Pacific is not a battlefield for geopolitical competition, and the Cold War mentality is not welcome,\" she said.", "en"),
                Kept.words(kept.document("Two", null), "She said the Asia-Pacific was “not a battleground for geopolitical competition”, and a Cold War mentality was unwelcome.", "en"),
                Kept.words(kept.document("Three", null), "「アジア太平洋は地政学的競争の戦場ではない」", "ja"), Kept.words(kept.document("Four", null), "«لا نقبل عقلية الحرب الباردة»", "ar")), List.of());
        for (var path : List.of("", "/reports/new", "/reports/2/edit")) {
            var settings = Visit.withJavaScript().size(width, 900);
            try (var visit = (dark ? settings.dark() : settings).open(page(record) + path)) {
                visit.hasNoAccessibilityFindings();
                visit.fitsItsWidth();
                visit.hasNoComplaints();
                visit.screenshot("reports" + path.replaceAll("[/0-9]", "-") + width + (dark ? "-dark" : "-light"));
            }
        }
    }

    private StatementRecord said(String words, ActorRecord... speakers) {
        return kept.statement(null, null, List.of(speakers), List.of(), List.of(Kept.words(kept.document("One", null), words, "en")), List.of());
    }

    private String page(StatementRecord record) {
        return server.resolve("/statements/" + record.id()).toString();
    }

    private StatementRecord saved(Page page) {
        var id = page.url().replaceFirst("^.*/statements/([0-9a-f-]{36}).*$", "$1");
        return (StatementRecord) revisions.present(RecordKind.STATEMENT, UUID.fromString(id)).orElseThrow().record();
    }

    private static Visit.Settings visit(boolean scripts) {
        return scripts ? Visit.withJavaScript() : Visit.withoutJavaScript();
    }
}
