const month = 08;
if (month === 8) print('Hello, World!');
