const line = new Array(100).join('x');
for (let i = 0; i < 100000; i++) print(line);
