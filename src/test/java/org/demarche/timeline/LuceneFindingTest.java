package org.demarche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.item.ActorRef;
import org.demarche.item.GeneratedItems;
import org.demarche.item.Item;
import org.demarche.text.FoldedName;
import org.demarche.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by the beginning of a name is what {@link FoldedName} says of all names; of many words the first eight are compared. */
class LuceneFindingTest {
    private static final int ACTORS = 60;
    private static final int TIMES = 300;
    private static final int WORDS_COMPARED = 8;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("demarche.test.seed", System.nanoTime());
    private final GeneratedItems world = new GeneratedItems(seed, ACTORS);
    private final ListedContent content = new ListedContent(world);
    private ItemIndex index;
    private LuceneFinding finding;

    @BeforeEach
    void build() {
        content.put(world.items(200));
        index = new ItemIndex(folder, content);
        index.open();
        finding = new LuceneFinding(index);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void allActorsOfWhichANameOrItsWordsBeginSoAreFoundAndNoOthers() {
        for (int time = 0; time < TIMES; time++) {
            var typed = piece(time);
            var expected = world.actors().stream().filter(actor -> begins(actor, typed)).map(ActorRef::id).collect(Collectors.toSet());
            if (!expected.isEmpty()) {
                assertThat(finding.actors(typed, 0, ACTORS)).as(said(typed)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void whoHasTheWholeNameComesFirst() {
        for (var actor : world.actors()) {
            for (var name : world.names().get(actor.slug())) {
                if (!FoldedName.of(name).isEmpty()) {
                    var first = finding.actors(name, 0, 1).get(0);
                    var names = world.names().get(world.actors().stream().filter(other -> other.id().equals(first)).findFirst().orElseThrow().slug());
                    assertThat(names.stream().map(other -> FoldedName.of(other).own()).toList()).as(said(name)).contains(FoldedName.of(name).own());
                    assertThat(finding.actorsCalled(name, ACTORS)).as(said(name)).contains(actor.id());
                }
            }
        }
    }

    @Test
    void pagesFollowEachOther() {
        var all = finding.actors("actor", 0, ACTORS);
        var paged = Stream.iterate(0, from -> from + 7).limit(ACTORS / 7 + 1).flatMap(from -> finding.actors("actor", from, 7).stream()).toList();

        assertThat(all).hasSize(ACTORS);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void amongEqualsTheOneWithMostItemsComesFirst() {
        var counts = finding.actors("actor", 0, ACTORS).stream().map(id -> content.present().stream().filter(item -> item.actors().stream().anyMatch(actor -> actor.id().equals(id))).count()).toList();

        assertThat(counts).as("-Ddemarche.test.seed=" + seed).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void anEventIsFoundByItsTitle() {
        for (var item : content.present()) {
            if (!item.isStatement() && !FoldedName.of(item.title()).isEmpty()) {
                assertThat(finding.events(item.title(), 200)).as(said(item.title())).contains(item.id()).doesNotContainAnyElementsOf(statements());
            }
        }
    }

    @Test
    void aNameThatDiffersByALetterIsFoundWhereNoneBeginsSo() {
        assertThat(finding.actors("Actr 7", 0, ACTORS)).isNotEmpty();
        assertThat(finding.actors("xyzzyxyzzy", 0, ACTORS)).as("-Ddemarche.test.seed=" + seed).isEmpty();
        assertThat(finding.actors("—", 0, ACTORS)).as("-Ddemarche.test.seed=" + seed).isEmpty();
    }

    @Test
    void whoIsNamedInATextIsFoundWhereverTheNameStands() {
        for (var actor : world.actors()) {
            var name = world.names().get(actor.slug()).get(0);
            if (FoldedName.of(name).own().matches("\\w+( \\w+){0,4}")) {
                assertThat(finding.actorsNamedIn("It was said, " + name + " told reporters.", ACTORS)).as(said(name)).contains(actor.id());
            }
        }
        assertThat(finding.actorsNamedIn("Nobody of note, and nothing else.", ACTORS)).as("-Ddemarche.test.seed=" + seed).isEmpty();
        assertThat(finding.actorsNamedIn("", ACTORS)).isEmpty();
        assertThat(finding.actorsNamedIn("—".repeat(50_000), ACTORS)).isEmpty();
    }

    @Test
    void aWordThatIsSpeltWrongHasNearOnesThatArePrinted() {
        assertThat(finding.nearWords("sanctoins", 3)).contains("sanctions");
        assertThat(finding.nearWords("sanctions", 3)).as("a word that is there").isEmpty();
        assertThat(finding.nearWords("qqqqqqqqqq", 3)).isEmpty();
        assertThat(finding.nearWords("—", 3)).isEmpty();
    }

    private List<UUID> statements() {
        return content.present().stream().filter(Item::isStatement).map(Item::id).toList();
    }

    /** The beginning of a name, of one of its words, or of its words the other way round. */
    private String piece(int time) {
        var names = world.names().get(world.actors().get(time % ACTORS).slug());
        var words = List.of(names.get(time % names.size()).split(" "));
        var from = words.subList(time % words.size(), words.size());
        var text = time % 5 == 0 && words.size() > 1 ? words.get(1) + " " + words.get(0) : String.join(" ", from);
        return text.substring(0, text.offsetByCodePoints(0, 1 + time % text.codePointCount(0, text.length())));
    }

    private boolean begins(ActorRef actor, String typed) {
        var starts = world.names().get(actor.slug()).stream().flatMap(name -> FoldedName.of(name).starts().stream()).toList();
        return FoldedName.of(typed).forms().stream().anyMatch(form -> starts.stream().anyMatch(start -> start.startsWith(form))
                || Stream.of(form.split(" ")).limit(WORDS_COMPARED).allMatch(word -> starts.stream().anyMatch(start -> start.startsWith(word))));
    }

    private String said(String typed) {
        return "-Ddemarche.test.seed=" + seed + " ‘" + typed + "’ " + Words.terms(typed);
    }
}
