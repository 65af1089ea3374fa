package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the documentation, made from the running program. {@code ./mvnw test -Dtest=PicturesTest -Ddemarche.pictures=docs/images}
 * puts them there anew; with {@code -Ddemarche.pictures.many=http://localhost:9000} also those of a server that holds many generated items.
 */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class PicturesTest {
    private static final String FOLDER = System.getProperty("demarche.pictures");
    private static final String MANY = System.getProperty("demarche.pictures.many");
    /** What a page of the documentation may load for one picture. */
    private static final long MOST_BYTES = 400_000;

    private static final String DECADES = "/timeline?from=1945&to=2025";
    private static final String YEAR = "/timeline?from=2023&to=2023";
    private static final String WEEK = "/timeline";

    @TestHTTPResource
    URI server;

    private enum Look {
        LIGHT, DARK, FORCED_COLOURS, PHONE, PHONE_CHART, PRINT
    }

    private record Picture(String name, String path, Look look) {
    }

    @Test
    void picturesOfTheExample() throws IOException {
        var first = new Picture("timeline", WEEK, Look.LIGHT);
        take(server, FOLDER == null ? Stream.of(first) : Stream.of(first, new Picture("week-dark", WEEK, Look.DARK), new Picture("year", YEAR, Look.LIGHT), new Picture("decades", DECADES, Look.LIGHT),
                new Picture("week-forced-colours", WEEK, Look.FORCED_COLOURS), new Picture("week-phone", WEEK, Look.PHONE), new Picture("year-phone-dark", YEAR, Look.PHONE_CHART), new Picture("week-print", WEEK, Look.PRINT)));
    }

    @Test
    void picturesOfManyItems() throws IOException {
        if (MANY != null) {
            take(URI.create(MANY), Stream.of(new Picture("many-decades", "/timeline?from=1900&to=2025", Look.LIGHT), new Picture("many-decades-dark", "/timeline?from=1900&to=2025", Look.DARK),
                    new Picture("many-decades-forced-colours", "/timeline?from=1900&to=2025", Look.FORCED_COLOURS), new Picture("many-year", YEAR, Look.LIGHT)));
        }
    }

    private void take(URI from, Stream<Picture> pictures) throws IOException {
        for (var picture : pictures.toList()) {
            try (var visit = settings(picture.look()).open(from.resolve(picture.path()).toString())) {
                prepare(visit.page(), picture.look());
                visit.hasNoComplaints();
                var file = visit.view(picture.name());
                assertThat(Files.size(file)).as(picture.name()).isBetween(10_000L, MOST_BYTES);
                if (FOLDER != null) {
                    Files.copy(file, Files.createDirectories(Path.of(FOLDER)).resolve(picture.name() + ".png"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Visit.Settings settings(Look look) {
        var settings = Visit.withJavaScript();
        return switch (look) {
            case LIGHT, FORCED_COLOURS -> settings.size(1400, 800);
            case DARK -> settings.size(1400, 800).dark();
            case PHONE -> settings.narrow();
            case PHONE_CHART -> settings.narrow().dark();
            case PRINT -> settings.size(680, 960);
        };
    }

    private static void prepare(Page page, Look look) {
        if (look == Look.FORCED_COLOURS) {
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            page.reload();
        }
        LiveTimeline.ready(page).evaluate("document.fonts.ready");
        if (look == Look.PHONE_CHART) {
            page.locator(".chart-toggle summary").click();
        } else if (look == Look.PRINT) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        }
        // Two frames: what changed with the look is drawn then.
        page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }
}
