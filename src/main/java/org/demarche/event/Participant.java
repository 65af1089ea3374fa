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

import org.hibernate.annotations.UuidGenerator;

/** An actor's part in an event. */
@Entity
@Table(name = "participant")
class Participant {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    int position;
    @Column(name = "actor_id")
    UUID actor;
    @ElementCollection
    @CollectionTable(name = "participant_role", joinColumns = @JoinColumn(name = "participant_id"))
    @OrderColumn(name = "position")
    @Column(name = "role")
    List<String> roles = new ArrayList<>();
}
