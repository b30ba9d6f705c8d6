depth(n) = if(n == 0, 0, 1 + depth(n - 1));

print(depth(100000));
