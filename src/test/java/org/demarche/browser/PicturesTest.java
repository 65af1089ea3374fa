package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * The picture of the README, made from the running program. {@code ./mvnw test -Dtest=PicturesTest -Ddemarche.pictures=docs/images}
 * puts it there anew.
 */
@QuarkusTest
class PicturesTest {
    @TestHTTPResource("/timeline")
    URL timeline;

    @Test
    void theTimelineOfTheExample() throws IOException {
        try (var visit = Visit.withJavaScript().size(1280, 800).open(timeline.toString())) {
            assertThat(visit.page().title()).contains("Timeline");
            visit.hasNoComplaints();
            var picture = visit.view("timeline");
            var folder = System.getProperty("demarche.pictures");
            if (folder != null) {
                Files.copy(picture, Files.createDirectories(Path.of(folder)).resolve("timeline.png"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
