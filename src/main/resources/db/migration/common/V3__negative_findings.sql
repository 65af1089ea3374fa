-- That somebody looked for a reaction to an event and found none. Who and when is told by the revision.
create table negative_finding (
    id uuid primary key,
    version integer not null,
    retracted boolean not null,
    event_id uuid not null references event (id),
    actor_id uuid not null references actor (id),
    looked varchar(2000) not null,
    note varchar(10000)
);
create index negative_finding_event on negative_finding (event_id);
create index negative_finding_actor on negative_finding (actor_id);
