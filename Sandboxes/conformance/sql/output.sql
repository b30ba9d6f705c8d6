with recursive number (value) as (select 1 union all select value + 1 from number limit 100000)
select printf('%.99c', 'x') from number;
