create table line as
    select unnest(string_split(trim(content, chr(10)), chr(10))) as text from read_text('/dev/stdin');
select count(*) from line;
select last(text) from line;
