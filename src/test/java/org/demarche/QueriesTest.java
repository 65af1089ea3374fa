package org.demarche;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.actor.ActorRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.collection.CollectionRecord;
import org.demarche.event.LinkRecord;
import org.demarche.exchange.out.ExportFormats;
import org.demarche.history.History;
import org.demarche.source.AnchorRecord;
import org.demarche.statement.StatementRecord;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The number of SQL statements that a page takes does not grow with what it shows. */
@QuarkusTest
class QueriesTest {
    @Inject
    Kept kept;
    @Inject
    History history;
    @Inject
    EntityManagerFactory factory;
    @Inject
    ExportFormats formats;

    @Test
    void noPageAsksMoreOftenWhereThereIsMoreToShow() {
        var few = paths(2);
        var many = paths(15);

        var fewQueries = new LinkedHashMap<String, Long>();
        var manyQueries = new LinkedHashMap<String, Long>();
        few.forEach((page, path) -> fewQueries.put(page, queries(path)));
        many.forEach((page, path) -> manyQueries.put(page, queries(path)));

        assertThat(manyQueries).isEqualTo(fewQueries);
        assertThat(fewQueries.values()).as("statements were counted at all").allSatisfy(count -> assertThat(count).isPositive());
    }

    /** Pages that show this many of everything. */
    private Map<String, String> paths(int count) {
        var state = kept.actor("STATE", "Counted State");
        var ministry = kept.actor("ORGANIZATION", "Counted Ministry");
        kept.tie(ministry, state, "PART_OF", null, null, null);
        var part = kept.tie(kept.actor("ORGANIZATION", "Counted Office"), ministry, "PART_OF", null, null, null);
        var speakers = kept.several(count, number -> kept.actor("PERSON", "Counted Person"));
        var offices = speakers.stream().map(person -> kept.tie(person, ministry, "OCCUPANCY", "Deputy", "2020", "2024")).toList();
        var targets = kept.several(count, number -> kept.actor("STATE", "Counted Target"));
        var documents = kept.several(count, number -> kept.document("Document " + number, null));
        var summit = kept.event("Counted summit", null, targets, documents);
        kept.several(count, number -> kept.event("Counted part", summit.id(), targets.subList(0, 1), documents));
        var statements = new ArrayList<StatementRecord>();
        for (int number = 0; number < count; number++) {
            statements.add(kept.statement("Counted statement", summit.id(), speakers, targets, documents.stream().map(document -> Kept.words(document, "words", "en")).toList(),
                    statements.stream().map(earlier -> new LinkRecord("RESPONDS_TO", earlier.id(), "STATED", List.of())).toList()));
        }
        var topic = history.keep(new TopicRecord(null, null, null, kept.unique("Counted topic"), null, null, null));
        kept.several(count, number -> history.keep(new TopicRecord(null, null, null, kept.unique("Counted part"), null, topic.slug(), null)));
        statements.forEach(statement -> history.keep(new StatementRecord(statement.id(), 1, statement.date(), null, null, statement.summary(), statement.event(), null,
                List.of(topic.slug()), statement.speakers(), List.of(), statement.targets(), statement.stances(), statement.renderings(), List.of(), statement.links(), null)));
        var collection = history.keep(new CollectionRecord(null, null, null, kept.unique("Counted view"), null, "topic=" + topic.slug(), null));
        ActorRecord first = speakers.get(0);
        var paths = new LinkedHashMap<String, String>();
        paths.put("statement with links to it", "/statements/" + statements.get(0).id());
        paths.put("statement with links from it", "/statements/" + statements.get(count - 1).id());
        paths.put("new report of a statement", "/statements/" + statements.get(0).id() + "/reports/new");
        paths.put("report of a statement", "/statements/" + statements.get(0).id() + "/reports/2/edit");
        paths.put("event", "/events/" + summit.id());
        paths.put("person", "/actors/" + first.slug());
        paths.put("ministry", "/actors/" + ministry.slug());
        paths.put("state", "/actors/" + state.slug());
        paths.put("form of an actor", "/actors/" + first.slug() + "/edit");
        paths.put("form of an affiliation", "/affiliations/" + part.id() + "/edit");
        paths.put("what is spoken by an affiliation", "/history/affiliations/" + offices.get(0).id() + "/retraction");
        paths.put("document", "/documents/" + documents.get(0).id());
        var held = kept.document("Held", "words and nothing else\n".repeat(count));
        kept.several(count, number -> kept.statement("Counted quotation", null, speakers.subList(0, 1), targets.subList(0, 1),
                List.of(new StatementRecord.Rendering(held.id(), null, null, "words and", "en", null, null, null,
                        List.of(new AnchorRecord("WHOLE", number * 23, number * 23 + 9, "words and", null, null, null, null)))), List.of()));
        paths.put("document with its text", "/documents/" + held.id());
        paths.put("timeline", "/timeline?behalf=" + state.slug());
        paths.put("timeline with a statement open", "/timeline?actor=" + targets.get(0).slug() + "&selected=" + statements.get(0).id());
        var word = "Found" + count;
        kept.several(count, number -> kept.statement(word, null, List.of(kept.actor("STATE", word)), targets, List.of(Kept.words(documents.get(0), word, "en")), List.of()));
        kept.several(count, number -> kept.event(word, null, targets, documents));
        paths.put("find anything", "/jump?q=" + word);
        paths.put("completion of a name", "/suggestions/actors?typed=" + word);
        paths.put("timeline with words", "/timeline?q=Counted&actor=" + state.slug());
        paths.put("facets of a view", "/timeline/facets?behalf=" + state.slug());
        paths.put("all values of a facet", "/timeline/facets/target?behalf=" + state.slug());
        for (var lanes : List.of("dyad", "behalf", "actor", "target", "type", "topic", "country", "kind")) {
            paths.put("timeline by " + lanes, "/timeline?behalf=" + state.slug() + "&lanes=" + lanes);
        }
        paths.put("timeline with predecessors", "/timeline?behalf=" + state.slug() + "&predecessors=true&selected=" + statements.get(0).id());
        paths.put("topic", "/topics/" + topic.slug());
        paths.put("merging a topic", "/topics/" + topic.slug() + "/merger?into=bloc-confrontation");
        paths.put("splitting a topic", "/topics/" + topic.slug() + "/split");
        paths.put("collection", "/collections/" + collection.slug());
        paths.put("topics", "/topics");
        paths.put("collections", "/collections");
        formats.all().forEach(format -> paths.put(format.label(), format.path() + "?behalf=" + state.slug()));
        paths.put("where an export is from", "/timeline.gdelt.tsv.meta.json?behalf=" + state.slug());
        paths.put("formats", "/exchange/export?behalf=" + state.slug());
        var bloc = kept.actor("BLOC", "Counted Bloc");
        targets.forEach(target -> kept.tie(target, bloc, "MEMBERSHIP", "member", "2001", ".."));
        paths.put("wording", "/wording?q=words&behalf=" + state.slug());
        paths.put("what is new", "/new?since=2023-01-01&actor=" + state.slug());
        paths.put("pair", "/pairs/" + state.slug() + "/" + targets.get(0).slug());
        paths.put("reactions", "/events/" + summit.id() + "/reactions");
        paths.put("reactions of a bloc", "/events/" + summit.id() + "/reactions?of=" + bloc.slug());
        return paths;
    }

    /** The least of three times: what goes on in the background may only add to one of them. */
    private long queries(String path) {
        return LongStream.generate(() -> queriesOnce(path)).limit(3).min().orElseThrow();
    }

    private long queriesOnce(String path) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        given().get(path).then().statusCode(200);
        long counted = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return counted;
    }
}
