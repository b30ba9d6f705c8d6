importPackage(java.io);

const input = new BufferedReader(new InputStreamReader(java.lang.System['in']));
const values = [];
for (let count = Number(input.readLine()); count > 0; count--) values.push(Number(input.readLine()));
values.sort((a, b) => a - b);
print(values.join('\n'));
