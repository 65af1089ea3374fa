package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.demarche.coding.CodingRecord;
import org.hibernate.annotations.UuidGenerator;

/** One scheme's reading of an item. */
@Entity
@Table(name = "coding")
class Coding {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    @Column(name = "item_id")
    UUID item;
    int position;
    String scheme;
    String type;
    String mode;
    Double score;
    Integer quad;
    @ElementCollection
    @CollectionTable(name = "coding_context", joinColumns = @JoinColumn(name = "coding_id"))
    @OrderColumn(name = "position")
    @Column(name = "context")
    List<String> contexts = new ArrayList<>();

    Coding() {
    }

    Coding(UUID item, CodingRecord record, int position) {
        this.item = item;
        this.position = position;
        scheme = record.scheme();
        type = record.type();
        mode = record.mode();
        score = record.score();
        quad = record.quad();
        contexts.addAll(record.contexts());
    }
}
