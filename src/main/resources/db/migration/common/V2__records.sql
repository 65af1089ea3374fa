-- Every record of the domain. Texts are twice as wide as they may be long: H2 counts a character beyond the Basic Multilingual Plane as two.
-- Texts are limited in characters; H2 counts a character beyond the first plane as two, so columns are twice as wide.
-- Days are day numbers since 1970-01-01; the smallest and the largest bigint stand for the infinities.

create table revision_counter (
    id integer primary key check (id = 1),
    last_number bigint not null,
    last_recorded_at timestamp(3) with time zone
);
insert into revision_counter (id, last_number) values (1, 0);

create table revision (
    number bigint primary key,
    record_kind varchar(16) not null,
    record_id uuid not null,
    version integer not null,
    recorded_at timestamp(3) with time zone not null,
    recorded_by varchar(200) not null,
    reason varchar(2000),
    format integer not null,
    record_text long_text,
    -- The id before the kind: H2 finds a list of ids only by the first column of an index, and else reads all records of the kind.
    constraint revision_version unique (record_id, record_kind, version)
);

create table slug (
    record_kind varchar(16) not null,
    slug varchar(100) not null,
    record_id uuid not null,
    primary key (slug, record_kind)
);
create index slug_record on slug (record_id);

create table source (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    slug varchar(100) not null unique,
    name varchar(600) not null,
    reliability varchar(1) check (reliability in ('A', 'B', 'C', 'D', 'E', 'F'))
);
create index source_name on source (name);

create table document (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    source_id uuid not null references source (id),
    agency varchar(600),
    title varchar(2000),
    url varchar(4000),
    archived_url varchar(4000),
    published varchar(255),
    published_first bigint,
    published_last bigint,
    retrieved varchar(255),
    language varchar(35),
    sha256 varchar(64),
    document_text long_text
);
create index document_source on document (source_id);
create index document_url on document (url);

create table actor (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    slug varchar(100) not null unique,
    type varchar(16) not null check (type in ('PERSON', 'STATE', 'ORGANIZATION', 'IGO', 'BLOC', 'COLLECTIVE')),
    name varchar(600) not null,
    short_name varchar(600),
    iso varchar(2),
    cameo varchar(30),
    sector varchar(3),
    existed_since varchar(255),
    existed_until varchar(255)
);
create index actor_name_order on actor (name);

create table actor_name (
    actor_id uuid not null references actor (id),
    position integer not null,
    name varchar(600) not null,
    language varchar(35),
    kind varchar(16) not null check (kind in ('NAME', 'TRANSLITERATION', 'ACRONYM', 'METONYM', 'DESCRIPTION')),
    primary key (actor_id, position)
);
create index actor_name_name on actor_name (name);

create table actor_external_id (
    actor_id uuid not null references actor (id),
    position integer not null,
    scheme varchar(50) not null,
    external_id varchar(600) not null,
    primary key (actor_id, position)
);
create index actor_external_id_id on actor_external_id (scheme, external_id);

create table topic (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    slug varchar(100) not null unique,
    label varchar(600) not null,
    definition varchar(10000),
    parent_id uuid references topic (id)
);
create index topic_parent on topic (parent_id);

create table collection (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    slug varchar(100) not null unique,
    title varchar(2000) not null,
    introduction varchar(10000),
    query varchar(10000) not null
);

-- Where a fact stands: of an affiliation, an event, a link or (as a rendering) a statement.
create table citation (
    id uuid primary key,
    document_id uuid not null references document (id),
    attests varchar(255)
);
create index citation_document on citation (document_id);

create table anchor (
    citation_id uuid not null references citation (id),
    position integer not null,
    part varchar(8) not null check (part in ('WHOLE', 'QUOTE')),
    first_point integer,
    last_point integer,
    exact varchar(200000),
    prefix varchar(2000),
    suffix varchar(2000),
    sha256 varchar(64),
    state varchar(16) not null check (state in ('EXACT', 'AMBIGUOUS', 'ORPHANED', 'UNVERIFIED')),
    primary key (citation_id, position)
);

create table affiliation (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    member_id uuid not null references actor (id),
    whole_id uuid not null references actor (id),
    kind varchar(16) not null check (kind in ('OCCUPANCY', 'MEMBERSHIP', 'PART_OF', 'PARTNERSHIP', 'SUCCESSOR')),
    role varchar(600),
    level varchar(16) check (level in ('HEAD', 'MINISTER', 'SENIOR', 'SPOKESPERSON', 'MISSION', 'MEDIA')),
    since varchar(255),
    until varchar(255),
    start_first bigint not null,
    start_last bigint not null,
    end_first bigint not null,
    end_last bigint not null,
    speaks boolean not null,
    speaks_until varchar(255),
    contested boolean not null,
    basis varchar(20),
    note varchar(10000)
);
create index affiliation_member on affiliation (member_id);
create index affiliation_whole on affiliation (whole_id);

create table affiliation_citation (
    affiliation_id uuid not null references affiliation (id),
    position integer not null,
    citation_id uuid not null unique references citation (id),
    primary key (affiliation_id, position)
);

-- Statements and events share one id space.
create table item (
    id uuid primary key,
    kind varchar(16) not null check (kind in ('STATEMENT', 'EVENT')),
    version integer not null,
    retracted boolean not null,
    edtf varchar(255) not null,
    start_first bigint not null,
    start_last bigint not null,
    end_first bigint not null,
    end_last bigint not null,
    date_basis varchar(20) not null check (date_basis in ('EXPLICIT', 'EXPLICIT_RELATIVE', 'DERIVED', 'INFERRED', 'EXTERNAL')),
    time_of_day varchar(20)
);
create index item_days on item (start_first, end_last);

