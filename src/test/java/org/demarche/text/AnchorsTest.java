package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.text.Anchors.Location;
import org.demarche.text.Anchors.Resolution;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private static final String TEXT = "😀 中文: the alliance said that the alliance will act; 中文.";

    @Test
    void wordsThatStandOnceAreFoundByThemselves() {
        assertThat(Anchors.resolve(TEXT, new TextQuoteSelector("will act", "", ""), null, null))
                .isEqualTo(new Resolution(AnchorState.EXACT, 42, 50, "will act"));
    }

    @Test
    void contextTellsWhichOfSeveralPlacesIsMeant() {
        TextQuoteSelector second = new TextQuoteSelector("the alliance", "that ", " will");

        assertThat(Anchors.resolve(TEXT, second, null, null)).isEqualTo(new Resolution(AnchorState.EXACT, 29, 41, "the alliance"));
    }

    @Test
    void thePositionDecidesAmongPlacesThatFit() {
        TextQuoteSelector twice = new TextQuoteSelector("the alliance", null, null);

        assertThat(Anchors.resolve(TEXT, twice, new TextPositionSelector(29, 41), null).start()).isEqualTo(29);
        assertThat(Anchors.resolve(TEXT, twice, new TextPositionSelector(28, 40), null).state()).isEqualTo(AnchorState.AMBIGUOUS);
        assertThat(Anchors.resolve(TEXT, twice, null, null)).isEqualTo(new Resolution(AnchorState.AMBIGUOUS, null, null, null));
    }

    @Test
    void wordsThatHaveMovedAreFoundWhereTheyStandNow() {
        TextQuoteSelector words = new TextQuoteSelector("will act", "alliance ", "; ");

        assertThat(Anchors.resolve("A new head. " + TEXT, words, new TextPositionSelector(42, 50), null))
                .isEqualTo(new Resolution(AnchorState.EXACT, 54, 62, "will act"));
    }

    @Test
    void wordsThatStandNowhereAreOrphaned() {
        assertThat(Anchors.resolve(TEXT, new TextQuoteSelector("will not act", "", ""), new TextPositionSelector(42, 50), null))
                .isEqualTo(new Resolution(AnchorState.ORPHANED, null, null, null));
    }

    @Test
    void wordsWhoseContextDiffersAreOrphaned() {
        assertThat(Anchors.resolve(TEXT, new TextQuoteSelector("will act", "enemy ", ""), null, null).state()).isEqualTo(AnchorState.ORPHANED);
        assertThat(Anchors.resolve(TEXT, new TextQuoteSelector("will act", "", "!"), null, null).state()).isEqualTo(AnchorState.ORPHANED);
    }

    @Test
    void aParagraphPutBeforeOrBehindTheWordsIsNoDifferenceAround() {
        TextQuoteSelector words = new TextQuoteSelector("will act", "said.\n\nThe alliance ", "; it said.\n\nNobody");
        String paragraph = "The alliance will act; it said.";

        assertThat(Anchors.resolve("They said.\n\nNew.\n\n" + paragraph + "\n\nNew too.\n\nNobody", words, null, null).start()).isEqualTo(31);
        assertThat(Anchors.resolve(paragraph, words, null, null).state()).as("alone in the text").isEqualTo(AnchorState.EXACT);
        assertThat(Anchors.resolve("An enemy alliance will act; it said.", words, null, null).state()).as("others around it in its paragraph").isEqualTo(AnchorState.ORPHANED);
        assertThat(Anchors.resolve(paragraph + "\n" + paragraph, words, null, null).state()).isEqualTo(AnchorState.AMBIGUOUS);
    }

    @Test
    void wordsThatStandTwiceWithOtherWordsAroundAreAmbiguous() {
        TextQuoteSelector words = new TextQuoteSelector("They will act.", "said: ", " Nobody");

        assertThat(Anchors.resolve("She said: They will act. They will act. Nobody asked.", words, new TextPositionSelector(10, 24), null).state()).isEqualTo(AnchorState.AMBIGUOUS);
    }

    @Test
    void anAnchorWhoseHashContradictsItsWordsIsOrphaned() {
        TextQuoteSelector words = new TextQuoteSelector("will act", "", "");

        assertThat(Anchors.resolve(TEXT, words, null, Texts.sha256("will act")).state()).isEqualTo(AnchorState.EXACT);
        assertThat(Anchors.resolve(TEXT, words, null, Texts.sha256("will not act")).state()).isEqualTo(AnchorState.ORPHANED);
    }

    @Test
    void wordsThatAreNotHeldAreFoundByTheirHash() {
        TextPositionSelector position = new TextPositionSelector(42, 50);
        String hash = Texts.sha256("will act");

        assertThat(Anchors.resolve(TEXT, null, position, hash)).isEqualTo(new Resolution(AnchorState.EXACT, 42, 50, "will act"));
        assertThat(Anchors.resolve("New: " + TEXT, null, position, hash)).isEqualTo(new Resolution(AnchorState.EXACT, 47, 55, "will act"));
        assertThat(Anchors.resolve("short", null, position, hash).state()).isEqualTo(AnchorState.ORPHANED);
        assertThat(Anchors.resolve(TEXT, null, position, Texts.sha256("will sit")).state()).isEqualTo(AnchorState.ORPHANED);
        assertThat(Anchors.resolve(TEXT, null, position, "no hash").state()).isEqualTo(AnchorState.ORPHANED);
    }

    @Test
    void aHashThatFitsSeveralPlacesNeedsThePosition() {
        String hash = Texts.sha256("the alliance");

        assertThat(Anchors.resolve(TEXT, null, new TextPositionSelector(29, 41), hash).start()).isEqualTo(29);
        assertThat(Anchors.resolve(TEXT, null, new TextPositionSelector(0, 12), hash).state()).isEqualTo(AnchorState.AMBIGUOUS);
    }

    @Test
    void aPositionAloneProvesNothing() {
        assertThat(Anchors.resolve(TEXT, null, new TextPositionSelector(42, 50), null))
                .isEqualTo(new Resolution(AnchorState.UNVERIFIED, 42, 50, "will act"));
        assertThat(Anchors.resolve(TEXT, null, new TextPositionSelector(42, 900), null).state()).isEqualTo(AnchorState.ORPHANED);
        assertThat(Anchors.resolve(TEXT, null, null, null).state()).isEqualTo(AnchorState.UNVERIFIED);
    }

    @Test
    void withoutTheTextNobodyCanLook() {
        assertThat(Anchors.resolve(null, new TextQuoteSelector("will act", "", ""), new TextPositionSelector(42, 50), null).state())
                .isEqualTo(AnchorState.UNVERIFIED);
    }

    @Test
    void anAnchorIsMadeWithItsContextInCodePoints() {
        assertThat(Anchors.locate(TEXT, ": the", 3)).contains(
                new Location(new TextPositionSelector(4, 9), new TextQuoteSelector(": the", " 中文", " al")));
        assertThat(Anchors.locate(TEXT, "😀 中", 8)).get().extracting(place -> place.quote().prefix()).isEqualTo("");
        assertThat(Anchors.locate(TEXT, "nowhere", 8)).isEmpty();
        assertThat(Anchors.locate(TEXT, "", 8)).isEmpty();
        assertThat(Anchors.locateAll(TEXT, "中文", 1, 10)).extracting(place -> place.position().start()).containsExactly(2, 52);
        assertThat(Anchors.locate(TEXT, new TextPositionSelector(50, 90), 1)).isEmpty();
    }

    @Test
    void everyAnchorThatIsMadeIsFoundAgain() {
        for (long seed = 0; seed < 2_000; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.ofAtMost(80) + "end";
            int start = random.below(Texts.length(text));
            TextPositionSelector position = new TextPositionSelector(start, start + 1 + random.below(Texts.length(text) - start));
            Location made = Anchors.locate(text, position, random.below(12)).orElseThrow();

            Resolution found = Anchors.resolve(text, made.quote(), position, Texts.sha256(made.quote().exact()));
            Resolution byHash = Anchors.resolve(text, null, position, Texts.sha256(made.quote().exact()));

            assertThat(found).as("seed %d", seed)
                    .isEqualTo(new Resolution(AnchorState.EXACT, position.start(), position.end(), made.quote().exact()))
                    .isEqualTo(byHash);
            assertThat(Texts.slice(text, found.start(), found.end())).as("seed %d", seed).isEqualTo(made.quote().exact());
        }
    }

    @Test
    void anAnchorMovesWithTextThatIsPutInFrontOfIt() {
        for (long seed = 0; seed < 500; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.ofAtMost(40) + "unique words" + random.ofAtMost(40);
            Location made = Anchors.locate(text, "unique words", 8).orElseThrow();
            String head = random.ofAtMost(10) + "x";

            // The context may not reach back to where the new text was put.
            TextQuoteSelector quote = new TextQuoteSelector("unique words", "", made.quote().suffix());
            assertThat(Anchors.resolve(head + text, quote, made.position(), null).start()).as("seed %d", seed)
                    .isEqualTo(made.position().start() + Texts.length(head));
        }
    }
}
