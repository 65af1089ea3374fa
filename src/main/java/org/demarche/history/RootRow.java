package org.demarche.history;

import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What every root has in its table. */
@MappedSuperclass
public abstract class RootRow {
    @Id
    public UUID id;
    public int version;
    public boolean retracted;
}
