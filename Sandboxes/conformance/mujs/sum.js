var sum = 0;
for (var count = Number(readline()); count > 0; count--) sum += Number(readline());
print(sum);
