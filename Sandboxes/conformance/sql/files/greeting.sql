create table greeting (text varchar(20));
insert into greeting values ('Hello');
