package org.demarche.history;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A slug that a record has or had. */
@Entity
@Table(name = "slug")
class Slug {
    @EmbeddedId
    Key key;
    @Column(name = "record_id")
    UUID record;

    @Embeddable
    record Key(@Enumerated(EnumType.STRING) @Column(name = "record_kind") RecordKind kind, @Column(name = "slug") String slug) {
    }

    Slug() {
    }

    Slug(Key key, UUID record) {
        this.key = key;
        this.record = record;
    }
}
