package org.demarche.statement;

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

import org.hibernate.annotations.UuidGenerator;

/** One of those who made a statement, and on whose behalf. */
@Entity
@Table(name = "speaker")
class Speaker {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    int position;
    @Column(name = "actor_id")
    UUID actor;
    String description;
    @Column(name = "capacity")
    String role;
    @Column(name = "affiliation_id")
    UUID affiliation;
    boolean overridden;
    @ElementCollection
    @CollectionTable(name = "speaker_behalf", joinColumns = @JoinColumn(name = "speaker_id"))
    @OrderColumn(name = "position")
    @Column(name = "actor_id")
    List<UUID> behalf = new ArrayList<>();
}
