create table line (text);
.separator "\t"
.import /dev/stdin line
select count(*) from line;
select text from line order by rowid desc limit 1;
