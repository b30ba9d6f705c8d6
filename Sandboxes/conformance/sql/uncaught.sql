create table amount (value integer check (value >= 0));
insert into amount values (-1);
