importPackage(java.io);

const input = new BufferedReader(new InputStreamReader(java.lang.System['in']));
const counts = new Map();
let word;
while ((word = input.readLine()) !== null) {
    word = String(word);
    counts.set(word, (counts.get(word) || 0) + 1);
}
print(counts.size);
print(counts.get('judge'));
