package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.demarche.item.Parameter;
import org.demarche.timeline.Column;
import org.junit.jupiter.api.Test;

/** What the reference says is what the code does. */
class DocumentedTest {
    private static final Path REFERENCE = Path.of("docs", "reference");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SETTING = Pattern.compile("(?<![\\w./@-])demarche\\.[a-z]+(?:[.-][a-z]+)*(?![\\w.(/])");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void everySettingIsDocumentedAndEveryDocumentedOneIsThere() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".java") || file.getFileName().toString().equals("application.properties")).toList()) {
                SETTING.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(used::add);
            }
        }
        assertThat(firstCells("settings.md")).filteredOn(setting -> setting.startsWith("demarche.")).containsExactlyInAnyOrderElementsOf(used).isNotEmpty();
    }

    @Test
    void everyColumnOfTheCsvIsDocumentedInItsOrder() throws IOException {
        assertThat(firstCells("csv.md")).containsExactlyElementsOf(Arrays.stream(Column.values()).map(Column::word).toList());
    }

    @Test
    void everyParameterOfAQueryIsDocumented() throws IOException {
        assertThat(firstCells("query.md")).containsExactlyInAnyOrderElementsOf(Arrays.stream(Parameter.values()).map(Parameter::word).toList());
    }

    @Test
    void linksInTheDocsLeadSomewhere() throws IOException {
        try (var files = Files.walk(Path.of("docs"))) {
            for (var file : java.util.stream.Stream.concat(java.util.stream.Stream.of(Path.of("README.md")), files.filter(file -> file.toString().endsWith(".md"))).toList()) {
                for (var link : LINK.matcher(Files.readString(file)).results().map(found -> found.group(1)).filter(link -> !link.startsWith("http")).toList()) {
                    assertThat(file.resolveSibling(link)).as("link in %s", file).exists();
                }
            }
        }
    }

    /** What stands as code in the first cells of all tables of a page. */
    private static List<String> firstCells(String page) throws IOException {
        return Files.readAllLines(REFERENCE.resolve(page)).stream().filter(line -> line.startsWith("| `"))
                .flatMap(line -> CODE.matcher(line.substring(0, line.indexOf(" |", 2))).results().map(found -> found.group(1))).toList();
    }
}
