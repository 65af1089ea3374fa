package org.demarche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/dates.md} true. */
class DatesReferenceTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyFormInTheReferenceIsRead() throws IOException {
        List<String> examples = rows("## What can be written").flatMap(row -> codes(row.get(1))).toList();
        assertThat(examples).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(EdtfDate.parse(text)).hasToString(text));
    }

    @Test
    void everyFormThatTheReferenceExcludesIsRefused() throws IOException {
        List<String> examples = rows("## What is refused").flatMap(row -> codes(row.get(0))).toList();
        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(text ->
                assertThatThrownBy(() -> EdtfDate.parse(text)).as(text).isInstanceOf(EdtfException.class));
    }

    @Test
    void theFormReadsWhatTheReferenceSays() throws IOException {
        List<List<String>> rows = rows("## What the form understands").toList();
        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> assertThat(codes(row.get(0)))
                .extracting(typed -> DateInput.read(typed, EdtfDate.parse("2023-02-01")).date().toString())
                .hasSameElementsAs(codes(row.get(1)).toList()));
    }

    /** The cells of the table in a section, without its head. */
    private static Stream<List<String>> rows(String section) throws IOException {
        String text = Files.readString(Path.of("docs/reference/dates.md"));
        int start = text.indexOf(section);
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end).lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> List.of(line.substring(2).split(" \\| ")));
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1));
    }
}
