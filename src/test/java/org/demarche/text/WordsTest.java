package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "sanctions, The country was sanctioned", "SECURITY, security", "Turkiye, Türkiye’s", "strasse, Straße", "путин, ПУТИН", "λογος, ΛΌΓΟΣ",
        "東京, 東京都で", "京, 東京都", "대한, 대한민국", "ネット, インターネット", "ﾈｯﾄ, インターネット", "العربيه, العَرَبِيَّة", "2023, ٢٠٢٣", "שלום, שלום עולם",
        "ＮＡＴＯ, NATO", "asia-pacific, the Asia Pacific region", "leader, the leader's", "u.s., the U.S.-led alliance"
    })
    void aWordFindsItsOtherSpellings(String word, String text) {
        assertThat(Words.index(text).containsPhrase(Words.terms(word))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"都京, 東京都", "京都, 東京 都", "asia-pacific, the Pacific and Asia", "cat, concatenate"})
    void aWordOfSeveralTermsIsAPhrase(String word, String text) {
        assertThat(Words.index(text).containsPhrase(Words.terms(word))).isFalse();
    }

    @Test
    void phrasesAreTakenAsPrintedWithoutStemming() {
        IndexedWords text = Words.indexExactly("The Minister's Sanctions on Türkiye");

        assertThat(text.containsPhrase(Words.exactTerms("sanctions on turkiye"))).isTrue();
        assertThat(text.containsPhrase(Words.exactTerms("sanction on turkiye"))).isFalse();
        assertThat(text.containsPhrase(Words.exactTerms("minister"))).isFalse();
    }

    @Test
    void punctuationHoldsNothingToLookFor() {
        assertThat(Words.terms("… – !!")).isEmpty();
        assertThat(Words.terms(null)).isEmpty();
        assertThat(Words.index("anything").containsPhrase(List.of())).isTrue();
    }

    @Test
    void allWordsMayStandInAnyOrder() {
        assertThat(Words.index("talks on security").containsAll(List.of(Words.terms("security"), Words.terms("talk")))).isTrue();
        assertThat(Words.index("talks on security").containsAll(List.of(Words.terms("security"), Words.terms("war")))).isFalse();
    }

    @Test
    void theIndexAnswersAsPlainJavaDoes() throws Exception {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            List<String> texts = randomTexts(300);
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField("words", text, Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (long seed = 0; seed < 500; seed++) {
                    List<String> terms = Words.terms(new RandomText(seed).ofAtMost(4));
                    if (!terms.isEmpty()) {
                        int hits = searcher.count(new PhraseQuery("words", terms.toArray(String[]::new)));

                        assertThat((long) hits).as("seed %d: %s", seed, terms)
                                .isEqualTo(texts.stream().filter(text -> Words.index(text).containsPhrase(terms)).count());
                    }
                }
            }
        }
    }

    @Test
    void everyPartOfATextThatIsCutAtSpacesIsFoundInIt() {
        for (long seed = 0; seed < 1_000; seed++) {
            String text = new RandomText(seed).ofAtMost(40);
            for (String word : text.split("\\s+")) {
                assertThat(Words.indexExactly(text).containsPhrase(Words.exactTerms(word))).as("seed %d: %s", seed, word).isTrue();
            }
        }
    }

    private static List<String> randomTexts(int count) {
        return LongStream.range(10_000, 10_000 + count).mapToObj(seed -> new RandomText(seed).ofAtMost(30)).toList();
    }
}
