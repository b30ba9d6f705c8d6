create table line (value integer);
.import /dev/stdin line
select sum(value) from line where rowid > 1;
