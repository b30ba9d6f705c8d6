importPackage(java.io);

const input = new BufferedReader(new InputStreamReader(java.lang.System['in']));
let count = 0;
let line, last;
while ((line = input.readLine()) !== null) {
    count++;
    last = line;
}
print(count);
print(last);
