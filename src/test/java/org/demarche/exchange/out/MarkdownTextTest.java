package org.demarche.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.demarche.text.Texts;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    private final Parser parser = Parser.builder().extensions(List.of(FootnotesExtension.create())).build();

    @Test
    void everyCharacterOfALineIsItself() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int time = 0; time < 5_000; time++) {
            var text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(5); pieces > 0; pieces--) {
                text.append(ExportedItems.HOSTILE.get(random.nextInt(ExportedItems.HOSTILE.size()))).append(random.nextBoolean() ? " " : "");
            }
            var meant = Texts.oneLine(text.toString());
            assertThat(read(MarkdownFormat.line(text.toString()))).as("seed %s, time %s", seed, time).isEqualTo(meant);
        }
    }

    /** The text of what is one paragraph and nothing else; nothing at all where there is no text. */
    private String read(String markdown) {
        var kinds = new ArrayList<Class<?>>();
        var text = new StringBuilder();
        collect(parser.parse(markdown), kinds, text);
        assertThat(kinds).as(markdown).isSubsetOf(Document.class, Paragraph.class, Text.class);
        return text.toString();
    }

    private static void collect(Node node, List<Class<?>> kinds, StringBuilder text) {
        kinds.add(node.getClass());
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            protected void visitChildren(Node parent) {
                // each is visited below
            }
        });
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, kinds, text);
        }
    }
}
