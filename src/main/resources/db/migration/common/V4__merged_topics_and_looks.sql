-- The topic into which a retracted one was merged: its slug leads there while it is retracted.
alter table topic add column merged_into_id uuid references topic (id);
create index topic_merged_into on topic (merged_into_id);

-- Up to which change a person has seen a collection. No record: who has looked at what is nobody else's concern, and has no history.
create table collection_look (
    person varchar(200) not null,
    collection_id uuid not null references collection (id),
    seen bigint not null,
    seen_before bigint,
    looked_at timestamp(3) with time zone not null,
    primary key (person, collection_id)
);
create index collection_look_collection on collection_look (collection_id);
