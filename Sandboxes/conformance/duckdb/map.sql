create table counted as
    select word, count(*) as times from read_csv('/dev/stdin', header = false, columns = {word: 'varchar'}) group by word;
select count(*) from counted;
select times from counted where word = 'judge';
