line = strjoin(vector(99, i, "x"));
for(i = 1, 100000, print(line));
