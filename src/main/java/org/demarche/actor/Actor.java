package org.demarche.actor;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** Who acts or speaks. */
@Entity
@Table(name = "actor")
class Actor extends RootRow {
    String slug;
    String type;
    String name;
    @Column(name = "short_name")
    String shortName;
    String iso;
    String cameo;
    String sector;
    @Column(name = "existed_since")
    String existedSince;
    @Column(name = "existed_until")
    String existedUntil;
    @ElementCollection
    @CollectionTable(name = "actor_name", joinColumns = @JoinColumn(name = "actor_id"))
    @OrderColumn(name = "position")
    List<Name> names = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "actor_external_id", joinColumns = @JoinColumn(name = "actor_id"))
    @OrderColumn(name = "position")
    List<ExternalId> externalIds = new ArrayList<>();

    @Embeddable
    record Name(@Column(name = "name") String text, String language, String kind) {
    }

    @Embeddable
    record ExternalId(String scheme, @Column(name = "external_id") String externalId) {
    }
}
