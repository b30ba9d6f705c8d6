var sum = 0;
for (var count = parseInt(readline()); count > 0; count--) sum += parseInt(readline());
print(sum);
