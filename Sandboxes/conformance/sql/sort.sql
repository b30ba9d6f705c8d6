create table line (value integer);
.import /dev/stdin line
select value from line where rowid > 1 order by value;
