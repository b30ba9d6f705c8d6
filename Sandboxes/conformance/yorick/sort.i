f = open("/dev/stdin");
count = 0;
read, f, count;
values = array(0, count);
read, f, values;
write, format="%ld\n", values(sort(values));
