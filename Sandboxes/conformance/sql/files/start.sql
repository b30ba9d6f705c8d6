.read greeting.sql
select text || ', World!' from greeting;
