-- Files that are brought in. No records: how a file was read is nobody's statement, and what came of it is told by the revisions.
create table import_run (
    id uuid primary key,
    name varchar(600) not null,
    format varchar(40) not null,
    state varchar(16) not null check (state in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'UNDOING', 'UNDONE')),
    run_after_check boolean not null,
    mapping long_text,
    unknown_names varchar(16) not null check (unknown_names in ('ASK', 'CREATE', 'LEAVE')),
    begun_at timestamp(3) with time zone not null,
    begun_by varchar(200) not null,
    ended_at timestamp(3) with time zone,
    file_size bigint not null,
    -- Null until all rows have been counted.
    rows_in_file bigint,
    -- 0: names are made, 1: rows are stored, 2: rows that waited for later ones are completed.
    stage integer not null,
    -- Rows of this stage that are done; while it is undone, batches that are left.
    place bigint not null,
    rows_new bigint not null,
    rows_changed bigint not null,
    rows_unchanged bigint not null,
    rows_in_conflict bigint not null,
    rows_refused bigint not null,
    records_kept bigint not null,
    failure varchar(4000)
);
create index import_run_begun on import_run (begun_at);

create table import_problem (
    import_id uuid not null references import_run (id),
    number integer not null,
    row_number bigint not null,
    column_name varchar(600),
    cell varchar(1000),
    reason varchar(4000) not null,
    conflict boolean not null,
    primary key (import_id, number)
);

-- Names in the rows that nobody has exactly, and what is decided of them.
create table import_name (
    import_id uuid not null references import_run (id),
    number integer not null,
    record_kind varchar(16) not null,
    name varchar(600) not null,
    choice varchar(16) not null check (choice in ('USE', 'CREATE', 'LEAVE', 'ASK')),
    -- Of the record that is meant, or that was made.
    slug varchar(100),
    -- What is to be made, as JSON.
    proposed long_text not null,
    -- Slugs of those with a name like it, with a blank between them.
    alike varchar(1000),
    found bigint not null,
    primary key (import_id, number)
);

-- Rows that name a later row, to be completed once that is there.
create table import_waiting (
    import_id uuid not null references import_run (id),
    row_number bigint not null,
    primary key (import_id, row_number)
);

-- The revisions of each batch.
create table import_batch (
    import_id uuid not null references import_run (id),
    number integer not null,
    first_revision bigint not null,
    last_revision bigint not null,
    primary key (import_id, number)
);

-- How columns under these names were read last time.
create table import_mapping (
    columns_hash varchar(64) primary key,
    mapping long_text not null,
    kept_at timestamp(3) with time zone not null
);
