# Never comes to an end.
1 while 1;
