package org.demarche.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.demarche.web.BadParameterException;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/query.md} true. */
class QueryReferenceTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void whatMayBeGivenOnceIsSaidToBe() throws IOException {
        rows().forEach(row -> codes(row.get(0)).map(word -> Parameter.of(word).orElseThrow()).filter(parameter -> parameter != Parameter.AS_OF)
                .forEach(parameter -> assertThat(row.get(1).startsWith("once")).as(parameter.word()).isEqualTo(!parameter.repeats())));
    }

    @Test
    void everyValueThatIsListedIsRead() throws IOException {
        var listed = List.of(Parameter.WHEN, Parameter.LEVEL, Parameter.KIND, Parameter.STANCE, Parameter.EVENT_KIND, Parameter.STATUS, Parameter.INSTRUMENT, Parameter.MODE,
                Parameter.LANES, Parameter.PREDECESSORS, Parameter.SORT, Parameter.BOM);
        for (var parameter : listed) {
            var row = rows().filter(cells -> codes(cells.get(0)).anyMatch(parameter.word()::equals)).findFirst().orElseThrow();
            assertThat(codes(row.get(1)).toList()).as(parameter.word()).isNotEmpty().allSatisfy(value -> assertThat(ParameterValues.read(parameter, value, NOBODY)).isEqualTo(value));
            for (var value : other(parameter)) {
                assertThat(codes(row.get(1))).as(parameter.word()).contains(value);
            }
        }
    }

    /** All values that the refusal of a wrong one offers. */
    private static List<String> other(Parameter parameter) {
        try {
            ParameterValues.read(parameter, "nothing-like-this", NOBODY);
            throw new AssertionError(parameter + " takes anything");
        } catch (BadParameterException refused) {
            return List.of(refused.getMessage().replaceFirst(".* is none of ", "").split(", "));
        }
    }

    /** The cells of all tables, without their heads. */
    private static Stream<List<String>> rows() throws IOException {
        return Files.readString(Path.of("docs/reference/query.md")).lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(2).split(" \\| ")));
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1));
    }

    private static final Directory NOBODY = new Directory() {
        @Override
        public Optional<String> actor(String slug) {
            return Optional.empty();
        }

        @Override
        public Optional<String> topic(String slug) {
            return Optional.empty();
        }

        @Override
        public Optional<String> source(String slug) {
            return Optional.empty();
        }

        @Override
        public boolean isDocument(UUID id) {
            return false;
        }

        @Override
        public boolean isEvent(UUID id) {
            return false;
        }

        @Override
        public boolean isItem(UUID id) {
            return false;
        }

        @Override
        public Optional<String> collection(String slug) {
            return Optional.empty();
        }
    };
}
