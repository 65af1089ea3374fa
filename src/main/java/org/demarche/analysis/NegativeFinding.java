package org.demarche.analysis;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** That somebody looked for an actor's reaction to an event and found none. */
@Entity
@Table(name = "negative_finding")
class NegativeFinding extends RootRow {
    @Column(name = "event_id")
    UUID event;
    @Column(name = "actor_id")
    UUID actor;
    String looked;
    String note;
}
