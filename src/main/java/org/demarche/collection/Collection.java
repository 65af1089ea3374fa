package org.demarche.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** A curated timeline. */
@Entity
@Table(name = "collection")
class Collection extends RootRow {
    String slug;
    String title;
    String introduction;
    String query;
}
