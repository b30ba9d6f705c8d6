blocks = List();
while(1, listput(blocks, vector(2^17)));
