create table block (content blob);
with recursive number (value) as (select 1 union all select value + 1 from number)
insert into block select printf('%.1048576c', 'x') from number;
