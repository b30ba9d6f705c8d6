importPackage(java.io);

const input = new BufferedReader(new InputStreamReader(java.lang.System['in']));
let sum = 0;
for (let count = Number(input.readLine()); count > 0; count--) sum += Number(input.readLine());
print(sum);
