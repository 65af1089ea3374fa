package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Rows are pasted, their columns corrected, wrong ones mended, all of them run and undone: by what stands in the pages, with and without scripts. */
@QuarkusTest
class BringingInTest {
    @TestHTTPResource
    URI server;

    @Test
    void onATelephoneWithoutScripts() {
        try (var visit = Visit.withoutJavaScript().narrow().open(address("/exchange"))) {
            bringsIn(visit, "telephone");
        }
    }

    @Test
    void onADeskInTheDark() {
        try (var visit = Visit.withJavaScript().dark().size(1400, 900).open(address("/exchange"))) {
            bringsIn(visit, "dark");
        }
    }

    private void bringsIn(Visit visit, String name) {
        var page = visit.page();
        var mark = "Paste " + UUID.randomUUID();
        looks(visit, "exchange-begin-" + name);
        page.getByLabel("Or rows, pasted").fill("""
                day of %2$s\theading\tattended\tremarks
                01/02/2023\tTalks %1$s\tJapan\tnone
                03/04/2023\tMore talks %1$s\tN.A.T.O.\tnone
                31/31/2023\tNever %1$s\tLand of %1$s\tnone
                """.formatted(mark, name));
        button(page, "Check it").click();

        page.waitForURL("**/columns");
        looks(visit, "exchange-columns-" + name);
        choose(page, "day of " + name, "date, or its first day");
        choose(page, "heading", "title, or summary of a statement");
        choose(page, "attended", "takes part");
        choose(page, "remarks", "passed over");
        button(page, "Show the first rows again").click();
        // nothing tells whether the day stands first, so that it is asked
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("say whether the day or the month stands first");
        page.getByLabel("How the dates of day of " + name + " are written").selectOption(new SelectOption().setLabel("day first: 13/02/2023"));
        button(page, "Show the first rows again").click();
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The first rows"))).containsText("1 February 2023");
        looks(visit, "exchange-preview-" + name);
        button(page, "Check all rows").click();

        page.waitForURL("**/exchange/imports/*");
        stands(page, "checked");
        PlaywrightAssertions.assertThat(page.locator(".tally")).containsText("Would be new");
        PlaywrightAssertions.assertThat(page.locator(".decisions")).containsText("N.A.T.O.");
        PlaywrightAssertions.assertThat(page.locator(".problems")).containsText("31/31/2023");
        looks(visit, "exchange-checked-" + name);
        button(page, "Bring in 2 rows").click();
        stands(page, "done");
        var first = page.url();
        looks(visit, "exchange-done-" + name);

        var rows = page.getByLabel("The wrong rows, as they stand in the file");
        rows.fill(rows.inputValue().replace("31/31/2023", "05/06/2023"));
        button(page, "Check these").click();
        page.waitForURL("**/columns");
        // as the columns were read last time
        button(page, "Check all rows").click();
        stands(page, "checked");
        PlaywrightAssertions.assertThat(page.locator(".decisions")).containsText("Land of " + mark);
        button(page, "Bring in 1 row").click();
        stands(page, "done");
        var newest = page.getByText("The timeline, newest records").getAttribute("href");
        assertThat(page.request().get(address(newest.replace("/timeline?", "/api/v1/items?limit=1&"))).text()).as(newest).contains(mark);
        page.navigate(address("/timeline?q=" + mark.replace(" ", "+") + "&from=2023"));
        assertThat(page.locator("main").innerText()).contains("Never " + mark).contains("More talks " + mark);

        page.navigate(first);
        button(page, "Undo all of it").click();
        stands(page, "undone");
        page.navigate(address("/timeline?q=" + mark.replace(" ", "+") + "&from=2023"));
        assertThat(page.locator("main").innerText()).contains("Never " + mark).doesNotContain("More talks " + mark);
    }

    /** The page looks again by itself until it stands so. */
    private static void stands(Page page, String state) {
        PlaywrightAssertions.assertThat(page.locator(".standing b")).hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    private static void looks(Visit visit, String name) {
        visit.hasNoAccessibilityFindings();
        visit.fitsItsWidth();
        visit.screenshot(name);
    }

    private static void choose(Page page, String column, String target) {
        page.locator(".mapping tr").filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(column).setExact(true)))).locator("select").first()
                .selectOption(new SelectOption().setLabel(target));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    private String address(String path) {
        return server.resolve(path).toString();
    }
}
