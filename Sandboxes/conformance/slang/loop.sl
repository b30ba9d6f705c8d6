variable counter = 0;
while (1) counter = (counter + 1) mod 1000;
