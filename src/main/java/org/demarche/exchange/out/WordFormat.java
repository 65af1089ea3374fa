package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A chronology as a Word document with real footnotes. Word keeps them in a part of their own, which is held back while the text is
 * written; libraries keep the whole document in memory.
 */
final class WordFormat extends ExportFormat {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
            <Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """;
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """;
    private static final String DOCUMENT_RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>\
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>
            """;
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/>\
            <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>\
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
            """;
    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>\
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Yu Gothic" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
            <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="Who"><w:name w:val="Who"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepLines/><w:ind w:left="454" w:right="454"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="About"><w:name w:val="To and about"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595550"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>\
            <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>
            """;

    WordFormat() {
        super("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Chronology, Word",
                "Days as headings, who spoke for whom, the printed words, to and about whom, each with its source as a footnote. No codes.");
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        var parts = new ZipParts(out);
        parts.add("[Content_Types].xml", TYPES);
        parts.add("_rels/.rels", RELATIONS);
        parts.add("word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
        parts.add("word/settings.xml", SETTINGS);
        parts.add("word/styles.xml", STYLES);
        try (var held = new Spool()) {
            var notes = new Xml(held);
            beginNotes(notes);
            parts.add("word/document.xml", part -> document(new Xml(part), notes, export));
            notes.end().flush();
            parts.add("word/footnotes.xml", held::writeTo);
        }
        parts.add("docProps/core.xml", part -> properties(new Xml(part), export));
        parts.finish();
    }

    private static void document(Xml document, Xml notes, Export export) throws IOException {
        boolean byDate = export.query().sort().endsWith("date");
        document.begin("w:document", "xmlns:w", NAMESPACE).begin("w:body");
        paragraph(document, "Title", export.provenance().title(), null, 0);
        if (export.introduction() != null) {
            paragraph(document, null, export.introduction(), null, 0);
        }
        var entries = new Entries(document, notes);
        export.each(items -> {
            for (var item : items) {
                entries.add(ChronicleEntry.of(item, byDate));
            }
        });
        paragraph(document, "Heading1", "About this chronology", null, 0);
        for (var line : export.provenance().lines(export.rows()).entrySet()) {
            paragraph(document, null, line.getKey() + ": " + line.getValue(), null, 0);
        }
        document.begin("w:sectPr").empty("w:pgSz", "w:w", "11906", "w:h", "16838")
                .empty("w:pgMar", "w:top", "1134", "w:right", "1134", "w:bottom", "1134", "w:left", "1134", "w:header", "567", "w:footer", "567", "w:gutter", "0").end();
        document.end().end().flush();
    }

    private static final class Entries {
        private final Xml document;
        private final Xml notes;
        private String day;
        private int note;

        Entries(Xml document, Xml notes) {
            this.document = document;
            this.notes = notes;
        }

        void add(ChronicleEntry entry) throws IOException {
            if (entry.day() != null && !entry.day().equals(day)) {
                day = entry.day();
                paragraph(document, "Heading1", day, null, 0);
            }
            paragraph(document, "Who", entry.who(), null, entry.note() == null ? 0 : ++note);
            if (entry.words() != null) {
                paragraph(document, "Quote", entry.words(), entry.language(), 0);
            } else if (entry.summary() != null) {
                paragraph(document, null, entry.summary(), null, 0);
            }
            if (!entry.about().isEmpty()) {
                paragraph(document, "About", entry.about(), null, 0);
            }
            if (entry.note() != null) {
                note(notes, note, entry.note());
            }
        }
    }

    /**
     * @param style null for the plain one
     * @param language of the text, null where it is ours or unknown
     * @param note the number of the footnote behind it, 0 for none
     */
    private static void paragraph(Xml xml, String style, String text, String language, int note) throws IOException {
        boolean reversed = Script.isRightToLeft(text, language);
        xml.begin("w:p");
        if (style != null || reversed) {
            xml.begin("w:pPr");
            if (style != null) {
                xml.empty("w:pStyle", "w:val", style);
            }
            if (reversed) {
                xml.empty("w:bidi");
            }
            xml.end();
        }
        run(xml, text, language, reversed);
        if (note > 0) {
            xml.begin("w:r").begin("w:rPr").empty("w:rStyle", "w:val", "FootnoteReference").end().empty("w:footnoteReference", "w:id", String.valueOf(note)).end();
        }
        xml.end();
    }

    private static void run(Xml xml, String text, String language, boolean reversed) throws IOException {
        xml.begin("w:r");
        if (language != null || reversed) {
            xml.begin("w:rPr");
            if (reversed) {
                xml.empty("w:rtl");
            }
            if (language != null) {
                xml.empty("w:lang", "w:val", language, "w:eastAsia", language, "w:bidi", language);
            }
            xml.end();
        }
        var lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                xml.empty("w:br");
            }
            var pieces = lines[line].split("\t", -1);
            for (int piece = 0; piece < pieces.length; piece++) {
                if (piece > 0) {
                    xml.empty("w:tab");
                }
                if (!pieces[piece].isEmpty()) {
                    xml.element("w:t", pieces[piece], "xml:space", "preserve");
                }
            }
        }
        xml.end();
    }

    private static void beginNotes(Xml notes) throws IOException {
        notes.begin("w:footnotes", "xmlns:w", NAMESPACE);
        notes.begin("w:footnote", "w:type", "separator", "w:id", "-1").begin("w:p").begin("w:r").empty("w:separator").end().end().end();
        notes.begin("w:footnote", "w:type", "continuationSeparator", "w:id", "0").begin("w:p").begin("w:r").empty("w:continuationSeparator").end().end().end();
    }

    private static void note(Xml notes, int number, String text) throws IOException {
        notes.begin("w:footnote", "w:id", String.valueOf(number)).begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "FootnoteText").end();
        notes.begin("w:r").begin("w:rPr").empty("w:rStyle", "w:val", "FootnoteReference").end().empty("w:footnoteRef").end();
        run(notes, " " + text, null, false);
        notes.end().end();
    }

    private static void properties(Xml xml, Export export) throws IOException {
        var provenance = export.provenance();
        xml.begin("cp:coreProperties", "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.element("dc:title", provenance.title()).element("dc:creator", provenance.program()).element("dc:identifier", "sha256:" + export.rows().sha256());
        xml.element("dcterms:created", provenance.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(), "xsi:type", "dcterms:W3CDTF").end().flush();
    }
}
