var count = 0;
var line, last;
while ((line = readline()) !== null) {
    count++;
    last = line;
}
print(count);
print(last);
