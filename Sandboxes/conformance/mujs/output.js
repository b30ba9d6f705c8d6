var line = new Array(100).join('x');
for (var i = 0; i < 100000; i++) print(line);
