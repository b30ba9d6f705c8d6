local count(n) = count(n + 1) tailstrict;

count(0)
