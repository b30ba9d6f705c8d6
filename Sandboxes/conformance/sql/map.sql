create table line (word);
.import /dev/stdin line
create table counted as select word, count(*) as times from line group by word;
select count(*) from counted;
select times from counted where word = 'judge';
