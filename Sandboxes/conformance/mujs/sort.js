var values = [];
for (var count = Number(readline()); count > 0; count--) values.push(Number(readline()));
values.sort(function (a, b) { return a - b; });
print(values.join('\n'));
