package org.demarche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.hibernate.annotations.UuidGenerator;

/** Where a fact stands: a row that affiliations, events, links and renderings own. */
@Entity
@Table(name = "citation")
public class Citation {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    @Column(name = "document_id")
    UUID document;
    String attests;
    @ElementCollection
    @CollectionTable(name = "anchor", joinColumns = @JoinColumn(name = "citation_id"))
    @OrderColumn(name = "position")
    List<Anchor> anchors = new ArrayList<>();

    Citation() {
    }

    /** @param record checked */
    public Citation(CitationRecord record) {
        document = record.document();
        attests = record.date();
        record.anchors().forEach(anchor -> anchors.add(new Anchor(anchor)));
    }

    @Embeddable
    static class Anchor {
        String part;
        @Column(name = "first_point")
        Integer start;
        @Column(name = "last_point")
        Integer end;
        String exact;
        String prefix;
        String suffix;
        String sha256;
        String state;

        Anchor() {
        }

        Anchor(AnchorRecord record) {
            part = record.part();
            start = record.start();
            end = record.end();
            exact = record.exact();
            prefix = record.prefix();
            suffix = record.suffix();
            sha256 = record.sha256();
            state = record.state();
        }
    }
}
