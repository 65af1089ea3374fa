-- The file format of the data is H2's own; nothing needs to be set beyond the URL. This keeps the numbering of both databases alike.
create domain if not exists long_text as varchar(1048576);
