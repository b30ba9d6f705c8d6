line = string(&array('x', 99));
for (i = 1; i <= 100000; ++i) write, format="%s\n", line;
