with recursive number (value) as (select 1 union all select value + 1 from number)
select count(*) from number;
