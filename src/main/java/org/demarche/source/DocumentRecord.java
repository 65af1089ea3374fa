package org.demarche.source;

import java.util.UUID;
import java.util.stream.Stream;

import org.demarche.history.RootRecord;
import org.demarche.text.Texts;

/**
 * One text of a publisher.
 *
 * @param source the publisher's slug
 * @param agency who wrote it, where that is not the publisher
 * @param published EDTF, null where unknown
 * @param retrieved EDTF
 * @param language BCP 47
 * @param sha256 of the text in its normal form, hexadecimal; follows from the text where that is held
 * @param text in its normal form, null where it is not held
 */
public record DocumentRecord(UUID id, Integer version, String source, String agency, String title, String url, String archivedUrl,
                             String published, String retrieved, String language, String sha256, String text, String reason) implements RootRecord {
    @Override
    public DocumentRecord identified(UUID id, Integer version) {
        return new DocumentRecord(id, version, source, agency, title, url, archivedUrl, published, retrieved, language, sha256, text, reason);
    }

    /**
     * With another text and the hash that follows from it. Without one it keeps the hash, which tells whether a text that arrives later is the same.
     * Where a text with the hash that is known differs only in the blank lines around it, as pasted ones do, it is that one.
     *
     * @param text as it was pasted, null to take the present one away
     */
    DocumentRecord withText(String text) {
        var normal = Texts.normalise(text);
        var meant = normal == null ? null : Stream.of(normal, normal.strip(), normal.strip() + "\n").filter(spelling -> Texts.sha256(spelling).equals(sha256)).findFirst().orElse(normal);
        return new DocumentRecord(id, version, source, agency, title, url, archivedUrl, published, retrieved, language, sha256, meant, null);
    }

    @Override
    public String heading() {
        return title != null ? title : agency != null ? "Document of " + agency : "Document of " + source;
    }

    @Override
    public String page() {
        return "/documents/" + id;
    }
}
