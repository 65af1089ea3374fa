package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.browser.LiveTimeline.ELEMENT;
import static org.demarche.browser.LiveTimeline.ready;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.demarche.Kept;
import org.demarche.browser.Visit;
import org.junit.jupiter.api.Test;

/** A lane with more than can stand one by one tells what stands for a step, and has a part in what was said jointly by many. */
@QuarkusTest
class CountedLaneTest {

    @TestHTTPResource
    URI server;
    @Inject
    Kept kept;

    @Test
    void theWeightiestItemStandsForItsStepAndATickForWhatWasSaidJointly() {
        var speaker = kept.actor("STATE", "Counted State");
        var target = List.of(kept.actor("STATE", "Counted Target"));
        var document = kept.document("Counted", null);
        var words = List.of(Kept.words(document, null, null));
        kept.several(TimelineJson.LIMITS.inLane() + 1, number -> kept.statement("Said once, " + number, null, List.of(speaker), target, words, List.of()));
        var heavy = kept.statement("Reported by two", null, List.of(speaker), target, List.of(words.get(0), Kept.words(kept.document("Counted too", null), null, null)), List.of());
        var others = kept.several(3, number -> kept.actor("STATE", "Joining State " + number));
        var joint = kept.statement("Said by four", null, Stream.concat(Stream.of(speaker), others.stream()).toList(), target, words, List.of());

        var query = "?from=1990&to=2050&behalf=" + speaker.slug();
        var view = given().get("/timeline.json" + query).then().statusCode(200).extract().jsonPath();
        var lane = "lanes.find { it.key == '" + speaker.slug() + "' }.";
        assertThat(view.getMap(lane + "counts")).isNotEmpty();
        assertThat(view.getList(lane + "weightiest")).hasSize(1);
        assertThat(view.getString(lane + "weightiest[0][1]")).isEqualTo(heavy.id().toString());
        assertThat(view.getString(lane + "weightiest[0][2]")).contains("Reported by two");
        assertThat(view.getList("items.id").get(view.getInt(lane + "ticks[0]"))).isEqualTo(joint.id().toString());

        try (var visit = Visit.withJavaScript().size(1400, 900).open(server.resolve("/timeline" + query).toString())) {
            var page = visit.page();
            ready(page);
            assertThat(page.locator(".mirror [data-lane='" + speaker.slug() + "'] [data-step]").first().textContent()).contains("critical", "weightiest: ", "Reported by two");
            var plot = page.locator(".plot").boundingBox();
            var middle = ((Number) page.evaluate(ELEMENT + ".scale.x(" + LocalDate.of(2023, 2, 1).toEpochDay() + ")")).doubleValue();
            var top = ((Number) page.evaluate(ELEMENT + ".view.lanes.find(({ key }) => key === '" + speaker.slug() + "').top")).doubleValue();
            assertThat(solid(visit, middle, top + 2)).as("a tick").isPositive();
            page.mouse().move(plot.x + middle, plot.y + top + 30);
            page.locator(".tip").getByText("Reported by two").waitFor();
            visit.view("counted-lane");
            visit.hasNoAccessibilityFindings();
            visit.hasNoComplaints();
        }
    }

    /** How dark the solid point is a few pixels around a place of the plot. */
    private static int solid(Visit visit, double x, double y) {
        return ((Number) visit.page().evaluate("([x, y]) => Math.max(...[..." + ELEMENT + ".querySelector('canvas').getContext('2d').getImageData((x - 2) * devicePixelRatio, y * devicePixelRatio, 12 * devicePixelRatio, 3).data]"
                + ".filter((value, at) => at % 4 === 3))", List.of(x, y))).intValue();
    }
}
