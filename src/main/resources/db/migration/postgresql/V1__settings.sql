-- PostgreSQL keeps long texts in one type whatever their length.
create domain long_text as text;
