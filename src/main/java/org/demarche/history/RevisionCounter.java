package org.demarche.history;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock gives revisions their numbers in the order of the commits. */
@Entity
@Table(name = "revision_counter")
class RevisionCounter {
    @Id
    int id;
    @Column(name = "last_number")
    long last;
    @Column(name = "last_recorded_at")
    Instant lastAt;
}
