package org.demarche.source;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** One text of a publisher. */
@Entity
@Table(name = "document")
class Document extends RootRow {
    @Column(name = "source_id")
    UUID source;
    String agency;
    String title;
    String url;
    @Column(name = "archived_url")
    String archivedUrl;
    String published;
    /** Day number; null where the date of publication is unknown or its bound infinite. */
    @Column(name = "published_first")
    Long publishedFirst;
    @Column(name = "published_last")
    Long publishedLast;
    String retrieved;
    String language;
    String sha256;
    @Column(name = "document_text")
    String text;
}
