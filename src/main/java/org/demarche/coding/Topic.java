package org.demarche.coding;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** A concept of the code book. */
@Entity
@Table(name = "topic")
class Topic extends RootRow {
    String slug;
    String label;
    String definition;
    @Column(name = "parent_id")
    UUID parent;
    /** The topic that its slug leads to while it is retracted; null where it never was merged. */
    @Column(name = "merged_into_id")
    UUID mergedInto;
}
