package org.demarche.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;

/** A publisher. */
@Entity
@Table(name = "source")
class Source extends RootRow {
    String slug;
    String name;
    String reliability;
}
