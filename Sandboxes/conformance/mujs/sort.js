var values = [];
for (var count = parseInt(readline()); count > 0; count--) values.push(parseInt(readline()));
values.sort(function (a, b) { return a - b; });
print(values.join('\n'));
