package org.demarche;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.demarche.database.Samples;
import org.demarche.history.History;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.text.Texts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every form that adds or changes a record, found by its route, with whatever can be typed in each of its fields. */
@QuarkusTest
class EveryFormTest {
    private static final List<String> ASIDE = List.of("csrf-token", "action");

    @Inject
    Samples samples;
    @Inject
    History history;
    @Inject
    Revisions revisions;

    private enum Typed {
        NOTHING(""),
        BLANKS(" \t "),
        LONGEST("A".repeat(100_001)),
        LONG("ü".repeat(1_001)),
        SCRIPT("\"><script>alert('1')</script><!--"),
        QUOTES("'\"`\\ «»„“ &amp; &lt; {form.kind} ${7*7} %s %00"),
        FORMULA("=HYPERLINK(\"https://example.org\")"),
        RIGHT_TO_LEFT("\u202eوزارة الخارجية‏ מזרח"),
        ASTRAL("👩🏽‍🚒 e\u0301 𝔘"),
        NUMBER("-99999999999999999999"),
        NUL("a\u0000b"),
        CONTROL("a\u0007b\uFFFE");

        private final String text;

        Typed(String text) {
            this.text = text;
        }

        boolean isKeepable() {
            return Texts.problem(text).isEmpty();
        }

        /** What stands in the field when it comes back. */
        String shown() {
            return text.replace("\u0000", "").replace("\u0007", "").replace("\uFFFE", "");
        }
    }

    @Test
    void theWalkFindsTheForms() {
        assertThat(forms()).contains("/statements/new", "/actors/new", "/actors/{key}/edit", "/affiliations/{key}/edit", "/sources/{key}/edit").allSatisfy(path ->
                assertThat(RecordKind.ofPath(path.split("/")[1])).as("kind of record of %s", path).isPresent());
    }

    @TestFactory
    Stream<DynamicTest> whateverIsTypedComesBackOrIsKeptAndNothingBreaks() {
        var kept = new EnumMap<RecordKind, String>(RecordKind.class);
        samples.all().forEach(record -> {
            var saved = history.keep(record);
            kept.put(Arrays.stream(RecordKind.values()).filter(kind -> saved.getClass().getSimpleName().replace("Record", "").equalsIgnoreCase(kind.name().replace("_", "")))
                    .findFirst().orElseThrow(), saved.id().toString());
        });
        return forms().stream().flatMap(path -> {
            // what follows the record in the path numbers a part of it
            var address = path.replaceFirst("\\{[^}]+}", kept.get(RecordKind.ofPath(path.split("/")[1]).orElseThrow())).replaceAll("\\{[^}]+}", "1");
            var all = Arrays.stream(Typed.values()).map(typed -> DynamicTest.dynamicTest(path + ": " + typed + " in all fields", () -> allFields(address, typed)));
            var each = Stream.of(Typed.NOTHING, Typed.LONG, Typed.SCRIPT, Typed.RIGHT_TO_LEFT, Typed.NUL).filter(typed -> path.endsWith("/edit"))
                    .map(typed -> DynamicTest.dynamicTest(path + ": " + typed + " in each field", () -> eachField(address, typed)));
            return Stream.concat(all, each);
        });
    }

    private void allFields(String address, Typed typed) {
        var form = FilledForm.open(address);
        form.names().stream().filter(name -> !ASIDE.contains(name) && !name.equals("version")).forEach(name -> form.type(name, typed.text));
        check(form, form.names().stream().filter(form::isText).findFirst().orElseThrow(), typed);
    }

    private void eachField(String address, Typed typed) {
        var form = FilledForm.open(address);
        for (var name : form.names()) {
            if (!ASIDE.contains(name)) {
                var before = form.values(name);
                boolean saved = check(form.type(name, typed.text), name, typed);
                form = saved ? FilledForm.open(address) : form.tick(name, before);
            }
        }
    }

    /** Whether it was kept. */
    private boolean check(FilledForm form, String name, Typed typed) {
        long before = revisions.last();
        var answer = form.press("save");
        assertThat(answer.statusCode()).as("%s in %s", typed, name).isIn(200, 303, 409, 422);
        if (answer.statusCode() == 303) {
            assertThat(typed.isKeepable()).as("%s in %s can't have been kept", typed, name).isTrue();
            assertShown(given().urlEncodingEnabled(false).get(answer.header("Location")), name);
            return true;
        }
        assertThat(revisions.last()).as("%s in %s: nothing is stored by halves", typed, name).isEqualTo(before);
        assertShown(answer, name);
        var again = FilledForm.of(answer);
        if (form.isText(name) && !typed.shown().isBlank()) {
            assertThat(again.texts()).as("%s in %s is still there", typed, name).contains(Texts.normalise(typed.shown()));
        }
        if (answer.statusCode() == 422) {
            assertThat(answer.body().asString()).as("%s in %s is said to be wrong", typed, name).contains("id=\"faults\"");
        }
        return false;
    }

    private static void assertShown(Response page, String name) {
        assertThat(page.statusCode()).as("after %s", name).isLessThan(500);
        assertThat(page.body().asString()).as("after %s", name).doesNotContain("<script>alert");
    }

    /** Routes that take a form and end in {@code new} or {@code edit}. */
    private static List<String> forms() {
        var forms = new ArrayList<String>();
        for (var type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.demarche")) {
            if (type.isAnnotatedWith(Path.class)) {
                type.getAllMethods().stream().filter(method -> method.isAnnotatedWith(POST.class) && method.isAnnotatedWith(Path.class))
                        .map(method -> path(type) + "/" + method.getAnnotationOfType(Path.class).value()).filter(path -> path.endsWith("/new") || path.endsWith("/edit")).forEach(forms::add);
            }
        }
        return forms.stream().distinct().sorted().toList();
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }
}
