package org.demarche.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One change to one record. Only ever added. */
@Entity
@Immutable
@Table(name = "revision")
class Revision {
    /** The form in which {@link #text} is written; a later form reads this one too. */
    static final int FORMAT = 1;

    @Id
    long number;
    @Enumerated(EnumType.STRING)
    @Column(name = "record_kind")
    RecordKind kind;
    @Column(name = "record_id")
    UUID record;
    int version;
    @Column(name = "recorded_at")
    Instant at;
    @Column(name = "recorded_by")
    String by;
    String reason;
    int format;
    /** The whole record after the change as JSON; null for a retraction. */
    @Column(name = "record_text")
    String text;
}
