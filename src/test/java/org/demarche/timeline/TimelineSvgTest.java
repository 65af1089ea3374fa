package org.demarche.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.ExampleAlone;
import org.demarche.browser.Visit;
import org.demarche.text.XmlText;
import org.demarche.time.DateWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The drawing as a file. */
@QuarkusTest
@TestProfile(ExampleAlone.class)
class TimelineSvgTest {
    private static final String DECADES = "/timeline.svg?from=1990&to=2030&kind=statement";
    private static final Pattern COLOUR = Pattern.compile("\"(#[0-9a-f]{6})\"");

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/timeline.svg", DECADES, "/timeline.svg?behalf=china&target=nato", "/timeline.svg?lanes=dyad", "/timeline.svg?from=1950&to=1951"})
    void anyReaderOfXmlCanOpenIt(String address) throws Exception {
        var root = parsed(svg(address)).getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("width")).isEqualTo("1200");
        assertThat(children(root, "title")).hasSize(1);
        assertThat(children(root, "desc")).hasSize(1);
    }

    @Test
    void itSaysWhatItShowsInTextThatCanBeSelected() throws Exception {
        var root = parsed(svg("/timeline.svg")).getDocumentElement();
        assertThat(children(root, "title").get(0).getTextContent()).isEqualTo("Timeline, 28 January to 3 February 2023");
        assertThat(children(root, "desc").get(0).getTextContent()).contains("16 of 18 in view", "as known on", "NATO: 5 statements, 3 joint");
        assertThat(texts(root)).contains("Timeline", "NATO", "5 statements, 3 joint", "Mon 30").anyMatch(text -> text.startsWith("NATO: \"China threats"))
                .anyMatch(text -> text.contains("All that is recorded · 28 January to 3 February 2023 · as known on ")).anyMatch(text -> text.contains("▼ critical"));
    }

    @Test
    void itShowsTheItemsThatThePageShows() throws Exception {
        var page = given().get("/timeline?behalf=japan").then().statusCode(200).extract().asString();
        var file = svg("/timeline.svg?behalf=japan");
        var drawn = Pattern.compile("class=\"item-label\"[^>]*>([^<]*)<").matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(drawn).isNotEmpty().allSatisfy(label -> assertThat(file).contains(">" + label + "<"));
    }

    @Test
    void itNeedsNothingElseAndRunsNothing() throws Exception {
        for (var address : List.of("/timeline.svg", DECADES)) {
            var names = new HashSet<String>();
            var values = new ArrayList<String>();
            walk(parsed(svg(address)).getDocumentElement(), names, values);
            assertThat(names).doesNotContain("script", "style", "foreignObject", "image", "use", "a");
            assertThat(values).noneMatch(value -> value.contains("var(") || value.contains("url(") && !value.startsWith("url(#"));
            assertThat(svg(address)).doesNotContain("href").doesNotContain("style=");
        }
    }

    @Test
    void itsColoursAreThoseOfTheLightLook() throws Exception {
        var tokens = Files.readString(Path.of("src/main/resources/META-INF/resources/look/tokens.css"));
        var light = Pattern.compile("(--[a-z-]+): (#[0-9a-f]{6});").matcher(tokens.substring(0, tokens.indexOf("@media"))).results()
                .collect(HashMap<String, String>::new, (map, found) -> map.put(found.group(1), found.group(2)), Map::putAll);
        for (var part : Palette.class.getRecordComponents()) {
            var token = "--" + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            assertThat(part.getAccessor().invoke(Palette.LIGHT)).as(token).isEqualTo(light.get(token));
        }
        assertThat(COLOUR.matcher(svg("/timeline.svg")).results().map(found -> found.group(1))).contains(light.get("--critical"), light.get("--supportive-wash"), light.get("--paper"));
    }

    @Test
    void theSameDataGivesTheSameBytesAndIsNotSentTwice() {
        var first = given().get("/timeline.svg").then().statusCode(200).extract();
        var second = given().get("/timeline.svg").then().statusCode(200).extract();
        assertThat(first.asByteArray()).isEqualTo(second.asByteArray());
        assertThat(first.contentType()).isEqualTo("image/svg+xml;charset=UTF-8");
        given().header("If-None-Match", first.header("ETag")).get("/timeline.svg").then().statusCode(304);
        given().header("If-None-Match", first.header("ETag")).get("/timeline.svg?behalf=china").then().statusCode(200);
    }

    @Test
    void noDayButThatOfTheLastChangeIsInIt() {
        // The example was recorded in 2023, so that nothing in its file is of the day on which this runs.
        assertThat(svg("/timeline.svg?from=2023-01-01&to=2030-12-31")).contains("as known on 22 May 2023").doesNotContain("Today", DateWords.day(LocalDate.now().toEpochDay()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong=1", "behalf=nobody-at-all", "from=yesterday", "selected=x", "width=1"})
    void whatIsNotUnderstoodIsRefusedInItsOwnName(String parameter) {
        var problem = given().get("/timeline.svg?" + parameter).then().statusCode(400).extract();
        assertThat(problem.contentType()).startsWith("application/problem+json");
        assertThat(problem.asString()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void charactersThatXmlDoesNotHaveAreReplaced() throws Exception {
        var file = XmlText.of("<t>a\u0001b\u000Bc\uFFFEd\uD83D\uDE00e\n</t>");
        assertThat(parsed(file).getDocumentElement().getTextContent()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00e\n");
    }

    @Test
    void aBrowserShowsItAsAFileToo() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "screenshots"));
        var file = Files.writeString(folder.resolve("timeline.svg"), svg("/timeline.svg"));
        for (var address : List.of(file.toUri().toString(), server.resolve("/timeline.svg").toString())) {
            try (var visit = Visit.withJavaScript().size(1200, 700).open(address)) {
                assertThat(visit.page().locator("text").allTextContents()).contains("NATO");
                assertThat((Double) visit.page().evaluate("Math.max(...[...document.querySelectorAll('text')].map(text => text.getBoundingClientRect().right))")).isLessThanOrEqualTo(1200);
                assertThat(visit.page().evaluate("getComputedStyle([...document.querySelectorAll('text')].find(text => text.textContent === 'NATO')).fill")).isEqualTo("rgb(28, 27, 25)");
                visit.view("timeline-file");
            }
        }
    }

    private static String svg(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }

    private static Document parsed(String file) throws Exception {
        var reader = DocumentBuilderFactory.newInstance();
        reader.setNamespaceAware(true);
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return reader.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
    }

    private static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        for (var child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<String> texts(Element root) {
        var found = root.getElementsByTagNameNS("*", "text");
        var texts = new ArrayList<String>();
        for (int number = 0; number < found.getLength(); number++) {
            texts.add(found.item(number).getTextContent());
        }
        return texts;
    }

    private static void walk(Element element, Set<String> names, List<String> values) {
        names.add(element.getLocalName());
        for (int number = 0; number < element.getAttributes().getLength(); number++) {
            values.add(element.getAttributes().item(number).getNodeValue());
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element within) {
                walk(within, names, values);
            }
        }
    }
}
