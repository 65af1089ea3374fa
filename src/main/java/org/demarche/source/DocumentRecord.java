package org.demarche.source;

import java.util.UUID;

import org.demarche.history.RootRecord;

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

    @Override
    public String heading() {
        return title != null ? title : agency != null ? "Document of " + agency : "Document of " + source;
    }

    @Override
    public String page() {
        return "/documents/" + id;
    }
}
