create table block as select repeat('x', 1048576) as content, number from range(1000000000) as numbers (number);
