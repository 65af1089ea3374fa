package org.demarche.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How words are read for searching, in the index and in plain Java alike. Only filters that OpenSearch's analysis-common has too, so
 * that an index there would give the same answers.
 *
 * <p>Chinese, Japanese and Korean writing has a term for each character and, at the same position, one for each pair of characters.
 */
public final class Words {

    private static final Analyzer STEMMED = new WordAnalyzer(true);
    private static final Analyzer AS_PRINTED = new WordAnalyzer(false);

    private Words() {
    }

    /** For words: 'sanctions' finds 'sanctioned'. May be shared by all threads; never to be closed. */
    public static Analyzer analyzer() {
        return STEMMED;
    }

    /** For phrases as printed: 'sanctions' finds only 'sanctions', though in any case and with any accents. */
    public static Analyzer exactAnalyzer() {
        return AS_PRINTED;
    }

    /**
     * What a query has to look for: one term for each position, the longest that begins there. Several terms mean an exact phrase: term
     * <i>i</i> at position <i>i</i>. Empty when the text holds nothing to look for, such as punctuation alone.
     */
    public static List<String> terms(String text) {
        return longest(STEMMED, text);
    }

    /** As {@link #terms}, in the reading of {@link #exactAnalyzer}. */
    public static List<String> exactTerms(String text) {
        return longest(AS_PRINTED, text);
    }

    /** A text as the index holds it, to compare with terms of a query in plain Java. */
    public static IndexedWords index(String text) {
        return new IndexedWords(positions(STEMMED, text));
    }

    /** As {@link #index}, in the reading of {@link #exactAnalyzer}. */
    public static IndexedWords indexExactly(String text) {
        return new IndexedWords(positions(AS_PRINTED, text));
    }

    private static List<String> longest(Analyzer analyzer, String text) {
        return positions(analyzer, text).stream().map(terms -> terms.get(terms.size() - 1)).toList();
    }

    /** The terms of each position; a pair of characters follows its first character. */
    private static List<List<String>> positions(Analyzer analyzer, String text) {
        List<List<String>> positions = new ArrayList<>();
        if (text == null) {
            return positions;
        }
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    positions.add(new ArrayList<>(2));
                }
                positions.get(positions.size() - 1).add(term.toString());
            }
            tokens.end();
        } catch (IOException fromAStringInMemory) {
            throw new UncheckedIOException(fromAStringInMemory);
        }
        return positions;
    }

    private static final class WordAnalyzer extends Analyzer {

        private final boolean stemmed;

        WordAnalyzer(boolean stemmed) {
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream tokens = new CJKWidthFilter(tokenizer);
            // Lower case for every script, and for Greek also without accents and with one sigma.
            tokens = new GreekLowerCaseFilter(tokens);
            tokens = new DecimalDigitFilter(tokens);
            tokens = new ArabicNormalizationFilter(tokens);
            tokens = new CJKBigramFilter(tokens, CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
                    | CJKBigramFilter.HANGUL, true);
            tokens = new ASCIIFoldingFilter(tokens);
            if (stemmed) {
                tokens = new PorterStemFilter(new EnglishPossessiveFilter(tokens));
            }
            return new TokenStreamComponents(tokenizer, tokens);
        }
    }
}
