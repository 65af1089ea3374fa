package org.demarche.exchange.in.engine;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that is brought in: how it is read and how far it is. */
@Entity
@Table(name = "import_run")
class ImportRun {
    static final int NAMES = 0;
    static final int ROWS = 1;
    static final int WAITING = 2;

    @Id
    UUID id;
    String name;
    String format;
    @Enumerated(EnumType.STRING)
    ImportState state;
    @Column(name = "run_after_check")
    boolean runAfterCheck;
    String mapping;
    @Enumerated(EnumType.STRING)
    @Column(name = "unknown_names")
    UnknownNames unknownNames;
    @Column(name = "begun_at")
    Instant begunAt;
    @Column(name = "begun_by")
    String begunBy;
    @Column(name = "ended_at")
    Instant endedAt;
    @Column(name = "file_size")
    long fileSize;
    @Column(name = "rows_in_file")
    Long rowsInFile;
    int stage;
    long place;
    @Column(name = "rows_new")
    long rowsNew;
    @Column(name = "rows_changed")
    long rowsChanged;
    @Column(name = "rows_unchanged")
    long rowsUnchanged;
    @Column(name = "rows_in_conflict")
    long rowsInConflict;
    @Column(name = "rows_refused")
    long rowsRefused;
    @Column(name = "records_kept")
    long recordsKept;
    String failure;
}