create table item_topic (
    item_id uuid not null references item (id),
    position integer not null,
    topic_id uuid not null references topic (id),
    primary key (item_id, position)
);
create index item_topic_topic on item_topic (topic_id);

create table coding (
    id uuid primary key,
    item_id uuid not null references item (id),
    position integer not null,
    scheme varchar(50) not null,
    type varchar(50),
    mode varchar(50),
    score double precision,
    quad integer check (quad between 0 and 4),
    constraint coding_scheme unique (item_id, scheme)
);
create index coding_type on coding (scheme, type);

create table coding_context (
    coding_id uuid not null references coding (id),
    position integer not null,
    context varchar(50) not null,
    primary key (coding_id, position)
);

create table link (
    id uuid primary key,
    from_id uuid not null references item (id),
    position integer not null,
    to_id uuid not null references item (id),
    kind varchar(16) not null check (kind in ('RESPONDS_TO', 'REBUTS', 'SUPPORTS', 'REPEATS', 'CLARIFIES', 'RETRACTS', 'CONTRADICTS', 'AFTER')),
    basis varchar(16) not null check (basis in ('STATED', 'INFERRED', 'EXTERNAL')),
    constraint link_once unique (from_id, to_id, kind),
    constraint link_apart check (from_id <> to_id)
);
create index link_to on link (to_id);

create table link_citation (
    link_id uuid not null references link (id),
    position integer not null,
    citation_id uuid not null unique references citation (id),
    primary key (link_id, position)
);

create table event (
    id uuid primary key references item (id),
    kind varchar(20) not null check (kind in ('VISIT', 'TOUR', 'MEETING', 'SUMMIT', 'PRESS_CONFERENCE', 'MILITARY', 'SANCTION', 'AGREEMENT', 'ELECTION',
        'VOTE', 'PROTEST', 'LEGAL', 'AID', 'PROCESS', 'OTHER')),
    title varchar(2000) not null,
    status varchar(16) not null check (status in ('PLANNED', 'HELD', 'POSTPONED', 'CANCELLED')),
    place_name varchar(600),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    parent_id uuid references event (id)
);
create index event_parent on event (parent_id);

create table event_country (
    event_id uuid not null references event (id),
    position integer not null,
    country varchar(2) not null,
    primary key (event_id, position)
);

create table participant (
    id uuid primary key,
    event_id uuid not null references event (id),
    position integer not null,
    actor_id uuid not null references actor (id),
    constraint participant_once unique (event_id, actor_id)
);
create index participant_actor on participant (actor_id);

create table participant_role (
    participant_id uuid not null references participant (id),
    position integer not null,
    role varchar(16) not null check (role in ('ACTOR', 'RECIPIENT', 'HOST', 'VISITOR', 'CHAIR', 'CONVENER', 'MEMBER')),
    primary key (participant_id, position)
);

create table event_citation (
    event_id uuid not null references event (id),
    position integer not null,
    citation_id uuid not null unique references citation (id),
    primary key (event_id, position)
);

create table statement (
    id uuid primary key references item (id),
    summary varchar(10000),
    event_id uuid references event (id),
    instrument varchar(20) check (instrument in ('BRIEFING', 'READOUT', 'JOINT_STATEMENT', 'SPEECH', 'INTERVIEW', 'REMARKS', 'PRESS_RELEASE', 'LETTER',
        'POST', 'OTHER'))
);
create index statement_event on statement (event_id);

create table speaker (
    id uuid primary key,
    statement_id uuid not null references statement (id),
    position integer not null,
    actor_id uuid references actor (id),
    description varchar(600),
    capacity varchar(600),
    affiliation_id uuid references affiliation (id),
    overridden boolean not null,
    constraint speaker_somebody check (actor_id is not null or description is not null)
);
create index speaker_statement on speaker (statement_id);
create index speaker_actor on speaker (actor_id);
create index speaker_affiliation on speaker (affiliation_id);

create table speaker_behalf (
    speaker_id uuid not null references speaker (id),
    position integer not null,
    actor_id uuid not null references actor (id),
    primary key (speaker_id, position)
);
create index speaker_behalf_actor on speaker_behalf (actor_id);

create table addressee (
    statement_id uuid not null references statement (id),
    position integer not null,
    actor_id uuid not null references actor (id),
    primary key (statement_id, position)
);
create index addressee_actor on addressee (actor_id);

create table target (
    statement_id uuid not null references statement (id),
    position integer not null,
    actor_id uuid not null references actor (id),
    primary key (statement_id, position)
);
create index target_actor on target (actor_id);

create table stance (
    statement_id uuid not null references statement (id),
    position integer not null,
    holder_id uuid references actor (id),
    toward_actor_id uuid references actor (id),
    toward_topic_id uuid references topic (id),
    stance_value integer not null check (stance_value between -2 and 2),
    primary key (statement_id, position),
    constraint stance_toward check ((toward_actor_id is null and toward_topic_id is not null) or (toward_actor_id is not null and toward_topic_id is null))
);
create index stance_holder on stance (holder_id);
create index stance_actor on stance (toward_actor_id);
create index stance_topic on stance (toward_topic_id);

create table rendering (
    id uuid primary key,
    statement_id uuid not null references statement (id),
    position integer not null,
    citation_id uuid not null unique references citation (id),
    mode varchar(16) not null check (mode in ('VERBATIM', 'MIXED', 'INDIRECT')),
    words varchar(200000),
    language varchar(35),
    original_language varchar(35),
    preferred boolean not null,
    via_id uuid references actor (id),
    credibility integer check (credibility between 1 and 6)
);
create index rendering_statement on rendering (statement_id);
create index rendering_via on rendering (via_id);
