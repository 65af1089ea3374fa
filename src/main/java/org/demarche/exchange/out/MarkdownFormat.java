package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.demarche.text.Texts;

/** A chronology in Markdown, with footnotes as GitHub and Pandoc read them: each stands below what it is of, so that nothing is held back. */
final class MarkdownFormat extends ExportFormat {
    /** Whatever could mean something in a line; a backslash in front of it makes it itself. */
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>~|&#^$@:]");
    /** What means something where a line begins. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:([-+=])|(\\d{1,9})([.)]))");

    MarkdownFormat() {
        super("markdown", "md", "text/markdown; charset=UTF-8", "Chronology, Markdown",
                "Days as headings, who spoke for whom, the printed words, to and about whom, each with its source as a footnote. No codes.");
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        boolean byDate = export.query().sort().endsWith("date");
        writer.write("# " + line(export.provenance().title()) + "\n");
        if (export.introduction() != null) {
            writer.write("\n" + lines(export.introduction(), "") + "\n");
        }
        var entries = new Entries(writer);
        export.each(items -> {
            for (var item : items) {
                entries.add(ChronicleEntry.of(item, byDate));
            }
        });
        writer.write("\n---\n\n## About this chronology\n\n");
        for (var line : export.provenance().lines(export.rows()).entrySet()) {
            writer.write("- " + line(line.getKey()) + ": " + line(line.getValue()) + "\n");
        }
        writer.flush();
    }

    private static final class Entries {
        private final Writer out;
        private String day;
        private int note;

        Entries(Writer out) {
            this.out = out;
        }

        void add(ChronicleEntry entry) throws IOException {
            if (entry.day() != null && !entry.day().equals(day)) {
                day = entry.day();
                out.write("\n## " + line(day) + "\n");
            }
            var mark = entry.note() == null ? "" : "[^" + ++note + "]";
            out.write("\n**" + line(entry.who()) + "**" + mark + "\n");
            if (entry.words() != null) {
                out.write("\n> " + lines(entry.words(), "> ") + "\n");
            } else if (entry.summary() != null) {
                out.write("\n" + lines(entry.summary(), "") + "\n");
            }
            if (!entry.about().isEmpty()) {
                out.write("\n" + line(entry.about()) + "\n");
            }
            if (entry.note() != null) {
                out.write("\n[^" + note + "]: " + line(entry.note()) + "\n");
            }
        }
    }

    /** A text as one line, each character of it itself. */
    static String line(String text) {
        var marked = MARKS.matcher(Texts.oneLine(text)).replaceAll("\\\\$0");
        var begins = BEGINNING.matcher(marked);
        return begins.find() ? begins.group(1) != null ? "\\" + marked : begins.group(2) + "\\" + marked.substring(begins.end(2)) : marked;
    }

    /** A text that keeps its lines, but not the blanks around them. */
    private static String lines(String text, String before) {
        var all = new StringBuilder();
        boolean paragraph = true;
        for (var given : text.strip().split("\n")) {
            var line = line(given);
            if (line.isEmpty()) {
                paragraph = true;
                continue;
            }
            all.append(all.isEmpty() ? "" : paragraph ? "\n" + before.stripTrailing() + "\n" + before : "\\\n" + before).append(line);
            paragraph = false;
        }
        return all.toString();
    }
}
