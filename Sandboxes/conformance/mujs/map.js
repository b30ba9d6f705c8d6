var counts = {};
var different = 0;
var word;
while ((word = readline()) !== null) {
    if (!counts.hasOwnProperty(word)) {
        counts[word] = 0;
        different++;
    }
    counts[word]++;
}
print(different);
print(counts.judge);
